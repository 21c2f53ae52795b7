internal import Desk
internal import Registers
internal import TargetEngine

extension RecordFault {
  func sentence(_ language: Language) -> String {
    let w = Wording(language)
    let titles = { (texts: [Text]) in w.list(texts.map { $0(language) }) }
    switch self {
    case .unknownRegister(let text, let suggestions):
      return w.join([
        w("没有\(w.quote(text))这本台账。", "There is no register \(w.quote(text))."),
        w.guess(
          suggestions,
          otherwise: w("请运行 taizhang register list 查看。", "Run 'taizhang register list'.")),
      ])
    case .unknownField(let text, let register, let suggestions):
      return w.join([
        w(
          "\(register.zh)没有\(w.quote(text))这个字段。",
          "\(register.en) has no field \(w.quote(text))."),
        w.guess(
          suggestions,
          otherwise: w("请运行 taizhang register show 查看字段。", "Run 'taizhang register show'.")),
      ])
    case .unknownRecord(let text, let register):
      let name = register?(language) ?? w("台账", "the register")
      return w(
        "\(name)里没有\(w.quote(text))这条记录。请核对记录号或关键字段。",
        "\(name) has no record \(w.quote(text)). Check its id or key.")
    case .badID(let text, let site):
      return w(
        "\(w.quote(text))不是记录号。请写全，如 \(site)-12；或把这一格留空，由关键字段认定。",
        "\(w.quote(text)) is no id of a record. Write all of it, as in \(site)-12, or leave the cell empty"
          + " and let the key tell.")
    case .ambiguousRecord(let text, let register, let ids):
      let list = w.list(Array(ids.prefix(8))) + (ids.count > 8 ? w("等", ", …") : "")
      return w(
        "\(register.zh)里有 \(ids.count) 条记录都符合\(w.quote(text))：\(list)。请改用记录号。",
        "\(ids.count) records of \(register.en) answer to \(w.quote(text)): \(list). Give the id.")
    case .badValue(let text, let field, let kind):
      return BadValue(text: text, field: field, kind: kind).sentence(w)
    case .wrongUnit(let unit, let kind, let field):
      let kinds = Text(
        field.units.map(\.title.zh).joined(separator: "、"),
        field.units.map { $0.title.en.lowercased() }.joined(separator: ", "))
      return w(
        "\(w.quote(unit))是\(kind.title.zh)，不能用作\(field.title.zh)。可用的单位类别：\(kinds.zh)。",
        "\(w.quote(unit)) is a unit of kind \(kind.title.en.lowercased()). "
          + "\(field.title.en) takes: \(kinds.en).")
    case .notList(let field):
      return w(
        "\(field.zh)只有一项内容，不能用 += 或 -=。请用“=”。",
        "\(field.en) holds one value, so += and -= cannot be used. Use '='.")
    case .notInList(let text, let field):
      return w(
        "\(field.zh)里没有\(w.quote(text))。请核对。", "\(field.en) does not list \(w.quote(text)).")
    case .named(let records, let count):
      let names = records.map { record in
        let id = record.id.isEmpty ? "" : w("（\(record.id)）", " (\(record.id))")
        return "\(record.register(language)) \(Wording.plain(record.name))\(id)"
      }
      let more = count > names.count
      return w(
        "有 \(count) 处提到它，不能作废：\(w.list(names))\(more ? "等" : "")。请先改正这些记录。",
        "It is not removed, since it is named \(count == 1 ? "once" : "\(count) times"): "
          + "\(w.list(names))\(more ? ", …" : ""). Change these first.")
    case .mergesItself(let id):
      return w(
        "\(id) 不能并入它自己。请写明要并入的另一条。", "\(id) cannot be merged into itself. Name another record.")
    case .mergesDiffer(let field, let id, let other):
      return w(
        "\(id) 与 \(other) 的\(field.zh)不同，不是同一条，不能合并。请核对；\(field.zh)录错的先改正。",
        "\(id) and \(other) differ in \(field.en), so they are not one. Check; correct a wrong one first."
      )
    case .mergeLoses(let field, let id, let other):
      return w(
        "\(id) 有\(field.zh)而 \(other) 没有，合并后会丢失。请反过来合并，或先给 \(other) 填上。",
        "Only \(id) has \(field.en), which would be lost. Merge \(other) into it, or fill it in there first."
      )
    case .badSecret(let fault, let field):
      return w(
        "\(field.zh)不对：\(fault.sentence(.zh))。请核对。",
        "\(field.en) is not right: \(fault.sentence(.en)). Check it.")
    case .missing(let register, let fields):
      return w(
        "\(register.zh)还缺必填字段：\(titles(fields))。请补上。",
        "\(register.en) also needs: \(titles(fields)).")
    case .duplicateKey(let register, let id):
      return w(
        "\(register.zh)里已有关键字段相同的记录 \(id)。请修改那一条，或核对关键字段。",
        "\(register.en) already has this key in \(id). Change that record, or check the key.")
    case .lacksKey(let register, let id, let fields):
      return w(
        "\(register.zh)里已有一条未填\(titles(fields))的记录 \(id)，可能是同一条。是同一条的，请用 set 给它补填；"
          + "不是的，也请先把它补填清楚。",
        "\(register.en) has a record without \(titles(fields)), \(id), which may be the same. Set that in"
          + " it first, whether it is the same or not.")
    case .mayBeKnown(let register, let id, let label, let fields):
      return w(
        "\(register.zh)里已有\(w.quote(label))（\(id)），这里没有写\(titles(fields))，可能是同一条。是同一条的，"
          + "请用记录号；不是的，请写明\(titles(fields))。",
        "\(register.en) has \(w.quote(label)), \(id), and this one, without \(titles(fields)), may be the"
          + " same. Give the id if it is, and \(titles(fields)) if it is not.")
    case .keyChanged(let id, let label, let row):
      let place = w.place(row)
      return w(
        "本行与\(place)说的可能都是记录 \(id)（导入前为\(Wording.plain(label))）。请先用 set 改好那一条，再导入。",
        "This row and \(place) may both tell of \(id), which was \(Wording.plain(label)) before this list."
          + " Correct that record with set first, then import.")
    case .mayBeOne(let label, let other, let row, let fields):
      let place = w.place(row)
      return w(
        "\(w.quote(label))与\(place)的\(w.quote(other))可能是同一条，也可能不是。请两处都写明\(titles(fields))。",
        "\(w.quote(label)) and \(w.quote(other)) of \(place) may be the same or not. Give"
          + " \(titles(fields)) in both places.")
    case .unknownStage(let text, let register, let stages):
      return w(
        "\(register.zh)没有\(w.quote(text))这个阶段。可选：\(titles(stages))。",
        "\(register.en) has no stage \(w.quote(text)). Give one of \(titles(stages)).")
    case .forbiddenMove(let from, let to, let allowed):
      return w(
        "不能从“\(from.zh)”转为“\(to.zh)”。"
          + (allowed.isEmpty ? "“\(from.zh)”之后没有别的阶段。" : "可转为：\(titles(allowed))。"),
        "'\(from.en)' cannot become '\(to.en)'. "
          + (allowed.isEmpty ? "Nothing follows it." : "It may become \(titles(allowed))."))
    case .needs(let stage, let field):
      return w(
        "进入“\(stage.zh)”须填写\(field.title.zh)。请写明，如 \(field.title.zh)=……",
        "'\(stage.en)' needs \(field.title.en): give \(field.name)=…")
    case .outOfOrder(let day, let neighbour):
      return w(
        "\(day) 早于上一阶段的日期 \(neighbour)。请核对日期。",
        "\(day) is before the stage entered on \(neighbour). Check the day.")
    case .daysDiffer(let field, let day, let other):
      return w(
        "\(field.zh)写的是 \(day)，--on 写的是 \(other)，同一次推进只能有一个日期。请去掉其中一个。",
        "\(field.en) says \(day), --on says \(other): a move has one day. Leave one of them out.")
    case .stageAfterToday(let stage, let day, let today):
      return w(
        "进入“\(stage.zh)”的日期 \(day) 晚于今天（\(today)）。请填写实际日期。",
        "\(day), the day of '\(stage.en)', is after today (\(today)). Give the day it happened.")
    case .beforeStart(let field, let day, let start):
      return w(
        "\(field.zh)自 \(day) 起的值早于记录的开始日期（\(start)）。请改用开始以后的日期，或先更正开始日期。",
        "\(field.en) from \(day) would hold before the record begins (\(start)). Give a later day, or"
          + " correct the start first.")
    case .notSummed(let field):
      return w("\(field.zh)不是数，不能合计。", "\(field.en) is no number and has no sum.")
    case .keepsNoDays(let fields):
      return w(
        "\(titles(fields))不按日期保留前后的值，不能用 --on。请去掉 --on。",
        "\(titles(fields)) has one value for all days and takes no --on. Leave it out.")
    case .lostDigits(let text, let field):
      return w(
        "\(field.zh)\(w.quote(text))已被表格软件改成科学计数，后面的数字丢失了。请把这一列设为文本，重新填写。",
        "\(field.en) \(w.quote(text)) was rounded by a spreadsheet, and digits are lost. Make the column"
          + " text and enter it again.")
    case .unusedDay(let day):
      return w(
        "新记录在 \(day) 没有任何一步，--on 用不上。请写明这一天进入的阶段，如 stage=阶段，或去掉 --on。",
        "Nothing of the new record is as of \(day). Give the stage that it entered then, as in"
          + " stage=STAGE, or leave --on out.")
    case .stageKeeps(let stage, let field):
      return w(
        "记录已进入“\(stage.zh)”，\(field.zh)不能清空。日期有误的请改为正确日期。",
        "The record has been '\(stage.en)', so \(field.en) cannot be emptied. Correct it instead.")
    case .neverEntered(let field, let stage, let from?):
      return w(
        "\(field.zh)是从“\(from.zh)”转入“\(stage.zh)”的日期，该记录没有这一步。"
          + "请写明进入“\(from.zh)”的日期，或用 advance 推进。",
        "\(field.en) is the day on which '\(from.en)' became '\(stage.en)', which this record never did."
          + " Give the day of '\(from.en)', or use advance.")
    case .neverEntered(let field, let stage, nil):
      return w(
        "该记录没有进入过“\(stage.zh)”，不能直接填\(field.zh)。请用 advance 推进。",
        "The record never was '\(stage.en)', so \(field.en) cannot be set. Use advance.")
    case .badHistory(let text, let column):
      return w(
        "\(w.quote(text))不能用作\(column.zh)。每一项写成“内容@日期”，用“；”隔开，如 整改中@2021-08-03。",
        "\(w.quote(text)) cannot be read as \(column.en). Write each part as value@day, separated by"
          + " ';', as in 130@2021-08-01.")
    case .brokenKey(let text, let field):
      return w(
        "\(field.zh)\(w.quote(text))中间有换行。请改成一行：是一个编号的删去换行，是两条的分成两行。",
        "\(field.en) \(w.quote(text)) has a line break within. Put it on one line, or make two rows of"
          + " two records.")
    case .otherStart(let field, let day, let start):
      return w(
        "历次\(field.zh)从 \(day) 起，而该记录从 \(start) 起。第一项的日期须与之相同，请改正其中一个。",
        "The values of \(field.en) by day begin on \(day), but the record on \(start). The first of them"
          + " has that day: correct one of the two.")
    case .movesLack(let stage, let day):
      return w(
        "历次阶段里没有台账已记的“\(stage.zh)”（\(day)）。请补上，或把这一格留空。",
        "Moves lacks '\(stage.en)' (\(day)), which is recorded. Add it, or leave the cell empty.")
    case .behind(let stage, let known, let day):
      let since = day.map { w("自 \($0) 起", " since \($0)") } ?? ""
      return w(
        "表中阶段为“\(stage.zh)”，而该记录\(since)已是“\(known.zh)”。请核对表的新旧；"
          + "旧表请加 --behind skip 跳过这类记录，阶段确有变化的请写明日期。",
        "The list says '\(stage.en)', but the record is '\(known.en)'\(since). Check which is newer:"
          + " '--behind skip' passes over such rows; if it has moved again, give the day.")
    case .otherDay(let stage, let known, let day):
      return w(
        "台账已记 \(known) 进入“\(stage.zh)”，表中为 \(day)，之后又有别的阶段。又一次进入的，请补上其间各阶段的日期"
          + "（历次阶段）；原日期有误的，请先用 redate 更正。",
        "The record entered '\(stage.en)' on \(known), the list says \(day) and tells of later stages. If"
          + " it came there again, give the days between (Moves); if the day was wrong, correct it with"
          + " redate first.")
    case .stepsLack(let field, let value, let day):
      return w(
        "历次\(field.zh)与台账不符：台账自 \(day) 起为 \(value)，表中没有。请用 set 更正，或在表中补上。",
        "The values of \(field.en) by day are not those of the record: it has \(value) from \(day) on."
          + " Correct it with set, or add that to the list.")
    case .needsStage(let field, let stages):
      return w(
        "填了\(field.zh)，还须写明阶段：\(titles(stages))。",
        "With \(field.en) the stage must be given: one of \(titles(stages)).")
    case .noSuchMove(let stage, let day, let days):
      let list = w.list(days.map(\.description))
      return w(
        "该记录没有\(day.map { "在 \($0) " } ?? "")进入过“\(stage.zh)”。"
          + (days.isEmpty ? "" : "进入该阶段的日期有：\(list)。"),
        "The record did not become '\(stage.en)'\(day.map { " on \($0)" } ?? "")."
          + (days.isEmpty ? "" : " It did on \(list)."))
    case .writtenTwice(let field):
      return w(
        "\(w.quote(field))写了两次。请只写一次。", "\(w.quote(field)) is given twice. Give it once.")
    case .stageIsAdvanced(let stage):
      return w(
        "阶段不能用 set 修改。请运行 advance 记录 \(Wording.plain(stage)) --on 日期。",
        "A stage is not set. Run advance RECORD \(Wording.plain(stage)) --on DAY.")
    case .unknownColumnType(let text, let types):
      return w(
        "没有\(w.quote(text))这种内容。可选：\(titles(types))。",
        "There is no type \(w.quote(text)). Give one of \(titles(types)).")
    case .badColumnName(let name):
      return w(
        "\(w.quote(name))不能作列名：列名不能为空，也不能有空格和 = < > ~ ! , 等符号。",
        "\(w.quote(name)) cannot name a column: no blanks and none of = < > ~ ! ,")
    case .columnExists(let name, let register):
      return w(
        "\(register.zh)已有\(w.quote(name))这一列。请换个列名。",
        "\(register.en) already has a column \(w.quote(name)). Choose another name.")
    case .noPlace(let register):
      return w(
        "\(register.zh)没有所属单位这一列，不能用 --unit 筛选。请改用字段条件。",
        "\(register.en) has no unit of its own, so --unit cannot be used. Give conditions on fields."
      )
    case .containsNeedsText(let field):
      return w(
        "“~”只能用于文字字段，\(field.zh)请用“=”。",
        "'~' looks for a part of a text; use '=' for \(field.en).")
    case .notComparable(let name):
      return w(
        "不能按\(w.quote(name))筛选、排序或分组。请用字段或阶段。",
        "Records are not chosen or sorted by \(w.quote(name)). Use a field or the stage.")
    case .badCondition(let text):
      return w(
        "\(w.quote(text))不是条件。请写成 字段=内容；带 > 或 < 的条件要加引号，如 '预算>=1000'。",
        "\(w.quote(text)) is no condition. Write field=value; quote those with > or <, as in"
          + " 'budget>=1000'.")
    case .tooManyParts(let most):
      return w(
        "条件和列一次最多 \(most) 个。请减少后重试。",
        "A question has at most \(most) conditions and columns. Leave some out.")
    case .longPart(let most):
      return w(
        "“~”之后的文字太长，最多 \(most) 个字节。请只写其中有特点的一段。",
        "What '~' looks for is too long: at most \(most) bytes. Give a shorter part of it.")
    case .removed(let id):
      return w(
        "记录 \(Wording.plain(id)) 已作废。", "The record \(Wording.plain(id)) was removed.")
    case .erased(let id):
      return w(
        "记录 \(Wording.plain(id)) 的内容已依文件销毁，不能再修改。",
        "What the record \(Wording.plain(id)) said was destroyed; it is changed no more.")
    case .noSecret("", let register):
      return w("\(register.zh)没有保密字段。", "\(register.en) has no secret fields.")
    case .noSecret(let name, let register):
      return w(
        "\(register.zh)的\(w.quote(name))不是保密字段，请用 show 查看。",
        "\(w.quote(name)) of \(register.en) is no secret; 'show' prints it.")
    case .inRecord(let text, let fault):
      return w(
        "\(Wording.plain(text))：\(fault.sentence(language))全部未改。",
        "\(Wording.plain(text)): \(fault.sentence(language)) None was changed.")
    case .notBy(let stage, let field, let name):
      return w(
        "“\(stage.zh)”不能由\(field.zh)（\(Wording.plain(name))）自己办理。请由另一人办理（--as 姓名）。",
        "'\(stage.en)' is not for the \(field.en.lowercased()), \(Wording.plain(name)). "
          + "Another must do it (--as NAME).")
    case .onlyBy(let stage, let field, let name):
      return w(
        "“\(stage.zh)”只能由\(field.zh)（\(Wording.plain(name))）本人办理（--as \(Wording.plain(name))）。",
        "'\(stage.en)' is for the \(field.en.lowercased()), \(Wording.plain(name)), alone "
          + "(--as \(Wording.plain(name))).")
    case .rules(let problems): return w.join(problems.map { $0.text(language) })
    }
  }
}
