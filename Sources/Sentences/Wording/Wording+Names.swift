internal import Desk
internal import TargetEngine

/// Names that mean nothing, or more than one thing.
extension Wording {
  func unknownUnit(_ text: String, _ suggestions: [String]) -> String {
    let advice = self(
      "请运行 taizhang unit list 查看全部单位。", "Run 'taizhang unit list' for all units.")
    guard !text.isEmpty else {
      return self("没有填写单位。\(advice)", "The unit is empty. \(advice)")
    }
    return join([
      self("没有\(quote(text))这个单位。", "There is no unit \(quote(text))."),
      guess(suggestions, otherwise: advice),
    ])
  }

  func ambiguousUnit(_ text: String, _ candidates: [DeskError.Candidate]) -> String {
    let each = candidates.map { candidate in
      let place = candidate.path.isEmpty ? "" : self("（\(candidate.path)）", " (\(candidate.path))")
      return "\(candidate.code) \(candidate.name)\(place)"
    }
    return self(
      "叫\(quote(text))的单位不止一个：\(list(each))。请改用编码。",
      "Several units are called \(quote(text)): \(list(each)). Give the code instead.")
  }

  func duplicateName(_ name: String, _ other: DeskError.Candidate) -> String {
    self(
      "同一上级下已有叫\(quote(name))的单位：\(other.code) \(other.name)。请核对，或换一个能区分的名称。",
      "\(quote(name)) is the name of another unit under the same parent: \(other.code) \(other.name)."
        + " Check it, or choose a name that tells them apart.")
  }

  func codeIsName(_ name: String, _ code: String, _ other: DeskError.Candidate) -> String {
    self(
      "\(code) \(name) 的编码或名称与另一单位的名称或编码相同：\(other.code) \(other.name)。"
        + "以后写这个词会指错单位，请换一个。",
      "The code or a name of \(code) \(name) is a name or the code of another unit: \(other.code)"
        + " \(other.name). Choose another, or commands would mean the wrong one.")
  }

  func indicatorName(_ name: String, _ other: DeskError.Candidate) -> String {
    self(
      "\(quote(name))已是另一指标的名称或编号：\(other.code) \(other.name)。以后写这个词会指错指标，请换一个。",
      "\(quote(name)) is a name or the code of another indicator: \(other.code) \(other.name)."
        + " Choose another, or commands and files would mean the wrong one.")
  }

  var noOfficeUnit: String {
    self(
      "没有写明单位，也没有设置本单位。请加 --unit 单位，或运行 taizhang setting set unit 单位。",
      "No unit was named and none is set as your own. Add --unit UNIT, or run"
        + " 'taizhang setting set unit UNIT'.")
  }

  func unknownIndicator(_ text: String, _ suggestions: [String]) -> String {
    let advice = self(
      "请运行 taizhang indicator list 查看全部指标。",
      "Run 'taizhang indicator list' for all indicators.")
    guard !text.isEmpty else {
      return self("没有填写指标。\(advice)", "The indicator is empty. \(advice)")
    }
    // The very name is suggested when several indicators have it.
    guard !suggestions.contains(text) else {
      return self(
        "叫\(quote(text))的指标不止一个，请改用编号。\(advice)",
        "Several indicators are called \(quote(text)). Give the id instead. \(advice)")
    }
    return join([
      self("没有\(quote(text))这个指标。", "There is no indicator \(quote(text))."),
      guess(suggestions, otherwise: advice),
    ])
  }

  func unknownModule(_ text: String, _ suggestions: [String]) -> String {
    join([
      self("没有\(quote(text))这个模块的指标。", "There are no indicators of a module \(quote(text))."),
      guess(
        suggestions,
        otherwise: self(
          "指标编号中第一个点之前的部分就是模块，请运行 taizhang indicator list 查看。",
          "A module is what stands before the first dot of an indicator's id; run"
            + " 'taizhang indicator list' to see them.")),
    ])
  }

  func unknownSetting(_ text: String, _ suggestions: [String]) -> String {
    let all = Setting.allCases.map {
      self("\($0.rawValue)（\($0.title.zh)）", $0.rawValue)
    }
    return join([
      self("没有\(quote(text))这个设置项。", "There is no setting \(quote(text))."),
      guess(
        suggestions,
        otherwise: self("可设置：\(list(all))。", "What can be set: \(list(all)).")),
    ])
  }

  func badSetting(_ name: String, _ value: String) -> String {
    let title = Setting(rawValue: name)?.title(language) ?? quote(name)
    let right =
      switch Setting(rawValue: name) {
      case .decimals: self("请填 0 到 4 的整数。", "Give a whole number from 0 to 4.")
      case .tolerance:
        self(
          "请填 0 到 100 的数，最多两位小数。", "Give a number from 0 to 100, with at most 2 decimals.")
      case .unit, .filler, .reviewer, .responsible, .phone, nil:
        self("请核对后重填。", "Check it and give it again.")
      }
    return join([
      self("\(title)不能设为\(quote(value))。", "\(title) cannot be \(quote(value))."), right,
    ])
  }

  func unknownEntry(_ text: String) -> String {
    self(
      "没有编号为\(quote(text))的明细。编号形如 1204.2，请运行 taizhang entry list 查看。",
      "There is no entry \(quote(text)). A number looks like 1204.2; run 'taizhang entry list' to"
        + " see them.")
  }
}
