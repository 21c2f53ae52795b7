internal import Registers
internal import TargetEngine

extension Ledger {
  /// From a register to the unit of its records: its own table first, then those of the records
  /// that it names, each with the column that leads on.
  func path(of shape: RegisterShape) -> [RegisterTable.Step] {
    var path: [RegisterTable.Step] = []
    var next: RegisterShape? = shape
    while let shape = next, let place = shape.placeField, path.count < 8 {
      path.append(
        RegisterTable.Step(
          table: table(shape).name, column: RegisterTable.column(shape.fields[place])))
      let registers = shape.fields[place].kind.registers
      if registers.isEmpty { return path }
      if registers.count > 1 { return either(of: registers).map { path + [$0] } ?? [] }
      next = self.shape(registers[0])
    }
    return []
  }

  /// The step to the records of several registers, whose units are their own.
  private func either(of registers: [String]) -> RegisterTable.Step? {
    let places = registers.compactMap { shape($0) }.compactMap { shape in
      shape.placeField.flatMap { place in
        shape.fields[place].kind == .unit ? (table(shape).name, shape.fields[place]) : nil
      }
    }
    guard places.count == registers.count else { return nil }
    let tables = places.map { "SELECT id, \(RegisterTable.column($1)) AS place FROM \($0)" }
    return RegisterTable.Step(
      table: "(\(tables.joined(separator: " UNION ALL ")))", column: "place")
  }
}

extension RegisterTable {
  /// What stands for a list among the columns of a question: its members, one row for each.
  func memberships(
    of subjects: [RecordQuery.Subject], on day: Day?
  ) -> [(subject: RecordQuery.Subject, column: String, join: String)] {
    members.enumerated().compactMap { index, list in
      guard subjects.contains(.field(list.field)) else { return nil }
      let alias = "m\(index)"
      // Who belonged to it twice is in it once.
      let rows =
        "SELECT DISTINCT record, member FROM \(list.name) WHERE 1 = 1\(list.inForce(on: day))"
      return (
        .field(list.field), "\(alias).member",
        " LEFT JOIN (\(rows)) \(alias) ON \(alias).record = r.id"
      )
    }
  }

  /// A table on the way to a record's unit.
  struct Step {
    var table: String
    var column: String
  }

  /// What the table of a step is called, beginning with the register's own.
  static func alias(_ step: Int) -> String { step == 0 ? "r" : "r\(step)" }
}
