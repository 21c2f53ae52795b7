internal import Journal
internal import Reports
internal import Storage
internal import TargetEngine

/// A note with the line that it stands under.
struct PlacedNote {
  var part: FrozenLine.Part
  /// The line's plan year; 0 when it is about all lines of the indicator.
  var year: Int
  var indicator: Indicator
  var note: ReportNote

  init(_ note: ReportNote, under line: FrozenLine) {
    part = line.part
    year = line.line.year
    indicator = line.line.indicator
    self.note = note
  }

  /// - Parameter carried: the earlier plan year that it is about; nil for all lines of the indicator.
  init(_ note: ReportNote, on indicator: Indicator, carried: Int? = nil) {
    part = carried == nil ? .main : .carried
    year = carried ?? 0
    self.indicator = indicator
    self.note = note
  }

  /// The note as a report says it: of an earlier plan year with the year.
  var inReport: ReportNote { part == .carried ? note.naming(year) : note }

  /// The order in which a report says notes: those under its lines, as these stand, then the others.
  static func precedes(_ a: PlacedNote, _ b: PlacedNote) -> Bool {
    let place = { (note: PlacedNote) in
      (note.year == 0 ? 1 : 0, note.part == .carried ? note.year : 0, note.indicator.id)
    }
    return place(a) < place(b)
  }
}

extension PlacedNote {
  /// The note as a closing keeps it; nil for what is not kept.
  var frozen: FrozenNote? {
    note.frozenBody.map {
      FrozenNote(part: part, year: year, indicator: indicator.id, body: $0)
    }
  }

  /// - Returns: nil when the note is about none of the indicators, or is not understood.
  init?(_ frozen: FrozenNote, in catalogue: [IndicatorID: Indicator]) {
    guard let indicator = catalogue[frozen.indicator],
      let note = ReportNote(frozen: frozen.body, indicator, year: frozen.year)
    else { return nil }
    part = frozen.part
    year = frozen.year
    self.indicator = indicator
    self.note = note
  }
}

extension ReportNote {
  /// What a closing keeps of it; nil for what is made from the lines, or is about what is open.
  fileprivate var frozenBody: FieldList? {
    var body = FieldList()
    switch self {
    case .revised(_, let from, let to, let effective, let document, let reason):
      body.add("kind", "revised")
      body.add("from", from)
      body.add("to", to)
      body.add("effective", effective.rawValue)
      body.add("document", document)
      body.add("reason", reason)
    case .withdrawn(_, let month, let from, let to):
      body.add("kind", "withdrawn")
      body.add("month", month.rawValue)
      body.add("from", from)
      if let to { body.add("to", to) }
    case .corrected(_, _, let amount):
      body.add("kind", "corrected")
      body.add("amount", amount)
    case .previous(_, let month, let reported, let now):
      body.add("kind", "previous")
      body.add("month", month.rawValue)
      body.add("reported", reported)
      body.add("now", now)
    case .decomposition(_, let own, let children):
      body.add("kind", "decomposition")
      body.add("own", own)
      body.add("children", children)
    case .merged(_, let amount):
      body.add("kind", "merged")
      body.add("amount", amount)
    case .planned: body.add("kind", "planned")
    case .countedTwice(_, let units):
      body.add("kind", "countedTwice")
      for unit in units { body.add("unit", unit) }
    case .uncounted(_, let units, let records):
      body.add("kind", "uncounted")
      for unit in units { body.add("unit", unit) }
      body.add("records", records)
    case .waiting(_, let records, let own, let listed):
      body.add("kind", "waiting")
      body.add("records", records)
      body.add("own", own)
      body.add("listed", listed)
    case .partial(_, let with, let all):
      body.add("kind", "partial")
      body.add("with", with)
      body.add("of", all)
    case .unreported(_, let units, let isOwn):
      body.add("kind", FrozenNote.unreported)
      // Rankings look for it: see `frozenUnreported`.
      if isOwn { body.add("own", "yes") }
      body.add(units)
    case .unaccepted(_, let units):
      body.add("kind", "unaccepted")
      body.add(units)
    case .leftOut, .carried, .partlyClosed: return nil
    }
    return body
  }

  fileprivate init?(frozen body: FieldList, _ indicator: Indicator, year: Int) {
    let number = { (name: String) in body[name].flatMap { Int64($0) } }
    switch body["kind"] {
    case "revised":
      guard let from = number("from"), let to = number("to"),
        let day = number("effective"), let effective = Day(rawValue: Int(day))
      else { return nil }
      self = .revised(
        indicator, from: from, to: to, effective: effective, document: body["document"] ?? "",
        reason: body["reason"] ?? "")
    case "withdrawn":
      guard let from = number("from"),
        let month = number("month").flatMap({ Month(rawValue: Int($0)) })
      else { return nil }
      self = .withdrawn(indicator, month: month, from: from, to: number("to"))
    case "corrected":
      guard let amount = number("amount") else { return nil }
      self = .corrected(indicator, year: year, amount: amount)
    case "previous":
      guard let reported = number("reported"), let now = number("now"),
        let month = number("month").flatMap({ Month(rawValue: Int($0)) })
      else { return nil }
      self = .previous(indicator, month: month, reported: reported, now: now)
    case "decomposition":
      guard let own = number("own"), let children = number("children") else { return nil }
      self = .decomposition(indicator, own: own, children: children)
    case "merged":
      guard let amount = number("amount") else { return nil }
      self = .merged(indicator, amount: amount)
    case "planned": self = .planned(indicator)
    case "countedTwice": self = .countedTwice(indicator, units: body.all("unit"))
    case "uncounted":
      guard let records = number("records") else { return nil }
      self = .uncounted(indicator, units: body.all("unit"), records: Int(records))
    case "waiting":
      guard let records = number("records"), let own = number("own"),
        let listed = number("listed")
      else { return nil }
      self = .waiting(indicator, records: Int(records), own: own, listed: listed)
    case "partial":
      guard let with = number("with"), let all = number("of") else { return nil }
      self = .partial(indicator, with: Int(with), of: Int(all))
    case FrozenNote.unreported:
      guard let units = NamedUnits(body) else { return nil }
      self = .unreported(indicator, units, isOwn: body["own"] == "yes")
    case "unaccepted":
      guard let units = NamedUnits(body) else { return nil }
      self = .unaccepted(indicator, units)
    default: return nil
    }
  }
}

extension Desk {
  /// The notes that stood under units' lines of the modules in `catalogue` that closed the month.
  ///
  /// - Parameter unit: the only unit whose notes are wanted; nil for those of all.
  func frozenNotes(
    of unit: UnitID?, in closed: ClosedMonth, _ catalogue: [Indicator]
  ) throws -> [UnitID: [PlacedNote]] {
    var notes: [UnitID: [PlacedNote]] = [:]
    for (transaction, indicators) in closed.transactions(of: catalogue) {
      let wanted = Dictionary(indicators.map { ($0.id, $0) }) { first, _ in first }
      for (unit, frozen) in try ledger.frozenNotes(transaction: transaction, of: unit) {
        notes[unit, default: []] += frozen.filter { $0.part != .before }
          .compactMap { PlacedNote($0, in: wanted) }
      }
    }
    return notes
  }
}
