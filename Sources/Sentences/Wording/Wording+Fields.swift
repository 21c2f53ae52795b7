internal import Desk
internal import Registers
internal import TargetEngine

/// Values of fields, and columns.
extension Wording {
  func badValue(_ text: String, _ field: Text, _ kind: FieldKind) -> String {
    BadValue(text: text, field: field, kind: kind).sentence(self)
  }

  func wrongUnit(
    _ unit: String, _ kind: UnitKind, _ field: FieldShape, _ instead: String?
  ) -> String {
    let kinds = Text(
      field.units.map(\.title.zh).joined(separator: "、"),
      field.units.map { $0.title.en.lowercased() }.joined(separator: ", "))
    let offer =
      instead.map { Text("是不是\(quote($0))？", " Did you mean \(quote($0))?") } ?? Text("", "")
    return self(
      "\(quote(unit))是\(kind.title.zh)，\(field.title.zh)不能填它。可用的单位类别：\(kinds.zh)。\(offer.zh)",
      "\(quote(unit)) is a unit of kind \(kind.title.en.lowercased()). "
        + "\(field.title.en) takes: \(kinds.en).\(offer.en)")
  }

  func notList(_ field: Text) -> String {
    self(
      "\(field.zh)只有一项内容，不能用 += 或 -=。请用“=”。",
      "\(field.en) holds one value, so += and -= cannot be used. Use '='.")
  }

  func notInList(_ text: String, _ field: Text) -> String {
    self(
      "\(field.zh)里没有\(quote(text))。请核对。", "\(field.en) does not list \(quote(text)).")
  }

  func badSecret(_ fault: SecretFault, _ field: Text) -> String {
    self(
      "\(field.zh)不对：\(fault.sentence(.zh))。请核对。",
      "\(field.en) is not right: \(fault.sentence(.en)). Check it.")
  }

  func beforeStart(_ field: Text, _ day: Day, _ start: Day) -> String {
    self(
      "\(field.zh)自 \(day) 起的值早于记录的开始日期（\(start)）。请改用开始以后的日期，或先更正开始日期。",
      "\(field.en) from \(day) would hold before the record begins (\(start)). Give a later day, or"
        + " correct the start first.")
  }

  func notSummed(_ field: Text) -> String {
    self("\(field.zh)不是数，不能合计。", "\(field.en) is no number and has no sum.")
  }

  func keepsNoDays(_ fields: [Text]) -> String {
    self(
      "\(titles(fields))不按日期保留前后的值，不能用 --on。请去掉 --on。",
      "\(titles(fields)) has one value for all days and takes no --on. Leave it out.")
  }

  func maskDiffers(_ field: Text, _ id: String) -> String {
    self(
      "表中的\(field.zh)掩码与同名记录 \(id) 的不符，可能是同名的另一人。请写明记录号，或填写完整号码。",
      "The mask of the \(field.en.lowercased()) is not that of record \(id), which has the name: it may be"
        + " somebody else. Give the record's id, or the whole number.")
  }

  func lostDigits(_ text: String, _ field: Text) -> String {
    self(
      "\(field.zh)\(quote(text))已被表格软件改成科学计数，后面的数字丢失了。请把这一列设为文本，重新填写。",
      "\(field.en) \(quote(text)) was rounded by a spreadsheet, and digits are lost. Make the column"
        + " text and enter it again.")
  }

  func unusedDay(_ day: Day) -> String {
    self(
      "新记录在 \(day) 没有任何一步，--on 用不上。请写明这一天进入的阶段，如 stage=阶段，或去掉 --on。",
      "Nothing of the new record is as of \(day). Give the stage that it entered then, as in"
        + " stage=STAGE, or leave --on out.")
  }

  func badHistory(_ text: String, _ column: Text) -> String {
    self(
      "\(column.zh)不能填\(quote(text))。每一项写成“内容@日期”，用“；”隔开，如 整改中@\(ExampleYear.current)-08-03。",
      "\(quote(text)) cannot be read as \(column.en). Write each part as value@day, separated by"
        + " ';', as in 130@\(ExampleYear.current)-08-01.")
  }

  func otherStart(_ field: Text, _ day: Day, _ start: Day) -> String {
    self(
      "历次\(field.zh)从 \(day) 起，而该记录从 \(start) 起。第一项的日期须与之相同，请改正其中一个。",
      "The values of \(field.en) by day begin on \(day), but the record on \(start). The first of them"
        + " has that day: correct one of the two.")
  }

  func stepsLack(_ field: Text, _ value: Decimal, _ day: Day) -> String {
    self(
      "历次\(field.zh)与台账不符：台账自 \(day) 起为 \(value)，表中没有。请用 set 更正，或在表中补上。",
      "The values of \(field.en) by day are not those of the record: it has \(value) from \(day) on."
        + " Correct it with set, or add that to the list.")
  }

  func writtenTwice(_ field: String) -> String {
    self(
      "\(quote(field))写了两次。请只写一次。", "\(quote(field)) is given twice. Give it once.")
  }

  func unknownColumnType(_ text: String, _ types: [Text]) -> String {
    self(
      "没有\(quote(text))这种内容。可选：\(titles(types))。",
      "There is no type \(quote(text)). Give one of \(titles(types)).")
  }

  func badColumnName(_ name: String) -> String {
    self(
      "\(quote(name))不能作列名：列名不能为空，不能有空格和 = < > ~ ! , 等符号，不能是序号和 moves、removed 这类内部用的词，也不能带“（万元）”之类的单位。",
      "\(quote(name)) cannot name a column: no blanks, none of = < > ~ ! , no word that records use themselves (moves,"
        + " removed), no serial number and no unit of many such as 万元.")
  }

  func columnExists(_ name: String, _ register: Text) -> String {
    self(
      "\(register.zh)已有\(quote(name))这一列。请换个列名。",
      "\(register.en) already has a column \(quote(name)). Choose another name.")
  }

  /// Titles one after another.
  func titles(_ texts: [Text]) -> String { list(texts.map { $0(language) }) }

  func usedColumn(_ name: String, _ transaction: Int64) -> String {
    self(
      "\(quote(name))这一列已有记录填了内容（第 \(transaction) 号流水），不能去掉。请先清空，或用 rename 改名。",
      "Records have values in \(quote(name)) (transaction #\(transaction)): empty them first, or rename"
        + " the column.")
  }
}
