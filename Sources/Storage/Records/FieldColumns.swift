internal import Database
internal import Registers

/// A column of a register's table in which values of a field lie.
struct FieldColumn {
  /// What follows the field's name in the column's.
  var suffix = ""
  var type: Kind

  enum Kind: String {
    case text = "TEXT"
    case int = "{int}"
  }
}

extension FieldShape {
  /// The columns that hold a value: the one by which it is compared first, then what is kept beside
  /// it.
  var columns: [FieldColumn] {
    isName
      ? [FieldColumn(suffix: "_compared", type: .text), FieldColumn(type: .text)] : kind.columns
  }
}

extension FieldKind {
  /// The columns that the steps of a register's versions make.
  var columns: [FieldColumn] {
    switch self {
    case .text, .choice, .file, .list: [FieldColumn(type: .text)]
    case .int, .money, .decimal, .day, .moment, .bool, .unit, .reference: [FieldColumn(type: .int)]
    case .dated: [FieldColumn(type: .int), FieldColumn(suffix: "_steps", type: .text)]
    case .secret:
      [FieldColumn(suffix: "_blind", type: .text), FieldColumn(suffix: "_box", type: .text)]
    }
  }
}

extension Scalar {
  init(_ row: any Statement, _ column: Int, _ type: FieldColumn.Kind) {
    if row.isNull(column) {
      self = .null
      return
    }
    switch type {
    case .int: self = .int(row.int(column))
    case .text: self = .text(row.text(column))
    }
  }
}

extension Value {
  init(_ scalar: Scalar) {
    switch scalar {
    case .null: self = .null
    case .int(let int): self = .int(int)
    case .text(let text): self = .text(text)
    }
  }
}

extension Datum {
  /// What the value is looked for as.
  var value: Value { Value(scalar) }

  /// The value in a row's column by which its field is compared.
  init(_ row: any Statement, _ column: Int, _ kind: FieldKind) {
    self = kind.datum(Scalar(row, column, kind.columns[0].type))
  }
}
