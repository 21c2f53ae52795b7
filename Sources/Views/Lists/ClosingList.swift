public import Desk
public import Reports
public import TargetEngine

extension ObjectList {
  /// What was closed, with the heads that its reports print.
  public static func closings(
    _ closings: [PrintedClosing], _ language: Language,
    moduleTitle: (String) -> String
  ) throws -> ObjectList {
    let all = Text("全部", "all")(language)
    let titles = Dictionary(
      closings.map(\.closing.module).filter { !$0.isEmpty }.map { ($0, moduleTitle($0)) }
    ) { first, _ in first }
    return try Listing<PrintedClosing>(
      language,
      [
        ListColumn(Phrase.month.text, key: "month", .fixed) {
          .text($0.closing.month.description)
        },
        ListColumn(Phrase.module.text, key: "module") {
          .coded(titles[$0.closing.module] ?? all, $0.closing.module)
        },
        ListColumn(Phrase.edition.text, key: "edition", .number) { .integer($0.closing.edition) },
        .inJSON("transaction") { .integer($0.closing.transaction) },
        .inJSON("cutoff") { .integer($0.closing.cutoff) },
        ListColumn(Phrase.head.text, key: "head", .fixed) { .text($0.head) },
      ]
    ).list(closings)
  }
}
