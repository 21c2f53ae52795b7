internal import Reports

/// The names of options and of what stands behind them, in the help and errors of the parser.
enum UsageNames {
  /// A text of the parser with Chinese names: of options beside theirs, of values in their place.
  static func chinese(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      option(line) ?? argument(line) ?? ValueWords.chinese(String(line))
    }.joined(separator: "\n")
  }

  /// `  --unit <unit>           …` as `  --unit, --单位 <单位>  …`; nil for any other line.
  private static func option(_ line: Substring) -> String? {
    let isHelp = line.hasPrefix("  -h, --help")
    guard isHelp || line.hasPrefix("  --") else { return nil }
    let label = isHelp ? "-h, --help" : String(line.dropFirst(2).prefix { $0 != " " })
    let option = isHelp ? "--help" : label
    let name = OptionWords.spoken(option, .zh)
    var rest = line.dropFirst(2 + label.count).drop { $0 == " " }
    var hole = ""
    if rest.hasPrefix("<"), let end = rest.firstIndex(of: ">") {
      hole = " " + ValueWords.chinese(String(rest[...end]))
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    let names = (name == option ? label : "\(label), \(name)") + hole
    return rest.isEmpty ? "  " + names : HelpColumns.row(names, String(rest))
  }

  /// `  <month>                 …` as `  <月份>                  …`; nil for any other line.
  private static func argument(_ line: Substring) -> String? {
    guard line.hasPrefix("  <"), let end = line.firstIndex(of: ">") else { return nil }
    let name = ValueWords.chinese(String(line.dropFirst(2).prefix(through: end)))
    let rest = line[line.index(after: end)...].drop { $0 == " " }
    return rest.isEmpty ? nil : HelpColumns.row(name, String(rest))
  }
}
