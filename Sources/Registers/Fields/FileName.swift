/// A file that a record rests on, by its path or by a document's number. It is kept as typed and
/// never opened.
///
///     Field("scheme", \.scheme, zh: "方案", en: "Scheme")
public struct FileName: FieldValue, Hashable {
  /// The path or number as it was typed.
  public var text: String
  /// A path or document number.
  public static var kind: FieldKind { .file }

  /// Takes any text of one line.
  public init(_ text: String) { self.text = text }

  /// Nil for anything but a text.
  public init?(_ datum: Datum) {
    guard case .text(let text) = datum else { return nil }
    self.init(text)
  }

  /// The text as it was typed.
  public var datum: Datum { .text(text) }
}
