internal import Journal
public import Storage
public import TargetEngine

extension UndoFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: .badData)
  }

  func sentence(_ language: Language) -> String {
    let w = Wording(language)
    switch self {
    // The desk says 0 for a text that is no number at all.
    case .unknown(transaction: 0):
      return w(
        "流水号写法不对。请写成 1204 或 #1204，即记账后所示校验码的前一部分。",
        "That is not the number of a transaction. Write 1204 or #1204, the first part of the head"
          + " that is printed after each recording.")
    case .unknown(let number):
      return w(
        "没有\(w.transaction(number))。请核对流水号。",
        "There is no \(w.transaction(number)). Check the number.")
    case .alreadyUndone(let number):
      return w(
        "这笔流水已由\(w.transaction(number)) 撤销，不能重复撤销。如需恢复，请撤销 #\(number)。",
        "It was already undone by \(w.transaction(number)). To bring it back, undo #\(number).")
    case .neededBy(let number):
      return w(
        "\(w.transaction(number)) 以这笔流水为依据，不能撤销。请先撤销 #\(number)。",
        "It cannot be undone, because \(w.transaction(number)) builds on it. Undo #\(number)"
          + " first.")
    case .neededByAll(let numbers):
      let steps = numbers.map { "#\($0)" }
      return w(
        "有后来的流水以这笔流水为依据，不能撤销。请先依次撤销 \(steps.joined(separator: "、"))。",
        "It cannot be undone, because later transactions build on it. Undo these first, in this"
          + " order: \(steps.joined(separator: ", ")).")
    case .keptBy(let number, let subject):
      let what =
        switch subject {
        case .closing: (zh: "结账", en: "the closing of a month")
        case .key: (zh: "更换密钥", en: "a change of the key")
        case .reveal: (zh: "查看保密内容", en: "a look at secrets")
        default: (zh: "销毁内容", en: "an erasure")
        }
      return w(
        "\(w.transaction(number)) 以这笔流水为依据，而\(what.zh)不能撤销，因此这笔也不能撤销。如需改正，请直接更正或修改现在的内容。",
        "It cannot be undone, because \(w.transaction(number)) builds on it, and \(what.en) is never"
          + " undone. Correct or change what stands now instead.")
    case .builtOver(let number):
      return w(
        "\(w.transaction(number)) 以这笔流水为依据，其内容又已被取代，撤销任何一笔都退不回去，因此不能撤销。"
          + "如需改正，请直接更正或修改现在的内容。",
        "It cannot be undone, because \(w.transaction(number)) builds on it, and what that wrote was"
          + " replaced since: no undo leads back. Correct or change what stands now instead.")
    case .hasNoEffect:
      return w(
        "这笔流水的内容都已不在，没有可撤销的。", "Nothing of it stands any more that could be undone.")
    case .breaks(let problem, let numbers):
      let steps = numbers.map { "#\($0)" }
      let rests =
        steps.isEmpty
        ? ""
        : w(
          "请先\(steps.count == 1 ? "" : "依次")撤销 \(steps.joined(separator: "、"))。",
          "Undo \(steps.joined(separator: ", then ")) first.")
      return w.join([
        w("撤销后不合规则，不能撤销：", "It cannot be undone, since then a rule would be broken:"),
        problem.text(language), rests,
      ])
    case .namesake(let name, let code, let other):
      return w(
        "撤销后，同一上级之下会有两个在用单位都叫\(w.quote(name))，不能撤销。请先把 \(code)"
          + " \(Wording.plain(other)) 移到别处（unit move），再撤销。",
        "Two open units under one parent would be called \(w.quote(name)). Move \(code)"
          + " \(Wording.plain(other)) elsewhere first (unit move), then undo.")
    case .isFinal:
      return w(
        "更换密钥、查看保密内容和销毁内容都不能撤销。",
        "A change of the key, a look at secrets and an erasure are not undone.")
    case .isClosing:
      return w(
        "结账不能撤销。如需改正，请运行 taizhang close，并用 --reissue 写明理由，重新出具该月报表。",
        "The closing of a month is not undone. To put it right, make a new edition with"
          + " 'taizhang close' and --reissue REASON.")
    }
  }
}
