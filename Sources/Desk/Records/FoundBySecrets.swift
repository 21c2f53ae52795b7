internal import Registers
internal import Storage
internal import TargetEngine

extension Desk {
  /// The searches by secrets that found a record.
  func searches(
    finding record: RecordState, in shape: RegisterShape, _ language: Language
  ) throws -> [RecordChange] {
    let searches = try ledger.searches(finding: record.id)
    return Dictionary(grouping: searches, by: \.row).map { row, found in
      let fields = found.map(\.search.field)
      let titles = fields.map { name in
        shape.field(named: name).map { shape.fields[$0].title(language) } ?? name
      }
      return RecordChange(
        row: row,
        fields: [
          ChangedField(
            name: "search", title: Text("按保密内容查到", "Found by a secret"), before: "",
            after: titles.joined(separator: Text("、", ", ")(language)),
            values: (.text(""), .text(fields.joined(separator: " "))))
        ])
    }
  }
}
