// Random bytes against the parsers of the target engine. From the repository's root, with zsh or
// with bash after `shopt -s globstar`:
//
//   swiftc -parse-as-library -sanitize=fuzzer -O Sources/TargetEngine/**/*.swift \
//     Benchmarks/fuzz/parsers/ParserFuzz.swift -o /tmp/parser-fuzz
//   mkdir -p /tmp/parser-corpus && /tmp/parser-fuzz -max_len=96 -max_total_time=90 /tmp/parser-corpus
//
// What it finds becomes a row of the tables in Tests/TargetEngineTests.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParsers(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let text = String(decoding: bytes, as: UTF8.self)
  checkDay(bytes, text)
  checkPeriod(text)
  for decimals in 0...4 { checkAmount(bytes, text, decimals) }
  checkPace(text)
  return 0
}

private func demand(_ holds: Bool, _ invariant: StaticString, _ text: String) {
  if !holds { fatalError("\(invariant): \(text.debugDescription)") }
}

private func checkDay(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) {
  let day = Day(parsing: bytes)
  demand(day == Day(text), "bytes and text are the same day", text)
  guard let day else { return }
  let (y, m, d) = (day.year, day.monthOfYear, day.dayOfMonth)
  demand((1900...2999).contains(y) && (1...12).contains(m) && d >= 1, "in range", text)
  demand(d <= day.daysInMonth, "of the calendar", text)
  let forms = ["\(day)", "\(y)/\(m)/\(d)", "\(y).\(m).\(d)", "\(y)年\(m)月\(d)日", "\(day.rawValue)"]
  for form in forms { demand(Day(form) == day, "every form reads back", text) }
  demand(Day(widened("\(day)")) == day, "full width reads back", text)
  demand(Day(number: day.number) == day, "its number is its own", text)
  demand(Month(text) == nil, "a day is no month", text)
}

private func checkPeriod(_ text: String) {
  let period = Period(text)
  let month = Month(text)
  demand(month == (period?.length == .month ? period?.first : nil), "a month is a period", text)
  guard let period else { return }
  demand(Period(period.description) == period, "a period reads back", text)
  demand(Period(widened(period.description)) == period, "full width reads back", text)
  demand((1900...2999).contains(period.first.year), "in range", text)
  demand(period.last.year == period.first.year, "within a year", text)
  if let month { demand(Month(month.description) == month, "a month reads back", text) }
}

private func checkAmount(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String, _ decimals: Int) {
  let result = amount(text, decimals)
  let same = Result { () throws(AmountFault) in try Amount.parse(bytes, decimals: decimals) }
  demand(result == same, "bytes and text are the same amount", text)
  if text.utf8.count < 40, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
    demand(amount(widened(text), decimals) == result, "full width is the same amount", text)
  }
  switch result {
  case .success(let units):
    let printed = Decimal(units, places: decimals)
    demand(amount(printed.description, decimals) == result, "an amount reads back", text)
    demand(amount(printed.shortest, decimals) == result, "and when shortest", text)
    if let plain = canonical(bytes) { demand(printed.shortest == plain, "the same digits", text) }
    if decimals > 0, case .failure(.overflow) = amount(text, decimals - 1) {
      demand(false, "fewer decimals cannot overflow", text)
    }
  case .failure(.notANumber):
    demand(amount(text, 0) == result, "no number with any decimals", text)
  case .failure(.tooManyDecimals(let allowed)):
    demand(allowed == decimals && text.utf8.count > 1, "its own decimals", text)
    demand(amount(text, 0) == .failure(.tooManyDecimals(allowed: 0)), "nor with fewer", text)
  case .failure(.overflow):
    demand(text.utf8.count >= 19 - decimals, "a short number cannot overflow", text)
  }
}

private func amount(_ text: String, _ decimals: Int) -> Result<Int64, AmountFault> {
  Result { () throws(AmountFault) in try Amount.parse(text, decimals: decimals) }
}

/// The number's digits without separators, leading and trailing zeros; nil when not plain ASCII.
private func canonical(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
  guard bytes.allSatisfy({ "0123456789+-.,".utf8.contains($0) }) else { return nil }
  let text = String(decoding: bytes, as: UTF8.self).filter { $0 != "," && $0 != "+" && $0 != "-" }
  let halves = text.split(separator: ".", omittingEmptySubsequences: false)
  let whole = halves[0].drop { $0 == "0" }
  var fraction = halves.count > 1 ? halves[1] : ""
  while fraction.last == "0" { fraction.removeLast() }
  let size = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
  return bytes.first == UInt8(ascii: "-") && size != "0" ? "-" + size : String(size)
}

private func checkPace(_ text: String) {
  guard let pace = Pace(text) else { return }
  demand(Pace(pace.description) == pace, "a pace reads back", text)
  guard let start = Month(year: 2020, month: 1) else { return }
  for due in [start.adding(5).lastDay, start.adding(11).lastDay]
  where pace.fits(due: due, from: start) {
    var last = Fraction.zero
    for month in 0...12 {
      let share = pace.share(on: start.adding(month).lastDay, due: due, from: start)
      demand(last <= share && share <= .one, "a pace rises from 0 to 1", text)
      last = share
    }
  }
}

/// ASCII in full-width forms.
private func widened(_ text: String) -> String {
  var view = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isGraphic = (0x21...0x7E).contains(scalar.value)
    view.append(isGraphic ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
  }
  return String(view)
}
