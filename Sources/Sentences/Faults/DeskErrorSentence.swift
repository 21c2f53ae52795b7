public import Desk
public import TargetEngine

extension DeskError: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    if case .faults(let faults) = self { return faults.complaint(language) }
    if case .form(.allLeftOut(let units)) = self {
      return Complaint(lines: Wording(language).leftOut(units), cause: .badData)
    }
    return Complaint(sentence(language), cause: .badData)
  }

  private func sentence(_ language: Language) -> String {
    let w = Wording(language)
    return switch self {
    case .unknownUnit(let text, let suggestions): w.unknownUnit(text, suggestions)
    case .ambiguousUnit(let text, let candidates): w.ambiguousUnit(text, candidates)
    case .duplicateName(let name, let other): w.duplicateName(name, other)
    case .codeIsName(let name, let code, let other): w.codeIsName(name, code, other)
    case .noOfficeUnit: w.noOfficeUnit
    case .unknownIndicator(let text, let suggestions): w.unknownIndicator(text, suggestions)
    case .unknownModule(let text, let suggestions): w.unknownModule(text, suggestions)
    case .unknownSetting(let text, let suggestions): w.unknownSetting(text, suggestions)
    case .badSetting(let name, let value): w.badSetting(name, value)
    case .unknownEntry(let text): w.unknownEntry(text)
    case .amount(let fault, let text, let indicator):
      w.about(indicator: indicator, fault.sentence(text, language))
    case .target(let fault, let indicator):
      w.about(indicator: indicator, fault.sentence(language))
    case .ratioIsDerived(let indicator): w.ratioIsDerived(indicator)
    case .onlyStockIsSet(let indicator): w.onlyStockIsSet(indicator)
    case .badYear(let text): w.badYear(text)
    case .dayOutOfRange(let day): w.dayOutOfRange(day)
    case .stockHasNoPlanYear(let indicator): w.stockHasNoPlanYear(indicator)
    case .unitClosed(let unit, let day): w.unitClosed(unit, day)
    case .unitNotOpen(let unit, let day): w.unitNotOpen(unit, day)
    case .reportsByList(let indicator, let unit): w.reportsByList(indicator, unit)
    case .noRegisterPosts(let indicator, let posted): w.noRegisterPosts(indicator, posted)
    case .emptyText(let what): w.emptyText(what)
    case .duplicateCode(let code): w.duplicateCode(code)
    case .indicatorName(let name, let other): w.indicatorName(name, other)
    case .parentBelow(let unit, let parent): w.parentBelow(unit, parent)
    case .entriesAfter(let unit, let day, let last): w.entriesAfter(unit, day, last)
    case .opensAfterClosing(let unit): w.opensAfterClosing(unit)
    case .childOpens(let child, let day, let unit): w.childOpens(child, day, unit)
    case .closedBefore(let unit, let day): w.closedBefore(unit, day)
    case .noParent(let unit): w.noParent(unit)
    case .parentClosed(let unit, let parent, let day): w.parentClosed(unit, parent, day)
    case .mergesLater(let day): w.mergesLater(day)
    case .mergedElsewhere(let unit, let parent): w.mergedElsewhere(unit, parent)
    case .notMergedInto(let unit, let into): w.notMergedInto(unit, into)
    case .mergerKnown(let unit, let into): w.mergerKnown(unit, into)
    case .badUnitCode(let code): w.badUnitCode(code)
    case .badIndicatorCode(let code): w.badIndicatorCode(code)
    case .badDecimals(let count): w.badDecimals(count)
    case .badFirstMonth(let month): w.badFirstMonth(month)
    case .differentYears(let indicator, let from, let part, let partFrom):
      w.differentYears(indicator, from, part, partFrom)
    case .badRatio(let indicator): w.badRatio(indicator)
    case .notClosed(let month): w.notClosed(month)
    case .alreadyClosed(let month, let modules): w.alreadyClosed(month, modules)
    case .closeFirst(let month): w.closeFirst(month)
    case .notYet(let month): w.notYet(month)
    case .notBefore(let first, let month): w.notBefore(first, month)
    case .noEdition(let month, let edition, let count): w.noEdition(month, edition, count)
    case .notOver(let month): w.join([w.notOver(month), w.closeWithYes])
    case .farFirst(let month, let first):
      w.join([w.farFirst(month, figuresFrom: first), w.closeWithYes])
    case .undo(let fault): fault.sentence(language)
    case .nothingToCorrect(let entry): w.nothingToCorrect(entry)
    case .notCorrectable(let entry, let fault): w.notCorrectable(entry, fault)
    case .overflow: OverflowFault().sentence(language)
    case .record(let fault): fault.sentence(language)
    case .form(let refusal): refusal.sentence(language)
    case .faults(let faults): w.join(faults.complaint(language).lines)
    case .calendar(let fault): fault.sentence(language)
    case .unknownRule(let text, let suggestions): w.unknownRule(text, suggestions)
    case .badRule(let rule, let count): w.badRule(rule, count)
    case .unknownRuleMeasure(let text): w.unknownRuleMeasure(text)
    case .importedBefore(let file, let name, let transaction):
      w.importedBefore(file, name, transaction)
    case .importedTwice(let file, let name): w.importedTwice(file, name)
    case .notAsShown(let file): w.notAsShown(file)
    }
  }
}
