internal import Database
internal import Journal
internal import Registers

/// The columns that an office had in a register over time: one that was removed since still says what stood in
/// it.
struct ColumnHistory {
  private struct Column {
    /// The number of its setting; one that is made again with the same name has another.
    var setting: Int64
    /// With the last title that it had.
    var field: FieldShape
    /// The changes by which it came and went, in turn.
    var turns: [Int64]

    func exists(at change: Int64) -> Bool { turns.prefix { $0 <= change }.count % 2 == 1 }
  }

  private var columns: [Column] = []
  private let shape: RegisterShape
  private let slot: RegisterSlot?
  private var shapes: [[Int64]: RegisterShape] = [:]

  init(_ ledger: Ledger, _ shape: RegisterShape) throws {
    self.shape = shape
    slot = ledger.slots.first { $0.id == shape.id }
    for (seq, setting, body) in try ledger.columnChanges(of: shape.id) {
      let place = columns.firstIndex { $0.setting == setting }
      let state = FieldList(parsing: body)
      if let name = state["name"].flatMap(OfficeColumn.named)?.column,
        let field = OfficeColumn.field(named: name, state["value"] ?? "")
      {
        guard let place else {
          columns.append(Column(setting: setting, field: field, turns: [seq]))
          continue
        }
        columns[place].field = field
        if columns[place].turns.count % 2 == 0 { columns[place].turns.append(seq) }
      } else if let place, columns[place].turns.count % 2 == 1 {
        columns[place].turns.append(seq)
      }
    }
  }

  /// The register with the columns of a change that are gone now, in the place of others of their names.
  mutating func shape(at change: Int64) -> RegisterShape {
    let gone = columns.filter { $0.exists(at: change) && !$0.exists(at: .max) }
    if gone.isEmpty { return shape }
    let key = gone.map(\.setting)
    if let known = shapes[key] { return known }
    let names = Set(gone.map(\.field.name))
    let kept = shape.fields.filter { $0.roles.contains(.office) && !names.contains($0.name) }
    let made = slot?.shape(office: kept + gone.map(\.field)) ?? shape
    shapes[key] = made
    return made
  }
}

extension Ledger {
  /// The changes of the settings that were ever a column of a register, oldest first.
  fileprivate func columnChanges(
    of register: String
  ) throws(StorageError) -> [(seq: Int64, setting: Int64, body: String)] {
    try connection.rows(
      """
      SELECT seq, object, body FROM change WHERE subject = 'setting' AND object IN (
        SELECT object FROM change WHERE subject = 'setting' AND body LIKE ?1
      ) ORDER BY seq
      """, [.text("name=\(OfficeColumn.prefix)\(register) %")]
    ) { ($0.int(0), $0.int(1), $0.text(2)) }
  }
}
