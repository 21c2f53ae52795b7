public import Desk
internal import Registers
public import Reports
public import TargetEngine

/// The records behind a report's gaps, a table for each figure.
public struct RemainingView {
  private let lists: [(line: Line, list: ObjectList)]
  /// Of a table without a row.
  private let columns: [Column]

  /// - Parameters:
  ///   - parts: as `Desk.remaining(_:)` gives them.
  ///   - names: in the same language.
  public init(
    _ parts: [(line: Line, records: [RemainingRecord])], _ names: RecordNames,
    _ language: Language
  ) throws {
    let listing = RemainingView.listing(names, language)
    columns = try listing.list([]).columns
    lists = try parts.map { line, records in
      let title = Text(
        "\(line.indicator.name)（\(line.year)年度）未完成：\(records.count) 条",
        "\(line.name(.en)) (\(line.year)), not done: \(records.count)")
      return (line, try listing.list(records, title: title(language)))
    }
  }

  /// A table for each figure.
  public var tables: [Table] { lists.map(\.list.table) }

  /// One table of all figures, for machines.
  public func sheet(_ language: Language) -> Table {
    let own = [Phrase.indicator.text, Phrase.planYear.text].map { $0(language) }
    let (columns, first) = (lists.first?.list.columns ?? columns, zip(own, ["indicator", "year"]))
    return Table(
      columns: first.map { Column($0, key: $1, .fixed) } + columns,
      rows: lists.flatMap { line, list in
        list.objects.map { Row([.text(line.indicator.code), .integer(line.year)] + $0.cells) }
      })
  }

  /// An object for each figure.
  public var json: JSONValue {
    .array(
      lists.map { line, list in
        .object([
          ("indicator", .string(line.indicator.code)), ("year", .integer(Int64(line.year))),
          ("records", list.json),
        ])
      })
  }

  private static func listing(
    _ names: RecordNames, _ language: Language
  ) -> Listing<RemainingRecord> {
    Listing(
      language,
      [
        ListColumn(SystemColumn.id.title, key: "id", .fixed) { .text(names.id($0.state.id)) },
        .inJSON("register") { .string($0.shape.id) },
        ListColumn(Text("名称", "Name"), key: "label", minimumWidth: 12) {
          .text(try names.label($0.state, $0.shape))
        },
        ListColumn(Phrase.unit.text, key: "unit", minimumWidth: 8) {
          .unit(try $0.unit.flatMap { try names.unit($0) })
        },
        ListColumn(SystemColumn.stage.title, key: "stage", .fixed) {
          .coded($0.stage?.title(language), $0.stage?.name)
        },
        ListColumn(Text("下一步", "Next"), key: "next") { record in
          let next = (record.stage?.next ?? []).compactMap { record.shape.stage(named: $0) }
          return ListValue(
            .text(next.map { $0.title(language) }.joined(separator: Text("、", ", ")(language))),
            .array(next.map { .string($0.name) }))
        },
        ListColumn(Text("期限", "Due"), key: "due", .fixed) { .day($0.due) },
      ])
  }
}
