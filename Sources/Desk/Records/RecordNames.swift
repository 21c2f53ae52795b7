public import Registers
internal import Storage
public import TargetEngine

/// How records, units and values are called, looked up once each.
public final class RecordNames {
  private let ledger: Ledger
  private let language: Language
  /// The four characters that begin each record's id.
  public let site: String
  /// The day whose dated values are shown; nil for what holds in the end.
  private let day: Day?
  private var units: [UnitID: Unit] = [:]
  private let titles: UnitTitles
  private var labels: [RecordID: String] = [:]

  /// - Parameter day: the day whose dated values are shown; nil for what holds in the end.
  init(_ ledger: Ledger, _ language: Language, on day: Day? = nil) throws {
    self.day = day
    self.ledger = ledger
    self.language = language
    titles = UnitTitles(ledger)
    site = try ledger.site()
  }

  /// `K3F7-12`.
  public func id(_ record: RecordID) -> String { "\(site)-\(record)" }

  /// A unit by its number, with its title; nil when there is none.
  public func unit(_ id: UnitID) throws -> Unit? {
    if units[id] == nil { try prepare(units: [id]) }
    return units[id]
  }

  /// What a record is called: its natural key, else its first text.
  public func label(_ id: RecordID) throws -> String {
    if let known = labels[id] { return known }
    // A record that names itself in its key is called by its number.
    labels[id] = self.id(id)
    guard let (state, shape) = try known(id) else { return self.id(id) }
    let label = try self.label(state, shape)
    labels[id] = label
    return label
  }

  /// A record, also one that was undone, of which lists of entries still tell.
  private func known(_ id: RecordID) throws -> (state: RecordState, shape: RegisterShape)? {
    if let shape = try ledger.register(of: id), let state = try ledger.record(id, in: shape) {
      return (state, shape)
    }
    return try ledger.lastKnown(record: id)
  }

  /// - Parameter others: fields that are shown beside it, and left out of the key.
  public func label(
    _ state: RecordState, _ shape: RegisterShape, without others: [Int] = []
  ) throws -> String {
    var fields = shape.keyFields.filter { !state.data[$0].isEmpty && !others.contains($0) }
    if fields.isEmpty {
      fields = Array(shape.fields.indices.filter { shape.fields[$0].kind == .text }.prefix(1))
    }
    let words = try fields.map { try text(state.data[$0], shape.fields[$0].kind) }
    let label = words.filter { !$0.isEmpty }.joined(separator: "/")
    // What is left of an erased record's key would be read as the name of something else.
    let isNameless = shape.requiredFields.contains {
      shape.fields[$0].roles.contains(.key) && state.data[$0].isEmpty && !others.contains($0)
    }
    return label.isEmpty || isNameless ? id(state.id) : label
  }

  /// Looks up in few questions how the records of a list, and the units and records that they
  /// name in their keys, are called.
  public func prepare(_ states: [RecordState], _ shape: RegisterShape) throws {
    let named = { (fields: [Int]) in
      Set(states.flatMap { state in fields.flatMap { state.data[$0].values } })
    }
    var found: [Int] = shape.keyFields
    if let place = shape.placeField { found.append(place) }
    try prepare(units: Set(named(found).compactMap(\.unit)))
    for field in shape.keyFields {
      let ids = Set(named([field]).compactMap(\.record).filter { labels[$0] == nil })
      for register in shape.fields[field].kind.registers where register != shape.id {
        guard !ids.isEmpty, let other = ledger.shape(register) else { continue }
        let others = try ledger.records(ids, in: other)
        try prepare(others, other)
        for state in others { labels[state.id] = try label(state, other) }
      }
    }
  }

  /// Looks up units in few questions.
  public func prepare(units ids: Set<UnitID>) throws {
    let asked = try ledger.units(ids.filter { units[$0] == nil }).map(\.unit)
    for unit in try titles.titled(asked) { units[unit.id] = unit }
  }

  /// A value as people read it; empty for none.
  public func text(_ datum: Datum, _ kind: FieldKind) throws -> String {
    switch try shown(datum, kind) {
    case .text(let text): text
    case .number(let number): number.description
    case nil: ""
    }
  }

  /// A value as tables show it; nil for none.
  public func shown(_ datum: Datum, _ kind: FieldKind) throws -> ShownValue? {
    switch datum {
    case .empty: nil
    case .text(let text):
      .text(kind.choices.first { $0.name == text }?.title(language) ?? text)
    case .int(let int): .number(kind.number(int))
    case .day(let day): .text(day.description)
    case .moment(let moment): .text(moment.description)
    case .bool(let bool): .text((bool ? Text("是", "yes") : Text("否", "no"))(language))
    case .unit(let id): .text(try unit(id)?.title ?? "?")
    case .record(let id): .text(try label(id))
    case .dated(let dated): value(of: dated).map { .number(kind.number($0)) }
    case .secret(let secret):
      if case .secret(let form) = kind {
        .text(secret.open.map { form.masked($0) } ?? SecretForm.unknown)
      } else {
        nil
      }
    case .list(let members):
      .text(
        try members.map { ListText.text($0, try text($0.value, kind.element)) }
          .joined(separator: ListText.separator))
    }
  }

  /// What a dated value is on the day.
  public func value(of dated: Dated) -> Int64? {
    if let day { dated.value(on: day) } else { dated.latest }
  }

  /// The steps of a dated value that lie ahead of the day.
  public func ahead(in dated: Dated) -> [Dated.Step] {
    day.map { day in dated.steps.filter { day < $0.from } } ?? []
  }

  /// The register that a record belongs to, by the word in commands.
  public func register(of id: RecordID) throws -> RegisterName? {
    try ledger.register(of: id)?.name
  }
}

extension Desk {
  /// How records, units and values are called in a language, looked up once each.
  ///
  /// - Parameter day: the day whose dated values are shown; nil for what holds in the end.
  public func names(in language: Language, on day: Day? = nil) throws -> RecordNames {
    try RecordNames(ledger, language, on: day)
  }
}

/// What is shown of a value: a text, or a number that tables align and add up.
public enum ShownValue: Sendable, Hashable {
  case text(String)
  case number(Decimal)
}
