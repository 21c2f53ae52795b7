public import TargetEngine

/// The table that a clerk sends each month: every indicator of one unit, as of a month's end.
public struct MonthlyReport: Sendable {
  public var head: String
  public var month: Month
  /// Whether all its lines come from a closing.
  public var closed: Bool
  public var unit: Unit
  public var lines: [Line]
  /// Earlier plan years that were unfinished when the year began.
  public var carried: [Line]
  public var notes: [ReportNote]
  public var office: Office

  public init(
    head: String, month: Month, closed: Bool, unit: Unit, lines: [Line], carried: [Line],
    notes: [ReportNote], office: Office
  ) {
    self.head = head
    self.month = month
    self.closed = closed
    self.unit = unit
    self.lines = lines
    self.carried = carried
    self.notes = notes
    self.office = office
  }
}

/// What the office has set about itself and about how its reports look.
public struct Office: Sendable {
  public var filler: String?
  public var reviewer: String?
  public var responsible: String?
  public var phone: String?
  /// Decimal places of printed percentages.
  public var decimals: Int

  public init(
    filler: String? = nil, reviewer: String? = nil, responsible: String? = nil,
    phone: String? = nil, decimals: Int = 0
  ) {
    self.filler = filler
    self.reviewer = reviewer
    self.responsible = responsible
    self.phone = phone
    self.decimals = decimals
  }
}

/// What a reader of a report must know beside its figures.
public enum ReportNote: Sendable, Hashable {
  /// The target was revised, within the year and before the report day.
  case revised(Indicator, from: Int64, to: Int64, effective: Day, document: String, reason: String)
  /// The target of the last month's closed report was withdrawn since, so that another holds, or none.
  case withdrawn(Indicator, month: Month, from: Int64, to: Int64?)
  /// Months already reported were corrected.
  case corrected(Indicator, year: Int, amount: Int64)
  /// The month before now has another amount than its closed report says, and not by a correction alone.
  case previous(Indicator, month: Month, reported: Int64, now: Int64)
  /// An own target differs from the sum of the children's: 分解不足 or 超分解.
  case decomposition(Indicator, own: Int64, children: Int64)
  /// Units merged into this one have a target that its own does not hold yet.
  case merged(Indicator, amount: Int64)
  /// No target is set, so that what lists plan for the year stands for it.
  case planned(Indicator)
  /// Units that reported numbers while records of units below them post to the indicator.
  case countedTwice(Indicator, units: [String])
  /// Records that do not count, since units report by number.
  case uncounted(Indicator, units: [String], records: Int)
  /// Lists of records that are not whole yet, so that the numbers of the records count, and not those
  /// listed.
  case waiting(Indicator, records: Int, own: Int64, listed: Int64)
  /// Units or entries that are in a total and in none of the rows: what they did, how much of it in the month (nil
  /// in closings whose form does not say it), and the target that is summed over them.
  case leftOut(Indicator, amount: Int64, month: Int64?, target: Int64)
  /// A summed target goes over only some of the children.
  case partial(Indicator, with: Int, of: Int)
  /// Units that have not sent the forms of which the month's figures are, after the due day; whether the unit that
  /// the note stands under is one of them.
  case unreported(Indicator, NamedUnits, isOwn: Bool)
  /// Units whose answers are sent and not accepted, so that they do not count yet.
  case unaccepted(Indicator, NamedUnits)
  /// A note on an earlier plan year that is carried over.
  indirect case carried(year: Int, ReportNote)
  /// Some modules have closed the month, the others have not.
  case partlyClosed(modules: [String])

  /// The note of an earlier plan year; a correction names the year itself.
  public func naming(_ year: Int) -> ReportNote {
    if case .corrected = self { self } else { .carried(year: year, self) }
  }

  /// Whether it is about a line of its indicator.
  ///
  /// - Parameter year: the plan year of a line that is carried over; nil for a line of its own year.
  func isOf(_ line: Line, carried year: Int?) -> Bool {
    switch self {
    case .carried(let own, _): own == year
    case .corrected(_, let own, _): own == line.year
    default: year == nil
    }
  }

  /// The indicator that it is about; nil when it is about the report.
  var indicator: Indicator? {
    switch self {
    case .revised(let indicator, _, _, _, _, _), .corrected(let indicator, _, _),
      .decomposition(let indicator, _, _), .merged(let indicator, _), .planned(let indicator),
      .countedTwice(let indicator, _), .partial(let indicator, _, _),
      .uncounted(let indicator, _, _),
      .previous(let indicator, _, _, _), .withdrawn(let indicator, _, _, _),
      .waiting(let indicator, _, _, _),
      .unreported(let indicator, _, _), .unaccepted(let indicator, _),
      .leftOut(let indicator, _, _, _):
      indicator
    case .carried(_, let note): note.indicator
    case .partlyClosed: nil
    }
  }
}

extension MonthlyReport {
  /// The report with the names that people know modules by, for reading.
  public func naming(modules title: (String) -> String) -> MonthlyReport {
    var report = self
    report.notes = notes.map { note in
      guard case .partlyClosed(let modules) = note else { return note }
      return .partlyClosed(modules: modules.map(title))
    }
    return report
  }
}
