internal import Desk
internal import Registers
internal import TargetEngine

/// Records that are not found, or are not to be changed.
extension Wording {
  func unknownRegister(_ text: String, _ suggestions: [String]) -> String {
    join([
      self("没有\(quote(text))这本台账。", "There is no register \(quote(text))."),
      guess(
        suggestions,
        otherwise: self("请运行 taizhang register list 查看。", "Run 'taizhang register list'.")),
    ])
  }

  func unknownField(_ text: String, _ register: Text, _ suggestions: [String]) -> String {
    join([
      self(
        "\(register.zh)没有\(quote(text))这个字段。",
        "\(register.en) has no field \(quote(text))."),
      guess(
        suggestions,
        otherwise: self("请运行 taizhang register show 查看字段。", "Run 'taizhang register show'.")),
    ])
  }

  func unknownRecord(_ text: String, _ register: Text?) -> String {
    let name = register?(language) ?? self("台账", "the register")
    return self(
      "\(name)里没有\(quote(text))这条记录。请核对记录号或关键字段。",
      "\(name) has no record \(quote(text)). Check its id or key.")
  }

  func badID(_ text: String, _ site: String) -> String {
    self(
      "\(quote(text))不是记录号。请写全，如 \(site)-12；或把这一格留空，由关键字段认定。",
      "\(quote(text)) is no id of a record. Write all of it, as in \(site)-12, or leave the cell empty"
        + " and let the key tell.")
  }

  func ambiguousRecord(_ text: String, _ register: Text, _ records: [AlikeRecord], _ count: Int)
    -> String
  {
    let names = records.map { record in
      let about = record.about.map { $0(language) }
      return record.id + (about.isEmpty ? "" : bracketed(about))
    }
    let list = list(names) + (count > records.count ? self("等", ", …") : "")
    return self(
      "\(register.zh)里有 \(count) 条记录都符合\(quote(text))：\(list)。请改用记录号。",
      "\(count) records of \(register.en) answer to \(quote(text)): \(list). Give the id.")
  }

  private func bracketed(_ words: [String]) -> String {
    let list = words.map(Wording.plain).joined(separator: self("，", ", "))
    return self("（\(list)）", " (\(list))")
  }

  func numberOrKey(
    _ text: String, _ register: Text, _ number: NamedRecord, _ keys: [NamedRecord]
  ) -> String {
    let told = { (record: NamedRecord) in
      record.id + self.bracketed([record.label(language), record.unit].filter { !$0.isEmpty })
    }
    let names = keys.map { Wording.plain($0.key(language)) }
    let name = Set(names).count == 1 ? names[0] : keys[0].id
    return self(
      "\(register.zh)里\(quote(text))既是 \(told(number))的记录号，又是 \(list(keys.map(told)))的关键字段。"
        + "指前一条请写 \(number.id)，指后一条请写 \(name)。",
      "In \(register.en), \(quote(text)) is the number of \(told(number)) and the key of"
        + " \(list(keys.map(told))). Write \(number.id) for the first, or \(name) for the other.")
  }

  func named(_ records: [NamingRecord], _ count: Int) -> String {
    let names = records.map { record in
      let id = record.id.isEmpty ? "" : self("（\(record.id)）", " (\(record.id))")
      return "\(record.register(language)) \(Wording.plain(record.name))\(id)"
    }
    let some = some(names, of: count, most: names.count, measure: "处", all: nil)
    return self(
      "有 \(count) 处提到它，不能作废：\(some)。请先改正这些记录。",
      "It is not removed, since it is named \(count == 1 ? "once" : "\(count) times"): "
        + "\(some). Change these first.")
  }

  func mergesItself(_ id: String) -> String {
    self(
      "\(id) 不能并入它自己。请写明要并入的另一条。", "\(id) cannot be merged into itself. Name another record.")
  }

  func mergesDiffer(_ field: Text, _ id: String, _ other: String) -> String {
    self(
      "\(id) 与 \(other) 的\(field.zh)不同，不是同一条，不能合并。请核对；\(field.zh)录错的先改正。",
      "\(id) and \(other) differ in \(field.en), so they are not one. Check; correct a wrong one first."
    )
  }

  func mergeLoses(_ field: Text, _ id: String, _ other: String) -> String {
    self(
      "\(id) 有\(field.zh)而 \(other) 没有，合并后会丢失。请反过来合并，或先给 \(other) 填上。",
      "Only \(id) has \(field.en), which would be lost. Merge \(other) into it, or fill it in there first."
    )
  }

  func mayBeKnown(_ register: Text, _ id: String, _ label: String, _ fields: [Text]) -> String {
    self(
      "\(register.zh)里已有\(quote(label))（\(id)），这里没有写\(titles(fields))，可能是同一条。是同一条的，"
        + "请用记录号；不是的，请写明\(titles(fields))。",
      "\(register.en) has \(quote(label)), \(id), and this one, without \(titles(fields)), may be the"
        + " same. Give the id if it is, and \(titles(fields)) if it is not.")
  }

  func removed(_ id: String) -> String {
    self(
      "记录 \(Wording.plain(id)) 已作废。", "The record \(Wording.plain(id)) was removed.")
  }

  func erased(_ id: String) -> String {
    self(
      "记录 \(Wording.plain(id)) 的内容已依文件销毁，不能再修改。",
      "What the record \(Wording.plain(id)) said was destroyed; it is changed no more.")
  }

  func noSecret(_ register: Text) -> String {
    self("\(register.zh)没有保密字段。", "\(register.en) has no secret fields.")
  }

  func noSecret(_ name: String, _ register: Text) -> String {
    self(
      "\(register.zh)的\(quote(name))不是保密字段，请用 show 查看。",
      "\(quote(name)) of \(register.en) is no secret; 'show' prints it.")
  }

  func inRecord(_ text: String, _ fault: RecordFault) -> String {
    self(
      "\(Wording.plain(text))：\(fault.sentence(language))全部未改。",
      "\(Wording.plain(text)): \(fault.sentence(language)) None was changed.")
  }
}
