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
    let parts = [
      w("填 \(lines) 行", "\(lines) line\(lines == 1 ? "" : "s")"),
      w("第 \(version) 版", "version \(version)"), late,
      isUnchanged ? ImportedAnswer.unchanged(w.language) : nil,
    ].compactMap { $0 }
    return w(
      "\(Wording.plain(unit.title))：\(title.zh) \(period)，",
      "\(Wording.plain(unit.title)): \(title.en) \(period), ")
      + parts.joined(separator: w("，", ", "))
  }

  var json: JSONValue {
    .object([
      ("form", .string(form)), ("period", .string(period)), ("unit", unit.json),
      ("lines", JSONValue(lines)), ("version", JSONValue(version)),
      ("late", .bool(lateness?.isLate ?? false)), ("unchanged", .bool(isUnchanged)),
    ])
  }
}
