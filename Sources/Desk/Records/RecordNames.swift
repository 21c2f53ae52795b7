public import Registers
public import Storage
public import TargetEngine

/// How records, units and values are called, looked up once each.
public final class RecordNames {
  private let ledger: Ledger
  private let language: Language
  public let site: String
  private var units: [UnitID: StoredUnit] = [:]
  private var labels: [RecordID: String] = [:]

  public init(_ ledger: Ledger, _ language: Language) throws {
    self.ledger = ledger
    self.language = language
    site = try ledger.site()
  }

  /// `K3F7-12`.
  public func id(_ record: RecordID) -> String { "\(site)-\(record)" }

  public func unit(_ id: UnitID) throws -> Unit? {
    if let known = units[id] { return known.unit }
    units[id] = try ledger.unit(id: id)
    return units[id]?.unit
  }

  /// What a record is called: its natural key, else its first text.
  public func label(_ id: RecordID) throws -> String {
    if let known = labels[id] { return known }
    // A record that names itself in its key is called by its number.
    labels[id] = self.id(id)
    guard let shape = try ledger.register(of: id), let state = try ledger.record(id, in: shape)
    else { return self.id(id) }
    let label = try self.label(state, shape)
    labels[id] = label
    return label
  }

  public func label(_ state: RecordState, _ shape: RegisterShape) throws -> String {
    var fields = shape.keyFields.filter { !state.data[$0].isEmpty }
    if fields.isEmpty {
      fields = Array(shape.fields.indices.filter { shape.fields[$0].kind == .text }.prefix(1))
    }
    let words = try fields.map { try text(state.data[$0], shape.fields[$0].kind) }
    let label = words.filter { !$0.isEmpty }.joined(separator: "/")
    return label.isEmpty ? id(state.id) : label
  }

  /// A value as people read it; empty for none.
  public func text(_ datum: Datum, _ kind: FieldKind) throws -> String {
    switch (datum, kind) {
    case (.empty, _): ""
    case (.text(let name), .choice(let choices)):
      choices.first { $0.name == name }?.title(language) ?? name
    case (.text(let text), _): text
    case (.int(let fen), .money): Decimal(fen, places: 2).description
    case (.int(let int), _): "\(int)"
    case (.day(let day), _): day.description
    case (.bool(let bool), _): bool ? Text("是", "yes")(language) : Text("否", "no")(language)
    case (.unit(let id), _): try unit(id)?.name ?? "?"
    case (.record(let id), _): try label(id)
    case (.dated(let dated), _): dated.latest.map { "\($0)" } ?? ""
    case (.secret(let secret), .secret(let form)):
      secret.open.map { form.masked($0) } ?? SecretForm.unknown
    case (.secret, _): ""
    }
  }
}
