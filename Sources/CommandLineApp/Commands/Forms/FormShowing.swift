internal import ArgumentParser
internal import Desk
internal import Forms
internal import Reports
internal import TargetEngine
internal import Views

struct FormShow: ParsableCommand {
  static let configuration = describe(
    "show", "一张报表的行和审核关系；写明期别和单位时，看该单位报送的内容；--output 目录/ 写出整套定义",
    "The lines and checks of a form, or what a unit has sent; --output FOLDER/ writes its files",
    example: "form show health-month 2021-06 --unit 洪林镇")

  @Argument(help: ArgumentHelp(say("报表的编号或标题", "The form, by its code or title")))
  var form: String

  @Argument(help: ArgumentHelp(say("期别（默认最新的版本）", "The period (default: the newest version)")))
  var period: String?

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    if let folder = OutputFolder(common) { return try write(into: folder) }
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    if let unit, let period {
      return try output.show(
        try .sheet(try desk.formSheet(form, period, unit: unit), output.language))
    }
    if unit != nil { throw UsageFault.needsPeriod }
    let definition = try desk.form(form)
    let isFile = common.format == .csv
    if isFile, period == nil { return try output.show(.lines(of: definition, output.language)) }
    let version = try period.map { try desk.formVersion(form, $0) } ?? definition.last
    let sources = isFile ? nil : try desk.sourceWords(of: version)
    try output.show(
      try .lines(of: version, in: definition, sources, output.language))
  }

  /// The whole definition, for another office.
  private func write(into folder: OutputFolder) throws {
    if let extra = period ?? unit { throw UsageFault.notTogether(extra, "--output \(folder.path)") }
    let desk = try Workplace(options: folder.plain).desk(for: .read)
    try folder.write(
      try desk.wholeForm(form).files(Session.current.language).map { file in
        (
          file.name,
          { output in
            var options = output.options
            options.formatName = OutputFormat.csv.rawValue
            try Output(options: options).show(file.list)
          }
        )
      })
  }
}
