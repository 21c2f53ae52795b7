internal import Forms
internal import TargetEngine

/// The lines and checks of a form as cells between tabs.
extension FormLine {
  var cells: String {
    var measure = ""
    if case .amount(_, let word) = content { measure = word }
    return [
      number.description, title.zh, title.en, content.word, measure, "\(decimals ?? 0)",
      isRequired ? "required" : "", source.description, posting?.description ?? "",
    ].tabbed
  }

  /// Nil for cells that say no line.
  init?(cells text: String) {
    let cells = text.untabbed
    guard cells.count == 9, let number = LineNumber(cells[0]), let decimals = Int(cells[5]),
      let content = LineContent(cells[3], decimals: decimals, measure: cells[4]),
      let source = try? LineSource(cells[7])
    else { return nil }
    self.init(
      number, Text(cells[1], cells[2]), content, isRequired: !cells[6].isEmpty, source: source,
      posting: LinePosting(text: cells[8]))
  }
}

extension FormCheck {
  var cells: String { (rule.cells + [severity.rawValue, message]).tabbed }

  /// Nil for cells that say no check.
  init?(cells text: String) {
    let cells = text.untabbed
    guard cells.count == 5, let rule = CheckRule(cells: Array(cells.prefix(3))),
      let severity = Severity(rawValue: cells[3])
    else { return nil }
    self.init(rule, severity, message: cells[4])
  }
}

extension CheckRule {
  /// Nil for cells that say no rule.
  init?(cells: [String]) {
    guard cells.count == 3, let rule = try? CheckRule(cells[0], cells[1], cells[2]) else {
      return nil
    }
    self = rule
  }
}

extension [String] {
  var tabbed: String { joined(separator: "\t") }
}

extension String {
  var untabbed: [String] {
    utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }
}
