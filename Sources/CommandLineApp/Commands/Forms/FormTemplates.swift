internal import ArgumentParser
internal import Desk
internal import Reports
internal import TargetEngine

struct FormTemplateCommand: ParsableCommand {
  static let configuration = describe(
    "template", "填报模板：各单位填好以后用 form import 导入",
    "What units fill in, for 'form import' to take back",
    example: "form template health-month 2021-06 --all --output 模板/")

  @OptionGroup var form: FormArguments
  @OptionGroup var units: FormChoiceArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let folder = OutputFolder(common)
    let desk = try Workplace(options: folder?.plain ?? common).desk(for: .read)
    let template = try desk.formTemplate(form.form, form.period, units.choice)
    guard let folder else {
      let output = Output(options: common)
      try output.write(template.file(output.language, byteOrderMark: common.output != nil))
      return try output.tellWritten()
    }
    try folder.write(
      template.sheets.map { sheet in
        (
          FormTemplateCommand.name(of: sheet.unit) + ".csv",
          { output in
            try output.write(template.alone(sheet).file(output.language, byteOrderMark: true))
          }
        )
      })
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
