public import Forms
internal import Storage
public import TargetEngine

/// What the sources of a form's lines are called for people.
public struct SourceWords: Sendable {
  /// What indicators and registers are called, by the names that sources have for them.
  private let titles: [String: Text]

  init(_ titles: [String: Text]) { self.titles = titles }

  /// From what a line is filled; nil where a person fills it in.
  ///
  /// - Parameter isListed: whether the unit reports by list what is typed.
  func figure(of line: FormLine, isListed: Bool) -> Text? {
    switch line.source {
    case .typed:
      guard isListed, let indicator = line.posting.map({ name($0.indicator) }) else { return nil }
      return Text("清单：\(indicator.zh)", "by list: \(indicator.en)")
    case .indicator(let code, let reading):
      let (name, how) = (name(code), reading.title)
      return Text("\(name.zh) \(how.zh)", "\(name.en) \(how.en)")
    case .count(let register, let filter, let sum):
      let name = name(register)
      let rest = [filter, sum ?? ""].filter { !$0.isEmpty }.map { " " + $0 }.joined()
      return Text(name.zh + rest, name.en + rest)
    case .formula(let formula): return Text(formula.description, formula.description)
    }
  }

  /// Where a line's value comes from, for a list that does not say besides who fills it in.
  public func words(of line: FormLine, isListed: Bool = false) -> Text {
    guard let figure = figure(of: line, isListed: isListed) else { return LineFilling.typed.title }
    return switch line.source {
    case .typed: figure
    case .indicator, .count: Text("取自 \(figure.zh)", "from \(figure.en)")
    case .formula: Text("公式 \(figure.zh)", "formula \(figure.en)")
    }
  }

  private func name(_ code: String) -> Text { titles[code] ?? Text(code, code) }
}

extension Desk {
  /// What the sources of a version's lines are called.
  public func sourceWords(of version: FormVersion) throws -> SourceWords {
    var titles: [String: Text] = [:]
    for indicator in try ledger.indicators() {
      titles[indicator.code] = Text(indicator.name, indicator.title(.en))
    }
    for line in version.lines {
      guard case .count(let register, _, _) = line.source else { continue }
      titles[register] = ledger.shape(register)?.name.title
    }
    return SourceWords(titles)
  }
}

extension IndicatorReading {
  fileprivate var title: Text {
    switch self {
    case .month: Text("本月数", "of the month")
    case .year: Text("本年累计", "of the year to date")
    case .period: Text("本期数", "of the period")
    case .level: Text("期末数", "at the end")
    }
  }
}
