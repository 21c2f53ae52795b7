internal import TargetEngine

extension FormVersion {
  /// How many lines a form may have.
  public static let mostLines = 1000

  /// - Throws: the first thing by which it cannot be filled in, judged or printed.
  func validate(_ cycle: FormCycle) throws(FormFault) {
    if let fault = faults(cycle).first { throw fault }
  }

  /// Everything by which it cannot be filled in, judged or printed.
  public func faults(_ cycle: FormCycle) -> [FormFault] {
    var faults: [FormFault] = OneLine.isBlank(title.zh) ? [.noTitle] : []
    if lines.isEmpty { faults.append(.noLines) }
    guard lines.count <= FormVersion.mostLines else {
      return faults + [.mostLines(FormVersion.mostLines)]
    }
    if let fault = dueFault(cycle) { faults.append(fault) }
    var known: [LineNumber: FormLine] = [:]
    for line in lines where known.updateValue(line, forKey: line.number) != nil {
      faults.append(.sameLine(line.number))
    }
    faults += lines.compactMap { line in
      line.fault(among: known, cycle).map { .line(line.number, $0) }
    }
    faults += postingFaults
    do { _ = try formulaOrder() } catch { faults.append(error) }
    return faults + checkFaults(among: known)
  }

  /// The lines of formulas in the order in which they are computed.
  func formulaOrder() throws(FormFault) -> [LineNumber] {
    let formulas = lines.compactMap { line in line.source.formula.map { (line.number, $0) } }
    do { return try FormulaOrder.order(formulas) } catch { throw .circle(error) }
  }

  private func dueFault(_ cycle: FormCycle) -> FormFault? {
    guard let due else { return cycle == .once ? nil : .noDue }
    return switch due.rule {
    case .on where cycle != .once: .dueOfOnePeriod
    case .dayOfYear where cycle != .once && cycle != .year: .dueOfOneYear
    case .on, .dayOfYear, .dayOfMonth, .term: nil
    }
  }

  private var postingFaults: [FormFault] {
    var posting: [String: LineNumber] = [:]
    return lines.compactMap { line in
      guard let indicator = line.posting?.indicator,
        let other = posting.updateValue(line.number, forKey: indicator)
      else { return nil }
      return .samePosting(other, line.number)
    }
  }

  private func checkFaults(among known: [LineNumber: FormLine]) -> [FormFault] {
    var rules: Set<CheckRule> = []
    return checks.flatMap { check -> [FormFault] in
      guard rules.insert(check.rule).inserted else { return [.sameCheck(check.rule)] }
      let faults = (check.rule.lines + check.rule.lastLines).compactMap { number -> FormFault? in
        guard let line = known[number] else { return .checkOfNoLine(check.rule, number) }
        return line.content.isAmount ? nil : .checkOfNoAmount(check.rule, number)
      }
      if case .change = check.rule, check.severity == .hard {
        return faults + [.hardChange(check.rule)]
      }
      return faults
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
