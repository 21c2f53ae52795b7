public import Reports
public import TargetEngine

extension ObjectList {
  /// The days off and made-up days of a year.
  public static func holidays(_ holidays: HolidayYear, _ language: Language) throws -> ObjectList {
    try Listing<HolidayYear.Entry>(
      language,
      [
        ListColumn(Phrase.day.text, key: "day", .fixed) { .day($0.day) },
        ListColumn(Phrase.kind.text, key: "kind", .fixed) {
          .coded($0.kind.title(language), $0.kind.rawValue)
        },
        ListColumn(Phrase.name.text, key: "name") { .text($0.name) },
      ]
    ).list(holidays.entries)
  }
}
