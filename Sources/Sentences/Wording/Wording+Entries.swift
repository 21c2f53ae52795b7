internal import Desk
internal import TargetEngine

/// Numbers that an indicator or a unit does not take, and corrections.
extension Wording {
  /// A sentence, and the indicator that it is about.
  func about(indicator: String, _ sentence: String) -> String {
    self("指标 \(Wording.plain(indicator))：\(sentence)", "\(Wording.plain(indicator)): \(sentence)")
  }

  func ratioIsDerived(_ indicator: String) -> String {
    about(
      indicator: indicator,
      self(
        "这是比率指标，由分子和分母自动算出，不能直接登记。请登记其分子或分母指标。",
        "This is a ratio, worked out from its numerator and denominator and never entered. Enter"
          + " those instead."))
  }

  func onlyStockIsSet(_ indicator: String) -> String {
    about(
      indicator: indicator,
      self(
        "这是累计指标，只登记本次完成数，不能直接设定总数。请去掉 --set。",
        "This indicator adds up what was done, so its level cannot be set. Leave out --set and give"
          + " what was done."))
  }

  func stockHasNoPlanYear(_ indicator: String) -> String {
    about(
      indicator: indicator,
      self(
        "只有累计指标分计划年度，此指标不分。请不要填写计划年度。",
        "Only an indicator that adds up what was done has plan years. Leave the plan year out."))
  }

  func unitClosed(_ unit: String, _ day: Day) -> String {
    self(
      "\(quote(unit))已于 \(day) 停用，不能登记此后的数据。请核对日期，或改登到承接它的单位。",
      "\(quote(unit)) closed on \(day) and takes nothing dated later. Check the day, or enter it"
        + " for the unit that succeeded it.")
  }

  func unitNotOpen(_ unit: String, _ day: Day) -> String {
    self(
      "\(quote(unit))自 \(day) 起启用，不能登记此前的数据。请核对日期，或改登到当时的单位。",
      "\(quote(unit)) opened on \(day) and takes nothing dated earlier. Check the day, or enter it for"
        + " the unit that was there before.")
  }

  func reportsByList(_ indicator: String, _ unit: String) -> String {
    about(
      indicator: indicator,
      self(
        "\(quote(unit))的这项数字由台账逐条记录得出，不能直接登记。请在相应台账中增改记录。",
        "The figures of \(quote(unit)) come from the records of a register and are not entered"
          + " by hand. Change the records instead."))
  }

  func noRegisterPosts(_ indicator: String, _ posted: [String]) -> String {
    let some = list(posted.prefix(5))
    let known =
      posted.isEmpty
      ? ""
      : posted.count > 5
        ? self(
          "由台账计数的有 \(some) 等 \(posted.count) 项。",
          "Registers count \(some) and others (\(posted.count)).")
        : self("由台账计数的有：\(some)。", "Registers count \(some).")
    return about(
      indicator: indicator,
      join([
        self(
          "没有台账记这项数，不能规定按清单统计，否则它的数从哪里都来不了。请用 log 或导入填报。",
          "No register counts it, so that nothing would ever come by list. Enter its numbers with log or an"
            + " import."), known,
      ]))
  }

  func notCorrectable(_ entry: String, _ fault: DeskError.CorrectionFault) -> String {
    let entry = Wording.plain(entry)
    let advice = { (instead: String?, otherwise: String) in
      instead.map { self("请更正 \($0)。", "Correct \($0).") } ?? otherwise
    }
    return switch fault {
    case .corrected(let by, let instead):
      join([
        self(
          "\(entry) 已由\(transaction(by)) 更正，不能再次更正。",
          "\(entry) was corrected by \(transaction(by)) and is not corrected twice."),
        advice(
          instead, self("如需恢复，请撤销 #\(by)。", "To bring it back, undo #\(by).")),
      ])
    case .undone(let by):
      self(
        "\(entry) 已由\(transaction(by)) 撤销，不能更正。如需恢复，请撤销 #\(by)。",
        "\(entry) was undone by \(transaction(by)), so there is nothing to correct. To bring it back,"
          + " undo #\(by).")
    case .reversal(let instead):
      join([
        self(
          "\(entry) 是冲销用的一笔，不能更正。",
          "\(entry) only takes another entry back and is not corrected."),
        advice(instead, self("原来那笔已不再计数。", "What it took back counts no more.")),
      ])
    case .gaveWay(let list):
      self(
        "\(entry) 已由台账记录取代（\(transaction(list))），不再计数，不能更正。请修改相应的台账记录。",
        "\(entry) gave way to the records of a register (\(transaction(list))), counts no more and is"
          + " not corrected. Change the records instead.")
    case .ofRegister:
      self(
        "\(entry) 由台账记录得出，不能直接更正。请修改相应的台账记录。",
        "\(entry) follows from a register's records. Change the record instead.")
    case .ofForm:
      self(
        "\(entry) 由已审的报表得出，不能直接更正。请用 form reopen 退回报表，改报后再审。",
        "\(entry) follows from a form that was accepted. Return it with 'form reopen' and have it sent"
          + " again instead.")
    case .ofLevel(let number):
      self(
        "\(entry) 属于时点数，不能更正。请用 log 加 --set 重新登记该日的时点数，或撤销 #\(number)。",
        "\(entry) belongs to a level that was said and is not corrected. Say the level of that day"
          + " again with log and --set, or undo #\(number).")
    }
  }

  func nothingToCorrect(_ entry: String) -> String {
    self(
      "明细\(quote(entry))更正前后完全相同，未写入任何数据。请写明正确的数量、单位或日期。",
      "Entry \(quote(entry)) would stay as it is; nothing was written. Give the right amount, unit"
        + " or day.")
  }

  func importedBefore(_ file: String, _ name: String, _ transaction: Int64) -> String {
    let number = self.transaction(transaction)
    return self(
      "\(path(file))的内容已经导入过（\(number)，当时的文件名为\(quote(name))），未写入任何数据。"
        + "确需再次导入，请加 --again。",
      "The content of \(path(file)) was imported before (\(number), as \(quote(name))); nothing was"
        + " written. Add --again to import it once more.")
  }

  func importedTwice(_ file: String, _ name: String) -> String {
    file == name
      ? self(
        "命令中 \(path(file)) 写了两次，未写入任何数据。请只写一次；确需导入两次，请加 --again。",
        "\(path(file)) is named twice by this command; nothing was written. Name it once, or add --again to"
          + " import it twice.")
      : self(
        "\(path(file))与\(path(name))的内容完全相同，未写入任何数据。请去掉一个；确需都导入，请加 --again。",
        "\(path(file)) has the same content as \(path(name)); nothing was written. Leave one out, or add"
          + " --again to import both.")
  }

  func notAsShown(_ file: String) -> String {
    self(
      "\(path(file))或台账在确认之前变动了，与刚才显示的不同，未写入任何数据。请重新导入，核对后再确认。",
      "\(path(file)) or the ledger changed before the answer: it is not as shown; nothing was written. Import it"
        + " again, and look before you confirm.")
  }
}
