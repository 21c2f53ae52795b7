public import Registers
internal import Storage
public import TargetEngine

/// An indicator as someone describes it; its parts are named, not yet found.
public struct IndicatorDraft: Sendable {
  /// Unique, such as `clinics.accepted`.
  public var code: String
  /// The Chinese name.
  public var name: String
  /// `flow`, `stock` or `ratio`, or the Chinese word.
  public var kind: String
  /// The unit of measure, such as 个.
  public var measure: String
  /// How many decimals its amounts have.
  public var decimals: Int
  /// Whether more is better.
  public var direction: Direction
  /// The code of what a ratio divides.
  public var numerator: String?
  /// The code of what a ratio divides by.
  public var denominator: String?
  /// The English name; empty for none.
  public var nameEn = ""
  /// Nil for January, or of a ratio for its numerator's.
  public var firstMonth: Int?

  /// - Parameter code: see the properties.
  public init(
    code: String, name: String, kind: String, measure: String, decimals: Int = 0,
    direction: Direction = .more, numerator: String? = nil, denominator: String? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.measure = measure
    self.decimals = decimals
    self.direction = direction
    self.numerator = numerator
    self.denominator = denominator
  }

  /// An indicator as a module declares it.
  public init(_ declaration: IndicatorDeclaration) {
    self.init(
      code: declaration.code, name: declaration.name.zh, kind: "flow",
      measure: declaration.measure, decimals: declaration.decimals,
      direction: declaration.direction)
    nameEn = declaration.name.en
    if declaration.firstMonth > 1 { firstMonth = declaration.firstMonth }
    switch declaration.kind {
    case .flow: break
    case .stock: kind = "stock"
    case .ratio(let numerator, let denominator):
      (kind, self.numerator, self.denominator) = ("ratio", numerator, denominator)
    }
  }
}

extension Desk {
  /// Adds an indicator, and posts what records call for of it.
  ///
  /// - Throws: `DeskError` when its code is taken or the draft is wrong, such as a ratio without two parts.
  public func addIndicator(_ draft: IndicatorDraft) throws -> Written<Indicator> {
    try changeRecords { session in
      let catalogue = try ledger.indicators()
      let parts = Dictionary(catalogue.map { ($0.code, $0) }) { first, _ in first }
      let new = try draft.indicator(among: parts)
      try IndicatorNames(catalogue).expectFree(for: new)
      let indicator = try session.transaction.add(new)
      try session.post(to: [indicator])
      return indicator
    }
  }
}

extension IndicatorDraft {
  /// Checks a draft against the indicators there are.
  func indicator(among others: [String: Indicator]) throws(DeskError) -> Indicator {
    guard others[code] == nil else { throw .duplicateCode(code) }
    return try checked(among: others)
  }

  /// Whether it describes what is there already; what it leaves out does not differ.
  func isDescribing(
    _ known: Indicator, among others: [String: Indicator]
  ) throws(DeskError) -> Bool {
    var described = try checked(among: others)
    if nameEn.isEmpty { described.nameEn = known.nameEn }
    if firstMonth == nil { described.firstMonth = known.firstMonth }
    (described.id, described.isPart) = (known.id, known.isPart)
    (described.defaultTarget, described.defaultPace) = (known.defaultTarget, known.defaultPace)
    return described == known
  }

  private func checked(among others: [String: Indicator]) throws(DeskError) -> Indicator {
    // Any word will do; a module's indicators have its name before the first dot.
    guard code.isCode, !code.hasPrefix(".") else { throw .badIndicatorCode(code) }
    let name = try name.asText()
    // A ratio is in percent without saying so.
    let measure =
      kind == "ratio" ? measure.trimmed : try measure.asText(of: Text("计量单位", "measure"))
    guard Indicator.allowedDecimals.contains(decimals) else { throw .badDecimals(decimals) }
    if let firstMonth, !PlanYear.firstMonths.contains(firstMonth) {
      throw .badFirstMonth(firstMonth)
    }
    var indicator = Indicator(
      code: code, name: name, kind: try kind(among: others), measure: measure,
      decimals: decimals, direction: direction)
    indicator.nameEn = nameEn.trimmed
    let parts = [numerator, denominator].compactMap { $0.flatMap { others[$0] } }
    indicator.firstMonth = firstMonth ?? parts.first?.firstMonth ?? 1
    // A figure of one plan year is never divided by one of another.
    for part in parts where part.kind == .flow && part.firstMonth != indicator.firstMonth {
      throw .differentYears(
        code, from: indicator.firstMonth, part: part.code, partFrom: part.firstMonth)
    }
    return indicator
  }

  private func kind(among others: [String: Indicator]) throws(DeskError) -> IndicatorKind {
    guard kind == "ratio" else {
      guard numerator == nil, denominator == nil else { throw .badRatio(code) }
      return kind == "stock" ? .stock : .flow
    }
    guard let numerator, let denominator else { throw .badRatio(code) }
    var parts: [IndicatorID] = []
    for name in [numerator, denominator] {
      guard let part = others[name] else {
        throw .unknownIndicator(
          name, suggestions: Suggestions.nearest(to: name, in: others.keys.sorted()))
      }
      guard part.kind.name != "ratio" else { throw .badRatio(code) }
      parts.append(part.id)
    }
    return .ratio(numerator: parts[0], denominator: parts[1])
  }
}
