internal import ArgumentParser
internal import Desk
internal import Registers
internal import Suite
internal import TargetEngine

/// What is asked of a module or done by it, and about what: the same for questions and actions.
struct ModuleArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(say("模块", "The module")))
  var module: String

  @Argument(help: ArgumentHelp(say("问题或事项", "The question or action")))
  var name: String

  @Argument(help: ArgumentHelp(say("年度（默认当天所在年）", "The year (default the day's)")))
  var year: String?

  // Few take one: their example shows it.
  @Argument(help: .hidden)
  var number: Int?

  @Option(help: ArgumentHelp(say("哪一天（默认今天）", "Which day (default today)")))
  var on: Day?

  @Option(help: ArgumentHelp(say("单位（含下级）", "A unit with all below it")))
  var unit: String?

  /// What the words mean among the questions or the actions of their module. What is about no year
  /// takes none.
  func found<Item: ModuleItem>(among items: (Module) -> [Item]) throws -> Item {
    guard let item = Suite.module(module).flatMap({ items($0).named(name) }) else {
      throw UsageFault.unknownCommand("\(module) \(name)", suggestions: [])
    }
    if let year = try year.planYear(), item.yearOf == nil {
      throw UsageFault.takesNoYear(item.name, year)
    }
    if let number, item.numbered == nil { throw UsageFault.takesNoNumber(item.name, number) }
    return item
  }

  /// What it is about.
  func scope(of item: some ModuleItem, _ desk: Desk) throws -> QuestionScope {
    var scope = try desk.scope(on: on, year: try year.planYear(), of: item.yearOf, unit: unit)
    scope.number = number
    return scope
  }
}

extension Sequence where Element: ModuleItem {
  /// The one with a word or a title in either language.
  func named(_ text: String) -> Element? {
    first { [$0.name, $0.title.zh, $0.title.en].contains(text) }
  }
}
