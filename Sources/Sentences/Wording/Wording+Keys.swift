internal import Desk
internal import Registers
internal import TargetEngine

/// Natural keys of records.
extension Wording {
  func missing(_ register: Text, _ fields: [Text]) -> String {
    self(
      "\(register.zh)还缺必填字段：\(titles(fields))。请补上。",
      "\(register.en) also needs: \(titles(fields)).")
  }

  func duplicateKey(_ register: Text, _ id: String) -> String {
    self(
      "\(register.zh)里已有关键字段相同的记录 \(id)。请修改那一条，或核对关键字段。",
      "\(register.en) already has this key in \(id). Change that record, or check the key.")
  }

  func lacksKey(_ register: Text, _ id: String, _ fields: [Text]) -> String {
    self(
      "\(register.zh)里已有一条未填\(titles(fields))的记录 \(id)，可能是同一条。是同一条的，请用 set 给它补填；"
        + "不是的，也请先把它补填清楚。",
      "\(register.en) has a record without \(titles(fields)), \(id), which may be the same. Set that in"
        + " it first, whether it is the same or not.")
  }

  func keyChanged(_ id: String, _ label: String, _ row: RowPlace?) -> String {
    let place = place(row)
    return self(
      "本行与\(place)说的可能都是记录 \(id)（导入前为\(Wording.plain(label))）。请先用 set 改好那一条，再导入。",
      "This row and \(place) may both tell of \(id), which was \(Wording.plain(label)) before this list."
        + " Correct that record with set first, then import.")
  }

  func mayBeOne(_ label: String, _ other: String, _ row: RowPlace?, _ fields: [Text]) -> String {
    let place = place(row)
    return self(
      "\(quote(label))与\(place)的\(quote(other))可能是同一条，也可能不是。请两处都写明\(titles(fields))。",
      "\(quote(label)) and \(quote(other)) of \(place) may be the same or not. Give"
        + " \(titles(fields)) in both places.")
  }

  func brokenKey(_ text: String, _ field: Text) -> String {
    self(
      "\(field.zh)\(quote(text))中间有换行。请改成一行：是一个编号的删去换行，是两条的分成两行。",
      "\(field.en) \(quote(text)) has a line break within. Put it on one line, or make two rows of"
        + " two records.")
  }
}
