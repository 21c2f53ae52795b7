internal import Desk
internal import Registers
internal import Reports
internal import Storage
internal import TargetEngine

extension RecordTally {
  /// The tally as a table and as JSON. Groups stand in the order of what people read.
  func list(
    in shape: RegisterShape, _ names: RecordNames, _ language: Language
  ) throws -> ObjectList {
    let keys = zip(subjects, levels).map { Key($0, $1, shape) }
    let cells = RecordCells(names, language)
    try names.prepare(units: Set(rows.keys.joined().compactMap(\.unit)))
    var groups = try rows.map { values, row in
      (values: values, texts: try zip(values, keys).map { try names.text($0, $1.kind) }, row: row)
    }
    // Of equal names the one that was made first.
    groups.sort { one, other in
      let numbers = { (values: [Datum]) in values.compactMap { $0.unit ?? $0.record } }
      return one.texts == other.texts
        ? numbers(one.values).lexicographicallyPrecedes(numbers(other.values))
        : one.texts.lexicographicallyPrecedes(other.texts)
    }
    let summed = sums.map { shape.fields[$0] }
    return ObjectList(
      columns: keys.enumerated().map { Column($1.title(language), key: "key\($0 + 1)") }
        + [Column(say("数量", "Count"), key: "count", .number)]
        + summed.map { Column($0.title(language), key: $0.name, .number) },
      objects: try groups.map { values, texts, row in
        let amounts = zip(summed, row.sums).map { field, sum in
          Decimal(sum, places: field.kind == .money ? 2 : 0)
        }
        let members = try zip(values, keys).map { value, key in
          (key.name, try cells.json(value, key.kind))
        }
        return (
          json: .object(
            members + [("count", .integer(row.count))]
              + zip(summed, amounts).map { ($0.name, .number($1)) }),
          cells: texts.map { $0.isEmpty ? .empty : .text($0) } + [.integer(Int(row.count))]
            + amounts.map { .number($0) }
        )
      })
  }

  /// What groups are made by: the key in JSON, the heading, and the kind of its values.
  private struct Key {
    var name: String
    var title: Text
    var kind: FieldKind

    init(_ subject: RecordQuery.Subject, _ level: UnitKind?, _ shape: RegisterShape) {
      switch subject {
      case .field(let field):
        let field = shape.fields[field]
        (name, title, kind) = (field.name, field.title, field.kind.element)
      case .place:
        (name, title, kind) = (level?.rawValue ?? "unit", level?.title ?? Phrase.unit.text, .unit)
      case .stage:
        name = SystemColumn.stage.rawValue
        title = SystemColumn.stage.title
        kind = .choice(shape.stages.map { Choice(name: $0.name, title: $0.title) })
      }
    }
  }
}
