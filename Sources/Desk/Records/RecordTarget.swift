public import Registers
public import TargetEngine

/// What a named value of a record is given to: a field, or one of the columns that every register has.
public enum RecordTarget: Sendable, Hashable {
  case field(Int)
  case stage, note, id

  /// The field; nil for other columns.
  var field: Int? { if case .field(let field) = self { field } else { nil } }
}

extension RegisterShape {
  /// The target of a value by the name or title of its column.
  public func target(of name: String) throws(DeskError) -> RecordTarget {
    if let field = field(named: name) { return .field(field) }
    if let column = SystemColumn.named(name) {
      switch column {
      case .id: return .id
      case .stage: return .stage
      case .note: return .note
      }
    }
    throw .record(
      .unknownField(
        name, register: self.name.title,
        suggestions: Suggestions.nearest(to: name, in: columnWords)))
  }

  /// What columns are called, of which one may have been meant.
  var columnWords: [String] {
    fields.flatMap { [$0.name, $0.title.zh] } + [SystemColumn.stage.rawValue]
  }
}

extension RegisterShape {
  /// Whether columns name records: by number, by identity, or by the natural key.
  func isNamed(by has: (RecordTarget) -> Bool) -> Bool {
    has(.id) || identityFields.contains { has(.field($0)) }
      || !keyFields.isEmpty
        && keyFields.allSatisfy { laterKeyFields.contains($0) || has(.field($0)) }
  }
}

/// The columns that every register has besides its fields.
public enum SystemColumn: String, CaseIterable, Sendable {
  case id, stage, note

  /// What it is called.
  public var title: Text {
    switch self {
    case .id: Text("记录号", "Record")
    case .stage: Text("阶段", "Stage")
    case .note: Text("备注", "Note")
    }
  }

  /// Whether a word means this column.
  public func isNamed(_ text: String) -> Bool { SystemColumn.named(text) == self }

  static func named(_ text: String) -> SystemColumn? { byName[text] }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { column in
      Set([column.rawValue, column.title.zh, column.title.en]).map { ($0, column) }
    })
}
