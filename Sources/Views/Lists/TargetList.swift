public import Desk
public import Reports
public import TargetEngine

extension ObjectList {
  /// Targets, or the history of one.
  ///
  /// - Parameter isHistory: whether a table says who set each revision, and whether it was taken back.
  public static func targets(
    _ revisions: [TargetRevision], isHistory: Bool, _ language: Language
  ) throws -> ObjectList {
    let hasMergers = revisions.contains { !$0.without.isEmpty }
    return try Listing(
      language,
      target(language) + [without(isShown: hasMergers)]
        + history(isShown: isHistory, language)
    )
    .list(revisions)
  }

  /// How much of what is due by when.
  private static func target(_ language: Language) -> [ListColumn<TargetRevision>] {
    [
      ListColumn(Phrase.indicator.text, key: "indicator") {
        .coded($0.indicator.title(language), $0.indicator.code)
      },
      ListColumn(Phrase.unit.text, key: "unit") { .unit($0.unit) },
      ListColumn(Phrase.year.text, key: "year", .fixed) { .integer($0.target.year) },
      ListColumn(Phrase.target.text, key: "amount", .number) {
        .number($0.indicator.amount($0.target.amount))
      },
      ListColumn(Phrase.effective.text, key: "effective", .fixed) { .day($0.target.effective) },
      ListColumn(Phrase.due.text, key: "due", .fixed, priority: 4) { .day($0.target.due) },
      ListColumn(Phrase.paceKind.text, key: "pace", priority: 3) {
        .coded($0.target.pace.title(language), $0.target.pace.description)
      },
      ListColumn(Phrase.document.text, key: "document", priority: 5) { .text($0.target.document) },
      ListColumn(Phrase.reason.text, key: "reason", priority: 2) { .text($0.target.reason) },
    ]
  }

  /// The merged units whose targets it does not contain.
  private static func without(isShown: Bool) -> ListColumn<TargetRevision> {
    ListColumn(
      Phrase.withoutMerged.text, key: "without-merged", as: "withoutMerged", priority: 7,
      isShown: isShown, isLast: true
    ) {
      .names($0.without.map(\.code))
    }
  }

  /// By which transaction a revision was set, and whether it was taken back.
  private static func history(
    isShown: Bool, _ language: Language
  ) -> [ListColumn<TargetRevision>] {
    [
      ListColumn(
        Phrase.withdrawn.text, key: "withdrawn", .fixed, priority: 6, isShown: isShown,
        isLast: true
      ) {
        ListValue(.text($0.isWithdrawn ? Phrase.withdrawn(language) : ""), .bool($0.isWithdrawn))
      },
      .inJSON("transaction") { JSONValue($0.transaction?.transaction) },
      ListColumn(Phrase.actor.text, key: "actor", priority: 1, isShown: isShown) {
        ListValue(.text($0.transaction?.actor ?? ""), JSONValue($0.transaction?.actor))
      },
      .inJSON("at") { JSONValue($0.transaction?.at) },
    ]
  }
}

extension ListValue {
  /// A unit by its title; JSON has its code and name.
  static func unit(_ unit: Unit?) -> ListValue {
    ListValue(Cell(unit?.title), unit?.json ?? .null)
  }
}
