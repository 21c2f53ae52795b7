public import TargetEngine

extension RegisterShape {
  /// What in a record lies outside of its limits.
  public func breaches(_ state: RecordState, today: Day) -> [Problem] {
    limits.compactMap { limit in
      limit.breach(in: state, fields, today: today).map {
        Problem($0, of: id, in: fields[limit.field].name)
      }
    }
  }

  /// What is wrong with a value by itself, before the record is whole.
  public func breaches(_ value: Datum, in field: Int, today: Day) -> [Problem] {
    var state = blank
    state.data[field] = value
    return breaches(state, today: today)
  }

  /// What the limits of a field say, for those who fill it in.
  public func limits(of field: Int) -> [Text] {
    limits.filter { $0.field == field }.compactMap { $0.title(fields) }
  }
}

extension LimitShape {
  fileprivate func breach(in state: RecordState, _ fields: [FieldShape], today: Day) -> Text? {
    let data = state.data
    switch self {
    case .order(let earlier, let later):
      guard case .day(let first) = data[earlier], case .day(let second) = data[later],
        second < first
      else { return nil }
      let (before, after) = (fields[earlier].title, fields[later].title)
      return Text(
        "“\(after.zh)”（\(second)）早于“\(before.zh)”（\(first)），应在同日或之后。",
        "“\(after.en)” (\(second)) is before “\(before.en)” (\(first)); it must be that day or later."
      )
    case .part(let part, let whole, let isNoted):
      if isNoted && !state.note.isEmpty { return nil }
      return LimitShape.excess(data[part], of: data[whole]).map { excess in
        let (less, more) = (fields[part], fields[whole])
        let (few, all) = (less.kind.number(excess.part), more.kind.number(excess.whole))
        let since = excess.day.map { Text("\($0) 起", "From \($0) ") } ?? Text("", "")
        return Text(
          since.zh + "“\(less.title.zh)”（\(few)）多于“\(more.title.zh)”（\(all)），"
            + (isNoted ? "请改正，或在备注中写明原因。" : "最多与之相等。"),
          since.en + "“\(less.title.en)” (\(few)) is more than “\(more.title.en)” (\(all)); "
            + (isNoted ? "correct it, or give the reason in the note." : "it can at most equal it.")
        )
      }
    case .range(let field, let range):
      return data[field].firstNumber(outside: range).map {
        LimitShape.outside(range, $0, fields[field])
      }
    case .past(let field):
      guard case .day(let day) = data[field], day > today else { return nil }
      let title = fields[field].title
      return Text(
        "“\(title.zh)”（\(day)）晚于今天（\(today)）。",
        "“\(title.en)” (\(day)) is after today (\(today)).")
    }
  }

  /// The first day on which a part is more than its whole; no day where neither changes.
  private static func excess(
    _ part: Datum, of whole: Datum
  ) -> (day: Day?, part: Int64, whole: Int64)? {
    if case (.int(let part), .int(let whole)) = (part, whole) {
      return part > whole ? (nil, part, whole) : nil
    }
    if part.isEmpty || whole.isEmpty { return nil }
    let days = Set((part.steps + whole.steps).map(\.from)).sorted()
    return days.lazy.compactMap { day in
      guard let few = part.number(on: day), let all = whole.number(on: day), few > all else {
        return nil
      }
      return (day, few, all)
    }.first
  }

  private static func outside(
    _ range: ClosedRange<Int64>, _ number: Int64, _ field: FieldShape
  ) -> Text {
    let title = field.title
    if range == years {
      return Text(
        "“\(title.zh)”为 \(number)，应为四位年份，例如 2021。",
        "“\(title.en)” is \(number); it must be a year of four digits such as 2021.")
    }
    let shown = { (number: Int64) in field.kind.number(number) }
    if range.upperBound == .max, range.lowerBound == 0 {
      return Text("“\(title.zh)”不能小于 0。", "“\(title.en)” cannot be below 0.")
    }
    let allowed = span(range, field.kind)
    return Text(
      "“\(title.zh)”为 \(shown(number))，应为 \(allowed.zh)。",
      "“\(title.en)” is \(shown(number)); it must be \(allowed.en).")
  }

  private static func span(_ range: ClosedRange<Int64>, _ kind: FieldKind) -> Text {
    let (least, most) = (kind.number(range.lowerBound), kind.number(range.upperBound))
    if range.upperBound == .max { return Text("\(least) 或以上", "\(least) or more") }
    if range.lowerBound == .min { return Text("\(most) 或以下", "\(most) or less") }
    return Text("\(least) 至 \(most)", "\(least) to \(most)")
  }

  /// What a limit says; nil for one that goes without saying.
  fileprivate func title(_ fields: [FieldShape]) -> Text? {
    switch self {
    case .order(let earlier, _):
      Text("不早于“\(fields[earlier].title.zh)”", "not before “\(fields[earlier].title.en)”")
    case .part(_, let whole, let isNoted):
      Text(
        "不多于“\(fields[whole].title.zh)”" + (isNoted ? "，超出的在备注中写明原因" : ""),
        "at most “\(fields[whole].title.en)”" + (isNoted ? ", or with the reason in the note" : ""))
    case .range(_, LimitShape.years), .range(_, 0...Int64.max): nil
    case .range(_, Int64.min...Int64.max): Text("可为负数", "may be below 0")
    case .range(let field, let range): LimitShape.span(range, fields[field].kind)
    case .past: Text("不晚于当天", "not after today")
    }
  }
}

extension Datum {
  /// The first of the numbers that a value holds or held which lies outside of a range.
  fileprivate func firstNumber(outside range: ClosedRange<Int64>) -> Int64? {
    if case .int(let number) = self { return range.contains(number) ? nil : number }
    return steps.lazy.map(\.value).first { !range.contains($0) }
  }

  fileprivate var steps: [Dated.Step] {
    if case .dated(let dated) = self { dated.steps } else { [] }
  }

  fileprivate func number(on day: Day) -> Int64? {
    switch self {
    case .int(let number): number
    case .dated(let dated): dated.value(on: day)
    default: nil
    }
  }
}
