internal import Database
public import Journal
public import TargetEngine

/// A month that was closed: whose lines are frozen in which edition by which transaction.
public struct Closing: Sendable, Hashable {
  public var id: Int64
  public var transaction: Int64
  public var month: Month
  /// The module whose lines it froze; empty for the closing of all that had not closed yet.
  public var module: String
  /// From 1; a reissue counts on.
  public var edition: Int
  /// The last transaction whose entries it saw.
  public var cutoff: Int64
  /// The tolerance that its statuses were judged with, as the setting writes it.
  public var tolerance: String
  /// What its lines look like on paper.
  public var form: PrintedForm

  public init(
    month: Month, module: String, edition: Int, cutoff: Int64, tolerance: String,
    form: PrintedForm = .current
  ) {
    id = 0
    transaction = 0
    self.month = month
    self.module = module
    self.edition = edition
    self.cutoff = cutoff
    self.tolerance = tolerance
    self.form = form
  }

  static let columns = "id, tx, month, module, edition, cutoff, tolerance, form"

  init?(_ row: any Statement) {
    guard let month = Month(rawValue: Int(row.int(2))) else { return nil }
    self.init(
      month: month, module: row.text(3), edition: Int(row.int(4)), cutoff: row.int(5),
      tolerance: row.text(6), form: PrintedForm(rawValue: Int(row.int(7))) ?? .current)
    id = row.int(0)
    transaction = row.int(1)
  }

  /// The state that the journal keeps.
  var fields: FieldList {
    var fields = FieldList()
    fields.add("month", month.rawValue)
    fields.add("module", module)
    fields.add("edition", edition)
    fields.add("cutoff", cutoff)
    fields.add("tolerance", tolerance)
    // Closings of earlier versions say nothing of it.
    if form != .first { fields.add("form", form.rawValue) }
    return fields
  }
}

/// A note as a closing keeps it: under which line of a unit it stands, and what it says.
public struct FrozenNote: Sendable {
  public var part: FrozenLine.Part
  /// The plan year of its line; 0 when it is about the indicator whatever the year.
  public var year: Int
  public var indicator: IndicatorID
  /// What it says, as `kind` and the fields of that kind.
  public var body: FieldList

  /// The kind of a note on forms that were not sent in time.
  public static let unreported = "unreported"

  public init(part: FrozenLine.Part, year: Int, indicator: IndicatorID, body: FieldList) {
    self.part = part
    self.year = year
    self.indicator = indicator
    self.body = body
  }
}

/// A line as a closing keeps it: what it was made from, with the document behind its target.
public struct FrozenLine: Sendable {
  /// Which part of what a month said a line belongs to.
  public enum Part: Int, Sendable {
    /// The report's lines, and those of earlier plan years.
    case main, carried
    /// The month before, where that was not closed: a ranking compares with it.
    case before
    /// What a ranking says of a unit whose report does not list the indicator.
    case unlisted
  }

  public var part: Part
  public var line: Line
  public var document: String

  public init(part: Part, line: Line, document: String) {
    self.part = part
    self.line = line
    self.document = document
  }
}
