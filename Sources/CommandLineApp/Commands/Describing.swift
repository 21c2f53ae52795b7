internal import ArgumentParser
internal import Sentences

/// Describes a command: its name with Chinese aliases, what it does, and an example.
///
/// That it stands below another keeps the parser from asking each time whether a completion script
/// is wanted, which takes longer than all else that it does.
func describe(
  _ name: String, _ zh: String, _ en: String, example: String,
  isShown: Bool = true, subcommands: [any ParsableCommand.Type] = []
) -> CommandConfiguration {
  CommandConfiguration(
    commandName: name, _superCommandName: "taizhang", abstract: say(zh, en),
    discussion: exampleHeading + "taizhang \(ExampleYear.present(example))",
    shouldDisplay: isShown,
    subcommands: subcommands,
    aliases: CommandWords.aliases(of: name, isVerb: !example.hasPrefix(name)))
}

/// What stands before the example of a command.
var exampleHeading: String { say("例：", "Example: ") }
