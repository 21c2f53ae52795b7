internal import TargetEngine

extension FormVersion {
  /// How many lines a form may have.
  public static let mostLines = 1000

  /// - Throws: the first thing by which it cannot be filled in, judged or printed.
  func validate(_ cycle: FormCycle) throws(FormFault) {
    guard !OneLine.isBlank(title.zh) else { throw .noTitle }
    guard !lines.isEmpty else { throw .noLines }
    guard lines.count <= FormVersion.mostLines else { throw .mostLines(FormVersion.mostLines) }
    try validateDue(cycle)
    var known: [LineNumber: FormLine] = [:]
    for line in lines {
      guard known.updateValue(line, forKey: line.number) == nil else {
        throw .sameLine(line.number)
      }
    }
    for line in lines {
      if let fault = line.fault(among: known, cycle) { throw .line(line.number, fault) }
    }
    try validatePostings()
    _ = try formulaOrder()
    try validateChecks(among: known)
  }

  /// The lines of formulas in the order in which they are computed.
  func formulaOrder() throws(FormFault) -> [LineNumber] {
    let formulas = lines.compactMap { line in line.source.formula.map { (line.number, $0) } }
    do { return try FormulaOrder.order(formulas) } catch { throw .circle(error) }
  }

  private func validateDue(_ cycle: FormCycle) throws(FormFault) {
    guard let due else {
      guard cycle == .once else { throw .noDue }
      return
    }
    switch due.rule {
    case .on where cycle != .once: throw .dueOfOnePeriod
    case .dayOfYear where cycle != .once && cycle != .year: throw .dueOfOneYear
    case .on, .dayOfYear, .dayOfMonth, .term: break
    }
  }

  private func validatePostings() throws(FormFault) {
    var posting: [String: LineNumber] = [:]
    for line in lines {
      guard let indicator = line.posting?.indicator else { continue }
      if let other = posting.updateValue(line.number, forKey: indicator) {
        throw .samePosting(other, line.number)
      }
    }
  }

  private func validateChecks(among known: [LineNumber: FormLine]) throws(FormFault) {
    var rules: Set<CheckRule> = []
    for check in checks {
      guard rules.insert(check.rule).inserted else { throw .sameCheck(check.rule) }
      for number in check.rule.lines + check.rule.lastLines {
        guard let line = known[number] else { throw .checkOfNoLine(check.rule, number) }
        guard line.content.isAmount else { throw .checkOfNoAmount(check.rule, number) }
      }
      if case .change = check.rule, check.severity == .hard { throw .hardChange(check.rule) }
    }
  }
}

extension FormLine {
  fileprivate func fault(among known: [LineNumber: FormLine], _ cycle: FormCycle) -> LineFault? {
    if OneLine.isBlank(title.zh) { return .noTitle }
    if let decimals, !Indicator.allowedDecimals.contains(decimals) { return .decimals(decimals) }
    if source != .typed, !content.isAmount { return .computedNoAmount }
    if let formula = source.formula {
      for number in formula.lines + formula.lastLines {
        guard let line = known[number] else { return .formulaOfNoLine(number) }
        guard line.content.isAmount else { return .formulaOfNoAmount(number) }
      }
    }
    guard let posting else { return nil }
    guard source == .typed, content.isAmount else { return .postsNoTypedAmount }
    return posting.isCumulative && cycle != .once ? .cumulativeWithoutEvent : nil
  }
}
