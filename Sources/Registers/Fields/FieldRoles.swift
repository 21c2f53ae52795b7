/// What a field is for, beyond holding a value.
///
/// Postings, lists and imports look for roles, never for a field's name.
public struct FieldRoles: OptionSet, Sendable, Hashable {
  /// The roles as bits.
  public let rawValue: Int

  /// Roles from their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Must be filled in; an empty value is refused.
  public static let required = FieldRoles(rawValue: 1 << 0)
  /// Part of the natural key: a record with the same key is updated by an import, not added again.
  public static let key = FieldRoles(rawValue: 1 << 1)
  /// The unit that the record belongs to, or the record whose unit is its own: postings go there,
  /// and lists of a unit look there. Left out, it is the office's own unit, where the field takes
  /// units of that kind.
  public static let place = FieldRoles(rawValue: 1 << 2)
  /// The plan year of the record's flows: a year of four digits.
  public static let year = FieldRoles(rawValue: 1 << 3)
  /// The record named here decides what this one posts: when it changes, this one is posted again.
  public static let drives = FieldRoles(rawValue: 1 << 4)
  /// This record decides what the one named here posts: when it changes, that one is posted again.
  public static let feeds = FieldRoles(rawValue: 1 << 5)
  /// Who adds the record, unless someone else is named.
  public static let author = FieldRoles(rawValue: 1 << 6)
  /// The number of a document; its brackets are normalised.
  public static let documentNumber = FieldRoles(rawValue: 1 << 7)
  /// The day on which the record begins: lists of earlier days leave it out, and its dated values
  /// begin on it. Without such a field they begin on the day they are written.
  public static let start = FieldRoles(rawValue: 1 << 8)
  /// Identifies a record by itself, before the natural key is compared.
  public static let identity = FieldRoles(rawValue: 1 << 9)
  /// Describes a person: an erasure destroys it together with texts and secrets.
  public static let personal = FieldRoles(rawValue: 1 << 10)
  /// A column that the office added; it never posts.
  public static let office = FieldRoles(rawValue: 1 << 11)
  /// The module that a record of a shared register belongs to, by its name.
  public static let module = FieldRoles(rawValue: 1 << 12)
  /// The code of an indicator; people may type its name.
  public static let indicator = FieldRoles(rawValue: 1 << 13)
  /// The day on which the dated values begin of a record that is listed before it.
  public static let valuesStart = FieldRoles(rawValue: 1 << 14)
  /// One that most records never need: prompts and templates leave it out unless all are asked for.
  /// An empty value is never wrong.
  ///
  ///     Field("objection-on", \.objectionOn, zh: "异议日期", en: "Objection on", .procedure)
  public static let procedure = FieldRoles(rawValue: 1 << 15)
  /// A part of the key that a record may lack, since an earlier version did not ask for it or since a
  /// name alone made the record. What gives it means the record without, where no other is alike.
  ///
  ///     Field(
  ///       "employer", \.employer, zh: "签订单位", en: "Signing employer",
  ///       [.key, .place, .filledLater]),
  public static let filledLater = FieldRoles(rawValue: 1 << 16)
  /// Whoever was ever named in it stays named for signatures: nobody puts another name in and then signs.
  ///
  ///     Field("reporter", \.reporter, zh: "发现人", en: "Reporter", .lasting)
  public static let lasting = FieldRoles(rawValue: 1 << 17)
  /// Decides whether the record counts: left out, it counts nowhere, which is said.
  public static let counted = FieldRoles(rawValue: 1 << 18)
  /// The day or moment of writing, where a new record leaves it out; the receipt says so.
  ///
  ///     Field("on", \.on, zh: "日期", en: "On", [.required, .key, .today])
  public static let today = FieldRoles(rawValue: 1 << 19)
  /// The first day of a stretch that people may write as a window, such as 9月中旬; see `DayWindow`.
  public static let windowStart = FieldRoles(rawValue: 1 << 20)
  /// The last day of a stretch that people may write as a window: it is due at its end. Where the first day is left out,
  /// it is the window's.
  ///
  ///     Field("planned-to", \.plannedTo, zh: "计划止", en: "Planned to", [.required, .windowEnd])
  public static let windowEnd = FieldRoles(rawValue: 1 << 21)
}
