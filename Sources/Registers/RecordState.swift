internal import TargetEngine

/// A record without its type: the data of its register's fields in their order, and its moves.
public struct RecordState: Sendable, Hashable {
  /// 0 before it has a row.
  public var id: RecordID
  /// The values of its fields, in their order.
  public var data: [Datum]
  /// The stages that it entered.
  public var moves: [StageMove]
  /// A remark.
  public var note: String
  /// Taken out (作废), with its history kept.
  public var isRemoved: Bool
  /// A record; without an id it has no row yet.
  public init(
    id: RecordID = 0, data: [Datum], moves: [StageMove] = [], note: String = "",
    isRemoved: Bool = false
  ) {
    self.id = id
    self.data = data
    self.moves = moves
    self.note = note
    self.isRemoved = isRemoved
  }
}

extension RegisterRecord {
  /// The record of a state; data of another kind than their field's are left out.
  init(_ state: RecordState) {
    self.init()
    let fields = Self.fields
    for index in fields.indices.prefix(state.data.count) where !state.data[index].isEmpty {
      _ = fields[index].write(&self, state.data[index])
    }
    moves = Moves(
      state.moves.compactMap { move in Stage(rawValue: move.stage).map { ($0, move.day) } })
  }
}
