public import Reports
public import TargetEngine

extension ObjectList {
  /// Indicators with the codes of the parts of ratios.
  ///
  /// - Parameter all: the indicators among which those parts are found.
  public static func indicators(
    _ indicators: [Indicator], among all: [Indicator], _ language: Language
  ) throws -> ObjectList {
    let codes = Dictionary(all.map { ($0.id, $0.code) }) { first, _ in first }
    // In English the Chinese names make room, unless they are the only ones of some.
    let isEnglish = language == .en
    let isNamed = isEnglish && indicators.allSatisfy { !$0.nameEn.isEmpty }
    let name = ListColumn<Indicator>(
      Phrase.name.text, key: "name", priority: isNamed ? 0 : nil
    ) { .text($0.name) }
    let nameEn = ListColumn<Indicator>(
      Phrase.nameEn.text, key: "nameEn", priority: isEnglish ? nil : 0, isLast: !isEnglish
    ) { .text($0.nameEn) }
    return try Listing(
      language,
      [id] + (isEnglish ? [nameEn] : []) + [name] + measured(language) + parts(codes)
        + (isEnglish ? [] : [nameEn]) + [firstMonth]
    ).list(indicators)
  }

  private static var id: ListColumn<Indicator> {
    ListColumn(Phrase.id.text, key: "id", .fixed) { .text($0.code) }
  }

  private static var firstMonth: ListColumn<Indicator> {
    ListColumn(Phrase.firstMonth.text, key: "firstMonth", .number, priority: 3) {
      .integer($0.firstMonth)
    }
  }

  /// What is counted, in which measure.
  private static func measured(_ language: Language) -> [ListColumn<Indicator>] {
    [
      ListColumn(Phrase.category.text, key: "kind", .fixed) {
        .coded($0.kind.title(language), $0.kind.name)
      },
      ListColumn(Phrase.measured.text, key: "measure", .fixed) { .text($0.measure) },
      ListColumn(Phrase.decimals.text, key: "decimals", .number, priority: 1) {
        .integer($0.decimals)
      },
      ListColumn(Phrase.direction.text, key: "direction", .fixed, priority: 2) {
        .coded($0.direction.title(language), $0.direction.rawValue)
      },
    ]
  }

  /// What a ratio divides.
  private static func parts(_ codes: [IndicatorID: String]) -> [ListColumn<Indicator>] {
    let part = { (id: IndicatorID?) in
      let code = id.flatMap { codes[$0] }
      return ListValue(.text(code ?? ""), JSONValue(code))
    }
    return [
      ListColumn(Phrase.numerator.text, key: "numerator", .fixed, priority: 5) {
        part($0.kind.numerator)
      },
      ListColumn(Phrase.denominator.text, key: "denominator", .fixed, priority: 4) {
        part($0.kind.denominator)
      },
    ]
  }
}

extension IndicatorKind {
  fileprivate var numerator: IndicatorID? {
    if case .ratio(let numerator, _) = self { numerator } else { nil }
  }

  fileprivate var denominator: IndicatorID? {
    if case .ratio(_, let denominator) = self { denominator } else { nil }
  }
}
