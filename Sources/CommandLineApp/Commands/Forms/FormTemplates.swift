internal import ArgumentParser
internal import Desk
internal import Files
internal import Reports
internal import TargetEngine

struct FormTemplateCommand: ParsableCommand {
  static let configuration = describe(
    "template", "填报模板：各单位填好以后用 form import 导入",
    "What units fill in, for 'form import' to take back",
    example: "form template monthly-health 2021-06 --all --output 模板/")

  @OptionGroup var form: FormArguments
  @OptionGroup var units: FormChoiceArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let files = FormFiles(common)
    let desk = try Workplace(options: files?.plain ?? common).desk(for: .read)
    let template = try desk.formTemplate(form.form, form.period, units.choice)
    if let files { return try files.write(template) }
    let output = Output(options: common)
    try output.write(template.file(output.language, byteOrderMark: common.output != nil))
  }
}

/// A folder with a file for each unit.
private struct FormFiles {
  private let folder: String
  /// The options of the command without the folder, into which nothing else is written.
  let plain: CommonOptions

  /// Nil where `--output` names no folder.
  init?(_ common: CommonOptions) {
    guard let path = common.output, path.hasSuffix("/") || FileFacts(path)?.isFolder == true else {
      return nil
    }
    folder = path.hasSuffix("/") ? path : path + "/"
    var plain = common
    plain.output = nil
    self.plain = plain
  }

  /// Writes them, all or, where one has no room, none.
  func write(_ template: FormTemplate) throws {
    let files = template.sheets.map { sheet in
      var options = plain
      options.output = folder + FormFiles.name(of: sheet.unit) + ".csv"
      return (sheet: sheet, output: Output(options: options))
    }
    try Workplace.makeFolder(of: folder)
    for file in files { try file.output.expectRoom() }
    for (sheet, output) in files {
      try output.write(template.alone(sheet).file(output.language, byteOrderMark: true))
    }
    let paths = files.compactMap(\.output.options.output)
    try Output(options: plain).tell(
      say("已写入 \(paths.count) 个文件：", "Wrote \(paths.count) file(s):") + "\n"
        + paths.joined(separator: "\n"),
      json: .object([("files", .array(paths.map { .string($0) }))]))
  }

  /// The unit's code, which no other has, and as much of its name as a file system takes.
  private static func name(of unit: Unit) -> String {
    var name = ""
    for character in "\(unit.code) \(unit.name)" {
      let safe = "/\\:*?\"<>|\0".contains(character) || character.isNewline ? "_" : character
      guard name.utf8.count + safe.utf8.count <= longestName else { break }
      name.append(safe)
    }
    return name.first == "." ? "_" + name : name
  }

  private static let longestName = 200
}
