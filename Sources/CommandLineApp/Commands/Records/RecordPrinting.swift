internal import Desk
internal import Registers
internal import Reports
internal import Storage
internal import TargetEngine

/// Records of one register as tables and JSON.
struct RecordPrinting {
  private let shape: RegisterShape
  private let names: RecordNames
  private let language: Language
  private let cells: RecordCells

  init(_ shape: RegisterShape, _ names: RecordNames, _ language: Language) {
    self.shape = shape
    self.names = names
    self.language = language
    cells = RecordCells(names, language)
  }

  private var hasStages: Bool { shape.stages.count > 1 }

  private func stage(_ state: RecordState) -> String {
    shape.stage(named: shape.stage(of: state))?.title(language) ?? ""
  }

  /// `K3F7-12 洪林镇卫生院/2021（达标）`.
  func summary(_ state: RecordState) throws -> String {
    let label = try names.label(state, shape)
    let place = hasStages ? Text("（\(stage(state))）", " (\(stage(state)))")(language) : ""
    return "\(names.id(state.id)) \(label)\(place)"
  }

  func json(_ state: RecordState) throws -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(names.id(state.id))), ("register", .string(shape.id)),
    ]
    if hasStages { members.append(("stage", .string(shape.stage(of: state)))) }
    for (field, datum) in zip(shape.fields, state.data) {
      members.append((field.name, try cells.json(datum, field.kind)))
    }
    if hasStages {
      members.append(
        (
          "moves",
          .array(
            state.moves.map { move in
              .object(
                [("stage", .string(move.stage)), ("on", .string(move.day.description))]
                  + (move.isUndated ? [("undated", .bool(true))] : []))
            })
        ))
    }
    let steps = shape.datedFields.compactMap { field -> (String, JSONValue)? in
      guard case .dated(let dated) = state.data[field] else { return nil }
      return (shape.fields[field].name, dated.steps.json)
    }
    if !steps.isEmpty { members.append(("steps", .object(steps))) }
    members += [("note", .string(state.note)), ("removed", .bool(state.isRemoved))]
    return .object(members)
  }

  /// The wanted columns, or all; on a narrow terminal the later ones give way first.
  ///
  /// - Parameter isBrief: whether columns in which nothing stands are left out.
  func list(
    _ states: [RecordState], columns wanted: [String], isBrief: Bool
  ) throws -> ObjectList {
    let fields = try chosen(wanted).filter { field in
      !isBrief || !wanted.isEmpty || states.contains { !$0.data[field].isEmpty }
    }
    let isShown = { (column: SystemColumn) in
      wanted.isEmpty || wanted.contains { column.isNamed($0) }
    }
    var columns = [Column(SystemColumn.id.title(language), key: "id", .fixed)]
    columns += fields.map { index in
      let field = shape.fields[index]
      let isFixed = field.roles.contains(.key) || !wanted.isEmpty
      return Column(
        field.title(language), key: field.name, field.kind.content,
        priority: isFixed ? nil : 100 - index)
    }
    let showsStage = hasStages && isShown(.stage)
    if showsStage {
      columns.append(Column(SystemColumn.stage.title(language), key: "stage", .fixed))
    }
    let showsNote =
      isShown(.note) && (!wanted.isEmpty || !isBrief || states.contains { !$0.note.isEmpty })
    if showsNote { columns.append(Column(SystemColumn.note.title(language), key: "note")) }
    return ObjectList(
      columns: columns,
      objects: try states.map { state in
        var row: [Cell] = [.text(names.id(state.id))]
        for index in fields {
          row.append(try cells.cell(state.data[index], shape.fields[index].kind))
        }
        if showsStage { row.append(.text(stage(state))) }
        if showsNote { row.append(Cell(state.note.isEmpty ? nil : state.note)) }
        return (try json(state), row)
      })
  }

  private func chosen(_ wanted: [String]) throws -> [Int] {
    guard !wanted.isEmpty else { return Array(shape.fields.indices) }
    return try wanted.compactMap { name in
      if case .field(let field) = try shape.target(of: name) { return field }
      return nil
    }
  }

  private func day(of move: StageMove) -> String {
    if !move.isUndated { return " \(move.day)" }
    return Text("（日期不详，按 \(move.day)）", " (day unknown, as of \(move.day))")(language)
  }

  /// The values of a later day: `（2021-08-01 起 130）`.
  private func ahead(_ datum: Datum) -> String {
    guard case .dated(let dated) = datum, case let steps = names.ahead(in: dated), !steps.isEmpty
    else { return "" }
    let values = steps.map {
      Text("\($0.from) 起 \($0.value)", "\($0.value) from \($0.from)")(language)
    }
    return say("（\(values.joined(separator: "，"))）", " (\(values.joined(separator: ", ")))")
  }

  /// One record, a field on each line.
  func sheet(_ state: RecordState) throws -> Table {
    var rows: [Row] = []
    func add(_ title: Text, _ text: String) {
      if !text.isEmpty { rows.append(Row([.text(title(language)), .text(text)])) }
    }
    add(SystemColumn.id.title, names.id(state.id))
    if hasStages {
      let moves = state.moves.map { move in
        (shape.stage(named: move.stage)?.title(language) ?? move.stage) + day(of: move)
      }
      add(
        SystemColumn.stage.title,
        moves.isEmpty ? stage(state) : moves.joined(separator: " → "))
    }
    for (field, datum) in zip(shape.fields, state.data) {
      add(field.title, try names.text(datum, field.kind) + ahead(datum))
    }
    add(SystemColumn.note.title, state.note)
    if state.isRemoved { add(Text("状态", "State"), Text("已作废", "removed")(language)) }
    return Table(
      title: shape.name.title(language),
      columns: [
        Column(say("字段", "Field"), key: "field", .fixed),
        Column(say("内容", "Value"), key: "value"),
      ], rows: rows)
  }

  func history(_ changes: [RecordChange]) -> ObjectList {
    ObjectList(
      columns: [
        Column(say("流水号", "Transaction"), key: "transaction", .number),
        Column(say("时间", "Time"), key: "at", .fixed),
        Column(say("经办人", "By"), key: "actor"),
        Column(say("改动", "Change"), key: "change", minimumWidth: 24),
        Column(say("原因", "Reason"), key: "reason"),
      ],
      objects: changes.map { change in
        let fields = change.fields.map { field in
          let before = field.before.isEmpty ? "" : "\(field.before) → "
          return "\(field.title(language))：\(before)\(field.after.isEmpty ? "—" : field.after)"
        }
        return (
          json: .object([
            ("transaction", .integer(change.row.transaction)), ("at", .string(change.row.at)),
            ("actor", .string(change.row.actor)), ("reason", .string(change.row.reason)),
            (
              "changes",
              .array(
                change.fields.map {
                  .object([
                    ("field", .string($0.title(language))), ("before", .string($0.before)),
                    ("after", .string($0.after)),
                  ])
                })
            ),
          ]),
          cells: [
            .integer(Int(change.row.transaction)), .text(change.row.at), .text(change.row.actor),
            .text(fields.joined(separator: say("；", "; "))), .text(change.row.reason),
          ]
        )
      })
  }
}
