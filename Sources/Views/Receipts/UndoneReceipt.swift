public import Desk
internal import Reports
internal import Sentences
internal import Storage
public import TargetEngine

extension UndoneTransaction {
  /// What was undone, and what that leaves to be looked at.
  ///
  /// - Parameter whole: the command that shows all that the undo wrote.
  public func receipt(_ language: Language, whole: String? = nil) -> Receipt {
    let w = Wording(language, whole: whole)
    let command = Wording.plain(row.command)
    return Receipt(
      w("已撤销 #\(row.transaction)：\(command)", "Undone #\(row.transaction): \(command)")
        + withdrawn.withdrawn(w)
        + repeated.listed(w, all: nil) {
          $0.sentence(w)
        } more: { count in
          w("共有 \(count) 笔与别的明细相同。", "In all, \(count) entries have equal ones.")
        }
        + passedOver.sentences(w),
      [("reverses", .integer(row.transaction))]
        + (withdrawn.isEmpty ? [] : [("withdrawn", withdrawn.json)])
        + (repeated.isEmpty ? [] : [("repeated", .array(repeated.map(\.json)))])
        + passedOver.members)
  }
}

extension RepeatedEntry {
  fileprivate func sentence(_ w: Wording) -> String {
    let amount = entry.indicator.amount(entry.amount)
    let told =
      "\(entry.unit.title) \(entry.indicator.title(w.language)) \(entry.day) \(amount)"
      + w(entry.indicator.measure, "")
    return w(
      "注意：重新计入的 \(entry.id) 与 \(other) 完全相同（\(told)），两笔都计入。重复登记的请撤销一笔。",
      "Note: \(entry.id), which counts again, and \(other) say the same (\(told)), and both count. Undo one if it is"
        + " the same thing.")
  }

  fileprivate var json: JSONValue {
    .object([("entry", .string(entry.id)), ("other", .string(other))])
  }
}

extension [PassedOver] {
  /// Each import on a line of its own.
  func sentences(_ w: Wording) -> String {
    listed(w, all: nil) {
      $0.sentence(w)
    } more: { count in
      w("共有 \(count) 次导入跳过了这样的行。", "In all, \(count) imports left such rows out.")
    }
  }

  var members: [(String, JSONValue)] {
    isEmpty ? [] : [("passedOver", .array(map(\.json)))]
  }
}

extension PassedOver {
  fileprivate func sentence(_ w: Wording) -> String {
    let names = w.list(files.map { w.quote($0) })
    return w(
      "注意：\(names)（#\(transaction)）导入时有 \(rows) 行与撤回的相同，没有另记；这些行现在没有了，要恢复请加 --again --same skip 再导入它。",
      "Note: \(names) (#\(transaction)) left out \(rows) \(rows == 1 ? "row" : "rows") because of what is taken back now, which"
        + " \(rows == 1 ? "is" : "are") gone with it. To bring \(rows == 1 ? "it" : "them") back, import the file once more with"
        + " --again --same skip.")
  }

  fileprivate var json: JSONValue {
    .object([
      ("transaction", .integer(transaction)), ("files", .array(files.map { .string($0) })),
      ("rows", .integer(Int64(rows))),
    ])
  }
}
