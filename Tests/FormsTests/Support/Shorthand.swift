import TargetEngine

@testable import Forms

func day(_ text: String) -> Day { Day(text)! }
func moment(_ text: String) -> Moment { Moment(text)! }
func every(_ cycle: FormCycle, from month: Int = 1) -> FormCalendar {
  FormCalendar(cycle, firstMonth: month)!
}

func period(_ text: String, _ cycle: FormCycle, from month: Int = 1) -> FormPeriod {
  try! every(cycle, from: month).period(text)
}

extension LineNumber: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = LineNumber(text)! }
}

func amount(_ text: String, places: Int = 0) -> Decimal {
  Decimal(try! Amount.parse(text, decimals: places), places: places)
}

extension FormLine {
  /// A line of whole numbers.
  static func count(
    _ number: LineNumber, isRequired: Bool = false, _ source: LineSource = .typed
  ) -> FormLine {
    .amount(number, decimals: 0, isRequired: isRequired, source)
  }

  static func amount(
    _ number: LineNumber, decimals: Int, isRequired: Bool = false, _ source: LineSource = .typed
  ) -> FormLine {
    FormLine(
      number, Text("第\(number)行", "Line \(number)"), .amount(decimals: decimals, measure: "人"),
      isRequired: isRequired, source: source)
  }

  static func formula(_ number: LineNumber, _ text: String, decimals: Int = 0) -> FormLine {
    .amount(number, decimals: decimals, .formula(try! Formula(text)))
  }

  static func text(_ number: LineNumber, isRequired: Bool = false) -> FormLine {
    FormLine(number, Text("说明", "Remarks"), .text, isRequired: isRequired)
  }
}

extension FormVersion {
  static func of(
    _ lines: [FormLine], checks: [FormCheck] = [], due: FormDue? = FormDue("+1-05")
  ) -> FormVersion {
    FormVersion(
      title: Text("女职工工作统计", "Women's work"), due: due, owing: FormOwing(kinds: [.township]),
      lines: lines, checks: checks)
  }
}

extension FormDefinition {
  static func of(
    _ version: FormVersion, _ cycle: FormCycle = .month
  ) throws(FormFault) -> FormDefinition {
    try FormDefinition("women", module: "union", every(cycle), version)
  }
}

extension FormCheck {
  static func of(
    _ left: String, _ relation: String, _ right: String, _ severity: Severity = .hard
  ) -> FormCheck {
    FormCheck(try! CheckRule(left, relation, right), severity)
  }
}
