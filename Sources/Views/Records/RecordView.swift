public import Desk
public import Registers
public import Reports
internal import Sentences
public import TargetEngine

/// Records of one register as tables and JSON.
public struct RecordView {
  private let shape: RegisterShape
  private let names: RecordNames
  private let language: Language
  private let columns: RecordColumns
  private let objects: Listing<RecordState>

  /// - Parameter names: in the same language.
  public init(_ shape: RegisterShape, _ names: RecordNames, _ language: Language) {
    self.shape = shape
    self.names = names
    self.language = language
    columns = RecordColumns(shape, names, language)
    objects = columns.listing()
  }

  private var hasStages: Bool { shape.stages.count > 1 }

  /// `K3F7-12 洪林镇卫生院/2021（达标）`.
  public func summary(_ state: RecordState) throws -> String {
    let label = try names.label(state, shape)
    let stage = columns.stage(state)
    let place = hasStages ? Text("（\(stage)）", " (\(stage))")(language) : ""
    return "\(names.id(state.id)) \(label)\(place)"
  }

  /// All that a record says.
  public func json(_ state: RecordState) throws -> JSONValue { try objects.json(state) }

  /// The same with its numbers beside those of its list, where it has one.
  public func json(_ state: RecordState, _ roster: RosterNumbers?) throws -> JSONValue {
    let json = try json(state)
    return roster.map { json.adding("list", .object($0.members)) } ?? json
  }

  /// The wanted columns, or all; on a narrow terminal the later ones give way first.
  ///
  /// - Parameter isBrief: whether columns in which nothing stands are left out.
  public func list(
    _ states: [RecordState], columns wanted: [String], isBrief: Bool, title: String? = nil
  ) throws -> ObjectList {
    let fields = try chosen(wanted).filter { field in
      !isBrief || !wanted.isEmpty || states.contains { !$0.data[field].isEmpty }
    }
    let isShown = { (column: SystemColumn) in
      wanted.isEmpty || wanted.contains { column.isNamed($0) }
    }
    let showsNote =
      isShown(.note) && (!wanted.isEmpty || !isBrief || states.contains { !$0.note.isEmpty })
    return try columns.listing(areChosen: !wanted.isEmpty).list(
      states, title: title,
      showing: [SystemColumn.id.rawValue] + fields.map { shape.fields[$0].name }
        + (isShown(.stage) ? [SystemColumn.stage.rawValue] : [])
        + (showsNote ? [SystemColumn.note.rawValue] : []))
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
  private func ahead(_ datum: Datum, _ kind: FieldKind) -> String {
    guard case .dated(let dated) = datum, case let steps = names.ahead(in: dated), !steps.isEmpty
    else { return "" }
    let values = steps.map {
      let value = kind.number($0.value)
      return Text("\($0.from) 起 \(value)", "\(value) from \($0.from)")(language)
    }
    return Text("（\(values.joined(separator: "，"))）", " (\(values.joined(separator: ", ")))")(
      language)
  }

  /// One record, a field on each line.
  ///
  /// - Parameter roster: its own numbers beside those of its list, where it has one.
  public func sheet(_ state: RecordState, _ roster: RosterNumbers? = nil) throws -> Table {
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
        moves.isEmpty ? columns.stage(state) : moves.joined(separator: " → "))
    }
    for (field, datum) in zip(shape.fields, state.data) {
      add(field.title, try names.text(datum, field.kind) + ahead(datum, field.kind))
    }
    if let roster {
      let w = Wording(language)
      add(Text("名单核对", "List"), roster.text(w) + w("（", " (") + roster.counting(w) + w("）", ")"))
    }
    add(SystemColumn.note.title, state.note)
    if state.isRemoved { add(Text("状态", "State"), Text("已作废", "removed")(language)) }
    return Table(
      title: shape.name.title(language),
      columns: [
        Column(Text("字段", "Field")(language), key: "field", .fixed),
        Column(Text("内容", "Value")(language), key: "value"),
      ], rows: rows)
  }
}
