internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// What files say of forms, until all of them are read: a form, its lines and its checks may stand in three.
struct FormDrafts {
  /// What is said of a form as it is from a period on.
  struct Stage {
    var header: Header?
    var lines: [(row: FormRow, revision: Revision<FormLine>)] = []
    var checks: [(row: FormRow, revision: Revision<FormCheck>)] = []
    /// Rows of it that say nothing that could be read.
    var gaps: FormGaps = []
    /// Whether each cell of it could be read.
    var isWhole = true

    /// Where something of it stands first.
    var place: FormRow? { rows.first }

    var rows: [FormRow] { [header?.row].compactMap(\.self) + lines.map(\.row) + checks.map(\.row) }
  }

  /// A row of forms.csv. A cell that could not be read is as one with which nothing is wrong.
  struct Header {
    var row: FormRow
    var title: Text
    var module: String
    /// Nil where it could not be read.
    var calendar: FormCalendar?
    var due: FormDue?
    /// Whether there is a cell that should say by when and is empty.
    var isDueEmpty: Bool
    var owing: FormOwing
    var document: String
  }

  /// By code, in the order of their first rows, then by the text of `from`.
  private(set) var codes: [String] = []
  private var stages: [String: [String: Stage]] = [:]
  /// Rows that do not say of which form they are.
  var gaps: FormGaps = []

  var isEmpty: Bool { codes.isEmpty }

  subscript(code: String, from: String) -> Stage {
    get { stages[code]?[from] ?? Stage() }
    set {
      if stages[code] == nil { codes.append(code) }
      stages[code, default: [:]][from] = newValue
    }
  }

  /// What could not be read of a form's rows.
  func gaps(of code: String) -> FormGaps {
    (stages[code] ?? [:]).values.reduce(gaps) { $0.union($1.gaps) }
  }

  /// Whether each cell could be read that says what a form is.
  func isWhole(_ code: String) -> Bool {
    gaps.isEmpty && (stages[code] ?? [:]).values.allSatisfy { $0.isWhole && $0.gaps.isEmpty }
  }

  /// Lines and checks that do not say from which period on they hold belong to the form's own row, where there is
  /// just one.
  func stages(of code: String) -> [String: Stage] {
    var stages = stages[code] ?? [:]
    let headers = stages.filter { $0.value.header != nil }.keys
    guard let from = headers.first, headers.count == 1, !from.isEmpty,
      let rest = stages.removeValue(forKey: "")
    else { return stages }
    stages[from]?.lines += rest.lines
    stages[from]?.checks += rest.checks
    stages[from]?.gaps.formUnion(rest.gaps)
    if !rest.isWhole { stages[from]?.isWhole = false }
    return stages
  }
}

/// Where a row of a form's files stands.
struct FormRow: Sendable {
  var file: Int
  var place: TablePlace
  /// The columns of the cells in which its formulas stand.
  var cell: TablePlace
}
