public import Desk
internal import Journal
internal import Reports
internal import Sentences
internal import Storage
public import TargetEngine

extension Checked {
  /// What was found, or that totals and entries agree; and advice.
  public func receipt(_ language: Language) -> Receipt {
    let (sentences, advice) = (sentences(language), adviceSentences(language))
    let none = Text("核对无误：汇总数与明细一致。", "Totals and entries agree.")(language)
    return Receipt(
      ((sentences.isEmpty ? [none] : sentences) + advice).joined(separator: "\n"),
      Receipt.members(sentences, head: nil) + [("advice", .array(advice.map { .string($0) }))])
  }
}

extension Verified {
  /// What was found, or how many transactions are proven, with the head now.
  public func receipt(_ language: Language) -> Receipt {
    let w = Wording(language)
    let sentences = findings.map { $0.sentence(language) }
    let none = w(
      "验证无误：共 \(head.transaction) 笔流水。", "Verified: \(head.transaction) transactions.")
    let tail = w("校验码：\(head.spoken)", "Ledger head: \(head.spoken)")
    return Receipt(
      sentences.isEmpty ? "\(none)\n\(tail)" : sentences.joined(separator: "\n"),
      Receipt.members(sentences, head: head.description))
  }
}

extension Receipt {
  fileprivate static func members(
    _ sentences: [String], head: String?
  ) -> [(String, JSONValue)] {
    [
      ("ok", .bool(sentences.isEmpty)), ("head", JSONValue(head)),
      ("findings", .array(sentences.map { .string($0) })),
    ]
  }
}
