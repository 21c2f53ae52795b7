internal import Desk
internal import OfficeFiles
internal import TargetEngine

extension ImportFault {
  /// `FILE:LINE:COLUMN: what is wrong`, on one line.
  func sentence(_ language: Language) -> String {
    "\(Wording(language).file(place.file)):\(place.line):\(place.column): \(kind.sentence(language))"
  }
}

extension ImportFault.Kind {
  func sentence(_ language: Language) -> String {
    let w = Wording(language)
    switch self {
    case .csv(let kind): return kind.sentence(language)
    case .unknownHeader(let titles, let near): return unknownHeader(titles, near, w)
    case .missingColumns(let columns, let kind):
      return w(
        "\(kind.title(language))文件缺少列：\(w.list(columns.map(\.zh)))。请在表头补上。",
        "A file of \(kind.title(language)) needs the columns \(w.list(columns.map(\.en))). Add them to the"
          + " header.")
    case .scaledColumn(let title, let unit):
      return w(
        "列\(w.quote(title))以“\(unit)”为单位，照抄会差很多倍。请换算后填写，并去掉括号里的单位。",
        "The column \(w.quote(title)) counts in '\(unit)', so that its numbers would be read as others."
          + " Convert them and take the unit away.")
    case .scaledTable(let unit):
      return w(
        "表头上方写明以“\(unit)”为单位，照抄会差很多倍。请换算后填写，并去掉这一句。",
        "The rows above the header say that numbers count in '\(unit)', so that they would be read as"
          + " others. Convert them and take that away.")
    case .otherMeasure(let unit, let thing, let measure):
      return w(
        "表里写明以“\(unit)”为单位，而\(w.quote(thing.zh))以“\(measure)”为单位。请核对数量，改正计量单位。",
        "The table counts in '\(unit)', but \(w.quote(thing.en)) counts in '\(measure)'. Check"
          + " the numbers and correct the unit of measure.")
    case .isHistory(let title):
      return w(
        "有\(w.quote(title))一列的是任务的调整记录（target history），撤销的也在内，不能导入。"
          + "请改用 target list --format csv 导出后再导入。",
        "The column \(w.quote(title)) is of the history of a target, which has revisions that were taken"
          + " back and is not imported. Import what 'target list --format csv' writes.")
    case .repeatedColumn(let title):
      return w(
        "列\(w.quote(title))重复（中英文列名只写其一）。请保留一列。",
        "The column \(w.quote(title)) stands twice, perhaps in both languages. Keep one.")
    case .missingValue(let column):
      return w("没有填写“\(column.zh)”，此项必填。", "\(column.en) is empty, but every row needs it.")
    case .badDay(let text): return w.badDay(text)
    case .badChoice(let text, let allowed): return w.badChoice(text, allowed)
    case .badPace(let text): return w.badPace(text)
    case .amount(let fault, let text): return fault.sentence(text, language)
    case .rule(let error): return w.join(error.complaint(language).lines)
    case .repeatedCode(let code, let firstLine):
      return w(
        "编码\(w.quote(code))与第 \(firstLine) 行重复。请改用另一个编码，或删去其中一行。",
        "The code \(w.quote(code)) is already on line \(firstLine). Choose another code or"
          + " remove a row.")
    case .repeatedRecord(let label, let first):
      return w(
        "与\(w.place(first))是同一条记录（\(Wording.plain(label))）。请合并为一行，或改正关键字段。",
        "This is the record of \(w.place(first)) again (\(Wording.plain(label))). Make one line of"
          + " both, or correct the key.")
    case .repeatedDay(let day, let firstLine):
      return w(
        "\(day) 与第 \(firstLine) 行重复。请只留一行。",
        "\(day) is on line \(firstLine) already. Keep one of them.")
    case .sameRow(let names, let transaction):
      let files = names.prefix(3).map(w.quote).joined(separator: w("", ", "))
      return w(
        "与\(w.transaction(transaction)) 导入的\(files)中的一行相同（日期、指标、单位、数量、备注、计划年度都一样），"
          + "再导入会重复计数。要跳过已有的行，加 --same skip；确是另一笔，加 --same keep。",
        "This row equals one of \(files), imported by \(w.transaction(transaction)) (day, indicator,"
          + " unit, amount, note and plan year), and would count twice. Add --same skip to pass such rows over,"
          + " or --same keep if they are others.")
    case .sameRowOf(let row):
      return w(
        "与同时导入的\(w.place(row))相同（日期、指标、单位、数量、备注、计划年度都一样），会重复计数。"
          + "要跳过，加 --same skip；确是另一笔，加 --same keep。",
        "This row equals \(w.place(row)) of the same import (day, indicator, unit, amount, note and plan"
          + " year), and would count twice. Add --same skip to pass such rows over, or --same keep if they are"
          + " others.")
    case .otherLevel(let file, let line):
      return w(
        "\(w.file(file)):\(line) 已报同一单位、同一指标、同一日的另一个时点数。请只留一行。",
        "\(w.file(file)):\(line) says another level of the same unit, indicator and day. Keep one"
          + " of them.")
    case .otherTarget(let row):
      let place = w.place(row)
      return w(
        "与\(place)是同一单位、同一指标、同一年度的任务，内容却不同。请只留一行；"
          + "确是先后两次下达的，请写明各自的生效日。",
        "This is the target (unit, indicator and year) of \(place), set otherwise. Keep one of them; if both"
          + " were set, give each its effective day.")
    case .workedAnyway(let day):
      return w(
        "\(day) 不是周末，本来就上班，不必调休。请核对日期或类型。",
        "\(day) is no weekend day, so that it is worked anyway. Check the day or the kind.")
    case .holidaysNotWhole(let year):
      return w(
        "\(year) 年的安排不完整：缺少元旦（1 月 1 日）或国庆节（10 月 1 日）。导入会整年替换，"
          + "请补齐该年全部放假和调休上班的日期，或删去该年各行。",
        "The holidays of \(year) are not whole: 1 January or 1 October is missing. An import takes "
          + "the place of the whole year; add all its days off and made-up days, or remove its rows."
      )
    case .parentCycle(let codes):
      let chain = codes.map(Wording.plain).joined(separator: " → ")
      return w(
        "上级关系绕成了圈：\(chain)。请改正其中一个单位的上级。",
        "These units stand above one another in a circle: \(chain). Correct the parent of one.")
    }
  }

  private func unknownHeader(
    _ titles: [String], _ near: [NearRegister], _ w: Wording
  ) -> String {
    let kinds = w.list(FileKind.allCases.map { $0.title(w.language) })
    let shown = w.quote(titles.joined(separator: w("、", ", ")))
    let registers = w.list(
      near.map { register in
        let differences = [
          register.missing.isEmpty
            ? nil : w("缺", "without ") + w.list(register.missing.map { $0(w.language) }),
          register.unknown.isEmpty
            ? nil : w("不认识", "does not know ") + w.list(register.unknown.map { w.quote($0) }),
        ].compactMap { $0 }
        let all = differences.joined(separator: w("，", ", "))
        return register.name(w.language) + (all.isEmpty ? "" : w("（\(all)）", " (\(all))"))
      })
    return w.join([
      w(
        "认不出表头\(shown)。前 20 行里应有一行列名，可导入的文件有：\(kinds)，以及各台账的名单。",
        "The header \(shown) is not known. One of the first 20 rows should hold column names; files of"
          + " these kinds can be imported: \(kinds), and lists of every register."),
      near.isEmpty
        ? w(
          "台账及其列名见 taizhang register list、taizhang register show。",
          "'taizhang register list' and 'taizhang register show' have the registers and their columns."
        )
        : w("列名最接近的台账：\(registers)。", "The registers that know most of its columns: \(registers)."),
    ])
  }
}
