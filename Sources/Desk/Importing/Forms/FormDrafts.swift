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

    /// Where something of it stands first.
    var place: FormRow? { header?.row ?? lines.first?.row ?? checks.first?.row }
  }

  /// A row of forms.csv.
  struct Header {
    var row: FormRow
    var title: Text
    var module: String
    var calendar: FormCalendar
    var due: FormDue?
    var owing: FormOwing
    var document: String
  }

  /// By code, in the order of their first rows, then by the text of `from`.
  private(set) var codes: [String] = []
  private var stages: [String: [String: Stage]] = [:]

  var isEmpty: Bool { codes.isEmpty }

  subscript(code: String, from: String) -> Stage {
    get { stages[code]?[from] ?? Stage() }
    set {
      if stages[code] == nil { codes.append(code) }
      stages[code, default: [:]][from] = newValue
    }
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
