public import TargetEngine

extension ReportNote {
  /// The note as it stands under the table.
  ///
  /// - Parameter unit: the unit it is about, where the table is of one indicator and many units.
  public func sentence(_ language: Language, of unit: String? = nil) -> String {
    let subject = { (indicator: Indicator) in unit ?? indicator.title(language) }
    switch self {
    case .revised(let indicator, let from, let to, let effective, let document, let reason):
      let basis = [document, reason].filter { !$0.isEmpty }.joined(
        separator: Text("，", ", ")(language))
      let tail = basis.isEmpty ? "" : Text("（\(basis)）", " (\(basis))")(language)
      let (old, new) = (indicator.amount(from), indicator.amount(to))
      return Text(
        "\(subject(indicator))：任务数自\(effective)起由\(old)调整为\(new)\(tail)。",
        "\(subject(indicator)): target revised from \(old) to \(new) as of \(effective)\(tail).")(
          language)
    case .withdrawn(let indicator, let month, let from, let to):
      let old = indicator.amount(from)
      let now =
        to.map { Text("现为 \(indicator.amount($0))", "it is \(indicator.amount($0)) now") }
        ?? Text("现无任务数", "there is none now")
      return Text(
        "\(subject(indicator))：\(month) 月报的任务数 \(old) 结账后已撤销，\(now.zh)。",
        "\(subject(indicator)): the target \(old) of the report of \(month) was withdrawn after its closing;"
          + " \(now.en).")(language)
    case .corrected(let indicator, let year, let amount):
      let sign = amount > 0 ? "+" : ""
      return Text(
        "\(subject(indicator))（\(year)年度）：含以前月份更正 \(sign)\(indicator.amount(amount))\(indicator.measure)。",
        "\(subject(indicator)) (\(year)): includes corrections of earlier months,"
          + " \(sign)\(indicator.amount(amount)).")(language)
    case .previous(let indicator, let month, let reported, let now):
      let (then, now) = (indicator.amount(reported), indicator.amount(now))
      return Text(
        "\(subject(indicator))：上月的数现为 \(now)\(indicator.measure)，\(month) 月报的本月为 \(then)\(indicator.measure)：结账后有数改记到别的月份，或有更正、单位变动。",
        "\(subject(indicator)): last month's own amount is now \(now), in the report of \(month) it was \(then):"
          + " since the closing, numbers were moved to other months or corrected, or units moved.")(
          language)
    case .decomposition(let indicator, let own, let children):
      let (a, b) = (indicator.amount(own), indicator.amount(children))
      return own > children
        ? Text(
          "\(subject(indicator))：分解不足，本级任务 \(a)，下级合计 \(b)。",
          "\(subject(indicator)): own target \(a) exceeds the \(b) handed down.")(language)
        : Text(
          "\(subject(indicator))：超分解，本级任务 \(a)，下级合计 \(b)。",
          "\(subject(indicator)): own target \(a) is below the \(b) handed down.")(language)
    case .merged(let indicator, let amount):
      let open = indicator.amount(amount)
      return Text(
        "\(subject(indicator))：并入单位的任务 \(open) 尚未计入本级任务，上级合计仍含；请调整任务数。",
        "\(subject(indicator)): the target \(open) of merged units is not in the own one yet; sums above"
          + " still hold it. Please revise.")(language)
    case .partial(let indicator, let with, let all):
      return Text(
        "\(subject(indicator))：任务数为下级合计，\(all) 个下级单位中 \(with) 个有任务。",
        "\(subject(indicator)): target summed over \(with) of \(all) units below.")(language)
    case .leftOut(let indicator, let amount, let month, let target):
      return ReportNote.leftOutSentence(indicator, amount: amount, month: month, target: target)(
        language)
    case .planned(let indicator):
      switch indicator.defaultTarget {
      case .units(let kind):
        return Text(
          "\(subject(indicator))：未另行下达的任务数，取现有\(kind.title.zh)的个数。",
          "\(subject(indicator)): where no target is set, it is the number of units open of the kind"
            + " \(kind.title.en).")(language)
      case .amount(let amount):
        return Text(
          "\(subject(indicator))：未另行下达的任务数，按 \(indicator.amount(amount)) 控制。",
          "\(subject(indicator)): where no target is set, it is \(indicator.amount(amount)).")(
            language)
      case .flow, nil:
        return Text(
          "\(subject(indicator))：未另行下达的任务数，取台账中列入计划的数。",
          "\(subject(indicator)): where no target is set, it is what the lists plan for the year.")(
            language)
      }
    case .countedTwice(let indicator, let units):
      let names = units.joined(separator: Text("、", ", ")(language))
      return Text(
        "\(subject(indicator))：\(names)按数字填报，下面的单位又按台账计数，可能重复计算，请核对。",
        "\(subject(indicator)): \(names) told numbers while lists of units below count too; "
          + "perhaps the same things twice.")(language)
    case .uncounted(let indicator, let units, let records):
      let names = units.joined(separator: Text("、", ", ")(language))
      return Text(
        "\(subject(indicator))：\(names)按数字填报，台账中的 \(records) 条记录不计数。",
        "\(subject(indicator)): records that do not count, since \(names) reported by number: \(records)."
      )(
        language)
    case .waiting(let indicator, let records, let own, let listed):
      let (told, named) = (indicator.amount(own), indicator.amount(listed))
      return Text(
        "\(subject(indicator))：有 \(records) 个班（批）的名单没有报齐，仍按填报的 \(told)\(indicator.measure)计，"
          + "名单中现有 \(named)\(indicator.measure)。",
        "\(subject(indicator)): lists not whole yet: \(records). The numbers told count, \(told);"
          + " the lists have \(named).")(language)
    case .unreported(let indicator, let units, let isOwn):
      if isOwn, units.count == 1 {
        return Text(
          "\(subject(indicator))：期限已过，本单位的报表未报。",
          "\(subject(indicator)): the unit has not sent its form, which was due.")(language)
      }
      let names = units.sentence(language)
      return Text(
        "\(subject(indicator))：期限已过，\(units.count) 个单位的报表未报（\(names)）。",
        "\(subject(indicator)): forms not sent in time, nor since: \(units.count) (\(names)).")(
          language)
    case .unaccepted(let indicator, let units):
      let names = units.sentence(language)
      return Text(
        "\(subject(indicator))：\(units.count) 个单位的报表已报，还没有审核通过，数没有计入（\(names)）。",
        "\(subject(indicator)): forms sent and not accepted, which do not count yet: \(units.count) (\(names))."
      )(
        language)
    case .carried(let year, let note):
      let name = unit ?? note.indicator?.title(language) ?? ""
      return note.sentence(language, of: Phrase.of(year, name, language))
    case .partlyClosed(let modules):
      let names = modules.joined(separator: Text("、", ", ")(language))
      return Text(
        "已结账模块：\(names)；其余为当前数。", "Closed: \(names); other figures are as of now.")(language)
    }
  }
}

extension Indicator {
  /// An amount as printed in the indicator's unit.
  public func amount(_ units: Int64) -> Decimal { Decimal(units, places: decimals) }
}
