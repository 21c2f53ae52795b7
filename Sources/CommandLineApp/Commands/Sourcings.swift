internal import ArgumentParser
internal import Desk
internal import Reports
internal import TargetEngine
internal import Views

struct IndicatorSource: ParsableCommand {
  static let configuration = describe(
    "source", "数据来源：按清单（list）或按数字（number）", "Whence figures come: by list or by number",
    example: "indicator source clinics.accepted list --unit 洪林镇 --from 2021-07-01")

  enum Way: String, ExpressibleByArgument, CaseIterable {
    case list, number

    init?(argument: String) {
      switch argument {
      case "list", "清单", "按清单": self = .list
      case "number", "数字", "按数字": self = .number
      default: return nil
      }
    }
  }

  @Argument(help: ArgumentHelp(say("指标", "The indicator")))
  var indicator: String

  @Argument(help: ArgumentHelp(say("list 或 number", "list or number")))
  var way: Way

  @Option(help: ArgumentHelp(say("单位（含下级）", "A unit with all below it")))
  var unit: String?

  @Option(help: ArgumentHelp(say("从哪一天起（默认今天）", "From which day on (default today)")))
  var from: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.setSourcing(
      indicator, unit: unit, byList: way == .list, since: from ?? desk.context.today)
    try Output(options: common).receipt(written, written.result.receipt(Session.current.language))
  }
}

struct IndicatorSources: ParsableCommand {
  static let configuration = describe(
    "sources", "列出按清单、按数字的规定", "List who reports by list and by number",
    example: "indicator sources --indicator clinics.accepted")

  @Option(help: ArgumentHelp(say("只列一个指标", "One indicator only")))
  var indicator: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    try output.show(try .sourcings(try desk.sourcings(of: indicator), output.language))
  }
}
