internal import Desk
internal import Forms
internal import Reports
internal import Sentences
internal import TargetEngine

extension ImportedAnswer {
  /// What is said of one that was sent already.
  static var unchanged: Text { Text("与已报的相同", "as sent before") }

  /// The same as a row of the table, on a line.
  func sentence(_ w: Wording) -> String {
    let late: String? =
      lateness.map { lateness in
        lateness.isLate
          ? w("迟报 \(lateness.text(.zh))", "\(lateness.text(.en)) late") : w("按时", "on time")
      }
    let parts =
      [
        w("填 \(lines) 行", "\(lines) line\(lines == 1 ? "" : "s")"),
        w("第 \(version) 版", "version \(version)"), late,
        isUnchanged ? ImportedAnswer.unchanged(w.language) : nil,
      ].compactMap { $0 } + remarks(w)
    return w(
      "\(Wording.plain(unit.title))：\(title.zh) \(period)，",
      "\(Wording.plain(unit.title)): \(title.en) \(period), ")
      + parts.joined(separator: w("，", ", "))
  }

  /// What the file does not have and what it does not let be checked.
  func remarks(_ w: Wording) -> [String] {
    [
      dropped.isEmpty
        ? nil
        : w(
          "草稿或上一版的 \(w.numbers(of: dropped)) 文件里没有，不再保留",
          "\(w.numbers(of: dropped)) of the draft or the version before not in the file, and gone"),
      unexplained.isEmpty ? nil : w.unexplained(unexplained),
      open.isEmpty ? nil : w.open(open),
      joined.isEmpty
        ? nil
        : w(
          "\(w.numbers(of: joined)) 的换行改成了空格",
          "line breaks in \(w.numbers(of: joined)) became blanks"),
      passedOver.isEmpty ? nil : passedOver.sentence(w),
    ].compactMap { $0 }
  }

  var json: JSONValue {
    let answer: [(String, JSONValue)] = [
      ("form", .string(form)), ("period", .string(period)), ("unit", unit.json),
      ("lines", JSONValue(lines)), ("version", JSONValue(version)),
      ("late", .bool(lateness?.isLate ?? false)), ("unchanged", .bool(isUnchanged)),
    ]
    return .object(
      answer + listMember("dropped", dropped.map { .string($0.description) })
        + listMember("unexplained", unexplained.map { .string($0.description) })
        + listMember("open", open.map(\.json))
        + listMember("passedOver", passedOver.columns.map(\.json))
        + listMember("joined", joined.map { .string($0.description) }))
  }
}

extension PassedCells {
  /// `与系统里的不同、没有采用的：来源 [2] [3]、内容 [2]`.
  fileprivate func sentence(_ w: Wording) -> String {
    let all = columns.map { column in
      column.title(w.language) + (column.lines.isEmpty ? "" : " " + w.numbers(of: column.lines))
    }.joined(separator: w("、", ", "))
    return w("与系统里的不同、没有采用的：\(all)", "said otherwise than in the ledger and not taken: \(all)")
  }
}

extension PassedCells.Column {
  fileprivate var json: JSONValue {
    .object([("column", .string(title.en)), ("lines", lines.json)])
  }
}
