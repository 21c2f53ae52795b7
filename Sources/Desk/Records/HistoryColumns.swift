internal import Registers
internal import TargetEngine

/// A column of a file that tells what records went through, beside those of how they are now. What the
/// others say comes after it, so that such a file may be kept up like any other. Decision 0026.
enum HistoryColumn: Hashable, Sendable {
  case moves
  /// The values of a dated field.
  case steps(Int)
}

extension RegisterShape {
  func title(of column: HistoryColumn) -> Text {
    switch column {
    case .moves: Text("历次阶段", "Moves")
    case .steps(let field):
      Text("历次\(fields[field].title.zh)", "\(fields[field].title.en) by day")
    }
  }

  /// The history that a column has, by its name or title, where no field is called so.
  func history(named text: String) -> HistoryColumn? {
    if field(named: text) != nil { return nil }
    return historyColumns.first { column in
      let title = title(of: column)
      return [name(of: column), title.zh, title.en].contains(text)
    }
  }

  private var historyColumns: [HistoryColumn] {
    (stages.count > 1 ? [.moves] : []) + datedFields.map { .steps($0) }
  }

  private func name(of column: HistoryColumn) -> String {
    switch column {
    case .moves: "moves"
    case .steps(let field): "\(fields[field].name)-by-day"
    }
  }

  /// A record's history as a cell of a file has it.
  func cell(_ column: HistoryColumn, of state: RecordState, _ language: Language) -> String {
    switch (column, column.field.map { state.data[$0] }) {
    case (.moves, _): DatedText.text(state.moves) { title(ofStage: $0)(language) }
    case (.steps(let field), .dated(let dated)): DatedText.text(dated.steps, fields[field].kind)
    case (.steps, _): ""
    }
  }

  /// Whether the other columns of a file do not tell this of a record.
  func showsHistory(_ column: HistoryColumn, for state: RecordState, today: Day) -> Bool {
    switch (column, column.field.map { state.data[$0] }) {
    case (.moves, _):
      if state.moves.isEmpty { return false }
      // Read on another day, since a move without a day must not depend on that.
      let reader = Stages(shape: self, today: today.adding(days: 1))
      var plain = state
      plain.moves = []
      let read = try? reader.told(
        plain, WrittenFields(of: state), after: nil, stage: stage(of: state), on: nil)
      return read?.moves != state.moves || read?.data != state.data
    case (.steps, .dated(let dated)):
      return dated.steps.count != 1 || dated.steps.first?.from != valuesStart(of: state)
    case (.steps, _): return false
    }
  }
}

extension HistoryColumn {
  var field: Int? { if case .steps(let field) = self { field } else { nil } }
}

extension WrittenFields {
  /// The fields of a record that are filled in.
  init(of state: RecordState) {
    self.init()
    for (field, datum) in state.data.enumerated() where !datum.isEmpty { insert(field) }
  }
}

extension RecordDraft {
  /// Takes in what a cell tells of the record's history.
  mutating func tell(_ column: HistoryColumn, _ text: String) throws {
    let fault = DeskError.record(.badHistory(text, column: shape.title(of: column)))
    guard let parts = DatedText.parts(text) else { throw fault }
    switch column {
    case .moves:
      moves = try parts.map {
        StageMove(stage: try shape.stage($0.text).name, day: $0.day, isUndated: $0.isUndated)
      }
    case .steps(let field):
      var written = Dated()
      for part in parts {
        let places = shape.fields[field].kind.places
        guard let value = try? Amount.parse(part.text, decimals: places),
          !written.steps.contains(where: { $0.from == part.day })
        else { throw fault }
        written.set(value, from: part.day)
      }
      let known: Dated = if case .dated(let known) = state.data[field] { known } else { Dated() }
      // An older file has some of what is known, a newer one all of it and more.
      if !known.steps.allSatisfy(written.steps.contains) {
        guard written.steps.allSatisfy(known.steps.contains) else {
          let lacking = known.steps.first { !written.steps.contains($0) }
          throw DeskError.record(
            .stepsLack(
              field: shape.fields[field].title,
              value: shape.fields[field].kind.number(lacking?.value ?? 0),
              day: lacking?.from ?? parts[0].day))
        }
        written = known
      }
      state.data[field] = .dated(written)
      self.written.insert(field)
      withDays.insert(field)
    }
  }
}

extension RecordDraft {
  /// Throws where values that were written with their days begin on another day than the record does
  /// from now on: their first day would be replaced.
  func checkStart(after old: RecordState?) throws {
    guard let start = shape.valuesStart(of: state), old.flatMap(shape.valuesStart) != start else {
      return
    }
    for field in shape.datedFields where withDays.contains(field) {
      guard case .dated(let dated) = state.data[field], let first = dated.steps.first,
        first.from != start
      else { continue }
      throw DeskError.record(
        .otherStart(field: shape.fields[field].title, day: first.from, start: start))
    }
  }
}

extension RecordDraft {
  /// Throws where the moves of a row let values that were written with their days begin on another one.
  func checkDaysKept(in told: RecordState) throws {
    for field in shape.datedFields where withDays.contains(field) {
      guard case .dated(let written) = state.data[field], let first = written.steps.first?.from,
        case .dated(let dated) = told.data[field], let start = dated.steps.first?.from,
        start != first
      else { continue }
      throw DeskError.record(
        .otherStart(field: shape.fields[field].title, day: first, start: start))
    }
  }
}

extension Stages {
  /// The moves of a record whose whole history a file gives: those written, where they contain all known
  /// ones.
  func merged(_ written: [StageMove], with known: [StageMove]) throws -> [StageMove] {
    var stage = shape.stages.first?.name ?? ""
    for move in written {
      guard shape.leads(from: stage, to: move.stage) else { throw forbidden(stage, move.stage) }
      if move.isUndated, !known.contains(move),
        let mark = shape.marks.first(where: { $0.concerns(move.stage, from: stage) })
      {
        throw DeskError.record(
          .needs(stage: shape.title(ofStage: move.stage), field: shape.fields[mark.field]))
      }
      stage = move.stage
    }
    if written.firstMissing(in: known) == nil { return known }
    if let missing = known.firstMissing(in: written) {
      throw DeskError.record(
        .movesLack(stage: shape.title(ofStage: missing.stage), day: missing.day))
    }
    return written
  }
}

extension [StageMove] {
  /// The first move that is not among others in the same order.
  fileprivate func firstMissing(in others: [StageMove]) -> StageMove? {
    var rest = others[...]
    return first { move in
      guard let place = rest.firstIndex(of: move) else { return true }
      rest = rest[(place + 1)...]
      return false
    }
  }
}
