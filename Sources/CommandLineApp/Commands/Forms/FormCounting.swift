internal import ArgumentParser
internal import Desk
internal import Views

struct FormBurdenCommand: ParsableCommand {
  static let configuration = describe(
    "burden", "填报量：各单位每月报了几张表、填了几行、系统取数几行", "How much units wrote into forms, month by month",
    example: "form burden 2021 --unit 洪林镇")

  @Argument(help: ArgumentHelp(say("年份（默认今年）", "The year (default this one)")))
  var year: Int?

  @Option(help: ArgumentHelp(say("只看该单位及下级", "One unit with all below it")))
  var unit: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    try output.show(try desk.formBurden(unit: unit, year: year).list(output.language))
  }
}

struct FormOverlapCommand: ParsableCommand {
  static let configuration = describe(
    "overlap", "查重：要布置的报表，哪些行台账、指标已有，哪些其他报表已有",
    "Which lines of a form are known already, or asked for by another",
    example: "form overlap forms.csv form-lines.csv")

  @Argument(
    help: ArgumentHelp(
      say("定义报表的 CSV 文件，不写入", "CSV files that define forms; nothing is written"),
      valueName: "files"))
  var files: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let output = Output(options: common)
    let overlap = try desk.formOverlap(files)
    try output.show(
      [try overlap.list(output.language).table], json: try overlap.json(output.language))
  }
}
