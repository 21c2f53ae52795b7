internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine

/// What is said of a record: the columns of its register.
struct RecordColumns {
  private let shape: RegisterShape
  private let names: RecordNames
  private let language: Language

  init(_ shape: RegisterShape, _ names: RecordNames, _ language: Language) {
    self.shape = shape
    self.names = names
    self.language = language
  }

  /// The title of the stage that a record is in.
  func stage(_ state: RecordState) -> String {
    shape.stage(named: shape.stage(of: state))?.title(language) ?? ""
  }

  /// - Parameter areChosen: whether someone chose the columns, so that none gives way.
  func listing(areChosen: Bool = false) -> Listing<RecordState> {
    let own: [ListColumn<RecordState>] = [
      ListColumn(SystemColumn.id.title, key: "id", .fixed) { [names] in .text(names.id($0.id)) },
      .inJSON("register") { [shape] _ in .string(shape.id) },
    ]
    return Listing(
      language,
      own + stages + fields(areChosen: areChosen) + history + [
        ListColumn(SystemColumn.note.title, key: "note") {
          ListValue(Cell($0.note.isEmpty ? nil : $0.note), .string($0.note))
        },
        .inJSON("removed") { .bool($0.isRemoved) },
      ])
  }

  private var stages: [ListColumn<RecordState>] {
    guard shape.stages.count > 1 else { return [] }
    return [
      ListColumn(SystemColumn.stage.title, key: "stage", .fixed) {
        .coded(stage($0), shape.stage(of: $0))
      }
    ]
  }

  private func fields(areChosen: Bool) -> [ListColumn<RecordState>] {
    let values = RecordValues(names)
    return shape.fields.enumerated().map { index, field in
      let isFixed = areChosen || field.roles.contains(.key)
      return ListColumn(
        field.title, key: field.name, field.kind.content, priority: isFixed ? nil : 100 - index,
        cell: { try values.cell($0.data[index], field.kind) },
        json: { try values.json($0.data[index], field.kind) })
    }
  }

  /// The days of stages and of values.
  private var history: [ListColumn<RecordState>] {
    let moves = ListColumn<RecordState>.inJSON("moves") { $0.moves.json }
    let steps = ListColumn<RecordState>.inJSON("steps") { state in
      let steps = shape.datedFields.compactMap { field -> (String, JSONValue)? in
        guard case .dated(let dated) = state.data[field] else { return nil }
        return (shape.fields[field].name, dated.steps.json(shape.fields[field].kind))
      }
      return steps.isEmpty ? nil : .object(steps)
    }
    return (shape.stages.count > 1 ? [moves] : []) + [steps]
  }
}

extension [StageMove] {
  var json: JSONValue {
    .array(
      map { move in
        .object(
          [("stage", .string(move.stage)), ("on", .string(move.day.description))]
            + (move.isUndated ? [("undated", .bool(true))] : []))
      })
  }
}

extension [Dated.Step] {
  /// The days from which values hold.
  func json(_ kind: FieldKind) -> JSONValue {
    .array(
      map {
        .object([
          ("from", .string($0.from.description)), ("value", RecordValues.json($0.value, kind)),
        ])
      })
  }
}
