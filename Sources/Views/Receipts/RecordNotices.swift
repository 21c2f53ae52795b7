internal import Desk
internal import Registers
internal import Reports
internal import Sentences

extension RecordNotices {
  /// Each notice on a line of its own; the first few of a kind where they are many.
  func sentences(_ w: Wording) -> String {
    madeSentence(w)
      + lost.listed(w, all: w.whole) {
        $0.sentence(w)
      } more: { count in
        w("共有 \(count) 项数值因此不再保留。", "In all, \(count) fields lost values.")
      }
      + passed.sentences(w)
      + redated.listed(w, all: w.whole) {
        $0.sentence(w)
      } more: { count in
        w("共更正了 \(count) 个日期。", "In all, \(count) days were corrected.")
      }
      + windows.listed(w, all: w.whole) {
        $0.sentence(w)
      } more: { count in
        w("共有 \(count) 种写法按一段日期登记。", "In all, \(count) wordings were read as stretches of days.")
      }
      + followed.listed(w, all: w.whole) {
        $0.sentence(w)
      } more: { count in
        w("共有 \(count) 条记录随之变动。", "In all, \(count) records moved with it.")
      }
      + ofToday.listed(w, all: w.whole) {
        $0.sentence(w)
      } more: { count in
        w("共有 \(count) 处按登记的时间填写。", "In all, \(count) fields have the time of writing.")
      }
      + filled.listed(w, all: w.whole) {
        $0.sentence(w)
      } more: { count in
        w("共补填了 \(count) 条记录。", "In all, \(count) records were completed.")
      }
      + renamed.listed(w, all: w.whole) {
        $0.sentence(w)
      } more: { count in
        w("共改了 \(count) 条记录的关键字段。", "In all, the keys of \(count) records changed.")
      }
      + rosters.listed(w, all: nil) {
        $0.sentence(w)
      } more: { count in
        w("共有 \(count) 份名单与填报的数不一致。", "In all, \(count) lists differ from the numbers told.")
      }
      + uncounted.listed(w, all: "taizhang check") {
        $0.sentence(w)
      } more: { count in
        w("共有 \(count) 项指标有记录不计数。", "In all, records do not count for \(count) indicators.")
      }
      + lacking.listed(w, all: "taizhang check") {
        $0.sentence(w)
      } more: { count in
        w("共有 \(count) 种台账有记录不计数。", "In all, records of \(count) kinds do not count.")
      }
      + counted.listed(w, all: w.whole) {
        $0.sentence(w)
      } more: { count in
        w("共有 \(count) 项每月的数因此改变。", "In all, \(count) figures of months change by it.")
      } + maskedSentence(w)
  }

  var json: [(String, JSONValue)] {
    let all: [(String, [JSONValue])] = [
      ("lost", lost.map(\.json)), ("passedOver", passed.stages.map(\.json)),
      ("redated", redated.map(\.json)), ("windows", windows.map(\.json)),
      ("followed", followed.map(\.json)),
      ("today", ofToday.map(\.json)),
      ("filled", filled.map(\.json)),
      ("renamed", renamed.map(\.json)), ("lists", rosters.map(\.json)),
      ("uncounted", uncounted.map(\.json)), ("lacking", lacking.map(\.json)),
      ("counted", counted.map(\.json)),
    ]
    let persons = made.isEmpty ? [] : [("persons", JSONValue.array(made.map { .string($0) }))]
    return persons + all.filter { !$0.1.isEmpty }.map { ($0.0, .array($0.1)) }
      + (masked == 0 ? [] : [("masked", .integer(Int64(masked)))])
  }

  private func madeSentence(_ w: Wording) -> String {
    made.isEmpty
      ? ""
      : "\n" + w("新建人员：", "Persons made: ") + w.some(made, all: w.whole)
  }

  private func maskedSentence(_ w: Wording) -> String {
    guard masked > 0 else { return "" }
    return "\n"
      + w(
        "注意：有 \(masked) 个单元格的保密内容只有掩码，未导入；原有内容不变。",
        "Note: \(masked) \(masked == 1 ? "cell shows" : "cells show") a secret by its mask only and"
          + " was left out; what was kept stays.")
  }
}

extension PassedStages {
  fileprivate func sentences(_ w: Wording) -> String {
    guard !stages.isEmpty else { return "" }
    let list = w.list(stages.map { "\($0.title(w.language)) \($0.records)" })
    let fields = w.list(stages.flatMap(\.fields).map { $0.title(w.language) })
    let way =
      fields.isEmpty
      ? w("要计入，请用“历次阶段”一列写明各阶段的日期。", "To count them, give the days in the column 'Moves'.")
      : w("要计入，请在表中填写：\(fields)。", "To count them, give \(fields) in the list.")
    return "\n"
      + w(
        "注意：有记录越过了计数的阶段，这些阶段没有计入（条数）：\(list)。\(way)",
        "Note: stages that count were passed over and are not counted (records): \(list). \(way)")
  }
}

extension PassedStages.Stage {
  fileprivate var json: JSONValue {
    .object([
      ("register", .string(register)), ("stage", .string(name)),
      ("records", .integer(Int64(records))),
      ("fields", .array(fields.map { .string($0.name) })),
    ])
  }
}

extension RedatedMove {
  fileprivate func sentence(_ w: Wording) -> String {
    w(
      "注意：\(record) 进入“\(title.zh)”的日期由 \(before) 改为 \(after)，其间各月的数随之改变。",
      "Note: the day of '\(title.en)' of \(record) was \(before) and is \(after) now, and so are the"
        + " figures of the months between.")
  }

  fileprivate var json: JSONValue {
    .object([
      ("record", .string(record)), ("stage", .string(stage)),
      ("before", .string(before.description)), ("after", .string(after.description)),
    ])
  }
}

extension WindowTaken {
  fileprivate func sentence(_ w: Wording) -> String {
    let (first, last) = (window.first, window.last)
    return w(
      "注意：\(w.quote(text))按 \(first) 至 \(last) 登记。",
      "Note: \(w.quote(text)) stands for \(first) to \(last).")
  }

  fileprivate var json: JSONValue {
    .object([
      ("text", .string(text)), ("from", .string(window.first.description)),
      ("to", .string(window.last.description)),
    ])
  }
}

extension FollowedMove {
  fileprivate func sentence(_ w: Wording) -> String {
    guard let day else {
      return w(
        "注意：\(record) \(label) 现为“\(standing.zh)”，没有转为“\(title.zh)”。请核对。",
        "Note: \(record) \(label) is '\(standing.en)' and did not become '\(title.en)'. Check it.")
    }
    return w(
      "\(record) \(label) 随之转为“\(title.zh)”（\(day)）。",
      "\(record) \(label) became '\(title.en)' with it (\(day)).")
  }

  fileprivate var json: JSONValue {
    .object([
      ("record", .string(record)), ("stage", .string(stage)), ("on", JSONValue(day?.description)),
    ])
  }
}

extension TodayTaken {
  fileprivate func sentence(_ w: Wording) -> String {
    w(
      "注意：\(record) 没有写\(field.title.zh)，按 \(value) 登记；不是的，请用 set 改正。",
      "Note: \(record) does not say \(field.title.en); it is \(value). Correct it with 'set' where it is not."
    )
  }

  fileprivate var json: JSONValue {
    .object([
      ("record", .string(record)), ("field", .string(field.name)), ("value", .string(value)),
    ])
  }
}

extension FilledKey {
  fileprivate func sentence(_ w: Wording) -> String {
    w(
      "注意：\(record) 原来未填\(w.list(fields.map(\.title.zh)))，已按同一条补填。",
      "Note: \(record) lacked \(w.list(fields.map(\.title.en))), which it has now, as the same record."
    )
  }

  fileprivate var json: JSONValue {
    .object([
      ("record", .string(record)), ("fields", .array(fields.map { .string($0.name) })),
    ])
  }
}

extension RenamedRecord {
  fileprivate func sentence(_ w: Wording) -> String {
    let (before, after) = (Wording.plain(before), Wording.plain(after))
    return w(
      "注意：\(record) 原为 \(before)，表中按记录号改了\(w.list(fields.map(\.title.zh)))，现为 \(after)。"
        + "不是同一条的，请撤销后去掉记录号再导入。",
      "Note: \(record) was \(before); its row, which names it by id, changed"
        + " \(w.list(fields.map(\.title.en))), and it is \(after) now. If that is another thing, undo this and"
        + " import without the id.")
  }

  fileprivate var json: JSONValue {
    .object([
      ("record", .string(record)), ("fields", .array(fields.map { .string($0.name) })),
      ("before", .string(before)), ("after", .string(after)),
    ])
  }
}
