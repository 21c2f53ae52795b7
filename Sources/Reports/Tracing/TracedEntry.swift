public import TargetEngine

/// An entry with its unit and the transaction that wrote it.
public struct TracedEntry: Sendable {
  /// `TXN.K`.
  public var id: String
  public var unit: Unit
  public var indicator: Indicator
  public var day: Day
  public var year: Int
  public var amount: Int64
  public var note: String
  public var source: String
  /// For an entry by which a level is said in a list: what that level is now.
  public var level: Int64?
  /// The record that posted it, by its id and its name.
  public var record: (id: String, label: Text)?
  /// The line of a form that posted it, in words: form, period and line.
  public var form: Text?
  public var actor: String
  public var at: String
  public var command: String
  public var reason: String

  public init(
    id: String, unit: Unit, indicator: Indicator, day: Day, year: Int, amount: Int64,
    note: String, source: String, actor: String, at: String, command: String, reason: String
  ) {
    self.id = id
    self.unit = unit
    self.indicator = indicator
    self.day = day
    self.year = year
    self.amount = amount
    self.note = note
    self.source = source
    self.actor = actor
    self.at = at
    self.command = command
    self.reason = reason
  }

  public var json: JSONValue {
    .object([
      ("entry", .string(id)), ("date", .string(day.description)),
      ("indicator", .string(indicator.code)), ("unit", unit.json),
      ("amount", .number(indicator.amount(told))), ("year", .integer(Int64(year))),
      ("note", .string(note)), ("source", .string(source)),
      ("record", JSONValue(record?.id)), ("actor", .string(actor)),
      ("at", .string(at)), ("command", .string(command)), ("reason", .string(reason)),
      ("mode", .string(mode.rawValue)),
    ])
  }

  /// The amount as it is told: a level that is said, else what the entry adds.
  public var told: Int64 { level ?? amount }
  public var mode: EntryMode { level == nil ? .add : .level }

  static func columns(_ language: Language) -> [Column] {
    [
      Column(Phrase.entry(language), key: "entry", .fixed),
      Column(Phrase.day(language), key: "date", .fixed),
      Column(Phrase.unit(language), key: "unit", minimumWidth: 8),
      Column(Phrase.amount(language), key: "amount", .number),
      Column(Phrase.note(language), key: "note", minimumWidth: 24),
      Column(Phrase.actor(language), key: "actor", .text, minimumWidth: 6, priority: 3),
      Column(Phrase.time(language), key: "at", .fixed, priority: 2),
      Column(Phrase.command(language), key: "command", minimumWidth: 32, priority: 1),
    ]
  }

  private var isPosted: Bool { record != nil || source.hasPrefix("group:") }

  private func why(_ language: Language) -> String {
    let reason = reason == note ? "" : reason
    return [note, reason, origin(language)].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// Which entry it answers, in words.
  private func origin(_ language: Language) -> String {
    for (mark, word) in [("correct:", Text("更正", "corrects")), ("undo:", Text("撤销", "undoes"))]
    where source.hasPrefix(mark) {
      return "\(word(language)) \(source.dropFirst(mark.count))"
    }
    let form = form?(language) ?? ""
    if let level = levelOrigin {
      return [level(language), form].filter { !$0.isEmpty }.joined(separator: " · ")
    }
    if !form.isEmpty { return form }
    if let record {
      let label = record.label(language)
      return label == record.id ? label : "\(record.id) \(label)"
    }
    if source == "list" { return Text("改由台账计数，冲回原数", "given way to the list")(language) }
    if source == "back" { return Text("恢复原数", "counts again as it was told")(language) }
    if source.hasPrefix("group:") { return Text("多条记录合并计一次", "counted once")(language) }
    return source
  }

  /// What an entry that belongs to a level is for.
  private var levelOrigin: Text? {
    switch LevelSource(source) {
    case .said(level): Text("", "")
    case .said(let said):
      Text("登记时点数 \(indicator.amount(said))", "level said to be \(indicator.amount(said))")
    case .moved(from: day): Text("撤销 \(day) 的时点数", "level of \(day) taken back")
    case .moved(let from):
      Text("冲回 \(from) 时点数的差数", "opposite of what the level of \(from) lacked")
    case nil: nil
    }
  }

  /// - Parameter isWhole: as a file that is imported: with the note as it was given, unless a
  ///   register made the entry, which no file may.
  func cells(_ language: Language, isWhole: Bool = false) -> [Cell] {
    [
      .text(id), .day(day), .text(unit.title), .number(indicator.amount(told)),
      .text(isWhole && !isPosted ? note : why(language)), .text(actor),
      .text(ShanghaiTime.text(at)), .text(command),
    ]
  }
}
