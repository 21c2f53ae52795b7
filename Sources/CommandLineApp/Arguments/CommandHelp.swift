internal import ArgumentParser

/// What a command takes, read from its own help, so that nothing is declared twice.
struct CommandHelp {
  /// An option, or with an empty name an argument.
  struct Item {
    /// `--unit`.
    var name: String
    /// `unit`; nil for one that takes no value.
    var hole: String?
    /// The values that may be given; empty for any.
    var choices: [String]
  }

  private(set) var arguments: [Item] = []
  private(set) var options: [Item] = []

  init(_ command: any ParsableCommand.Type) {
    // So wide that no line is wrapped.
    for line in command.helpMessage(columns: 4000).split(separator: "\n") {
      if line.hasPrefix("  <"), let item = CommandHelp.item(line) { arguments.append(item) }
      if line.hasPrefix("  --"), let item = CommandHelp.item(line) { options.append(item) }
    }
  }

  /// A line such as `  --unit <unit>           A unit by code or name (values: a, b)`.
  private static func item(_ line: Substring) -> Item? {
    let words = line.split(separator: " ")
    guard let first = words.first else { return nil }
    let isOption = first.hasPrefix("--")
    let hole = words.dropFirst(isOption ? 1 : 0).first
      .flatMap { $0.hasPrefix("<") && $0.hasSuffix(">") ? $0.dropFirst().dropLast() : nil }
    var choices = (hole ?? "").contains("|") ? hole?.split(separator: "|").map(String.init) : nil
    if choices == nil, let start = line.firstRange(of: "(values: ") {
      choices = line[start.upperBound...].prefix { $0 != ";" && $0 != ")" }.split(separator: ", ")
        .map(String.init)
    }
    return Item(
      name: isOption ? String(first) : "", hole: hole.map(String.init), choices: choices ?? [])
  }
}
