public import Desk
internal import Storage
public import TargetEngine

extension Checked {
  /// What was found, each on one line, and that no more of a kind is listed than so many.
  public func sentences(_ language: Language) -> [String] {
    let most = Ledger.mostFound
    let rest = Text(
      "每一类问题最多列出 \(most) 项，改正后请再核对。",
      "No more than \(most) findings of a kind are listed: check again when these are right.")
    return findings.map { finding in
      finding.sentence(
        language, unit: { units[$0]?.title ?? "?" },
        indicator: { indicators[$0]?.title(language) ?? "?" })
    } + (findings.count < most ? [] : [rest(language)])
  }

  /// What should be put right though nothing is wrong, each on one line.
  public func adviceSentences(_ language: Language) -> [String] {
    let most = Ledger.mostFound
    let rest = Text(
      "关于台账记录的建议最多列出 \(most) 条，处理后请再核对。",
      "No more than \(most) pieces of advice about records are listed: check again when these are followed."
    )
    return advice.map { $0.sentence(language, site: site) }
      + (advice.count < most ? [] : [rest(language)])
  }
}

extension Inconsistency {
  /// What `check` found, on one line.
  ///
  /// - Parameters:
  ///   - unit: a unit's name.
  ///   - indicator: an indicator's name.
  func sentence(
    _ language: Language, unit: (UnitID) -> String, indicator: (IndicatorID) -> String
  ) -> String {
    let w = Wording(language)
    let rebuild = w(
      "请运行 taizhang check --rebuild 重新生成。", "Run 'taizhang check --rebuild' to derive it again.")
    // An earlier version may have counted otherwise.
    let repost = Text(
      "请先运行 taizhang verify 查明是否被改动过；没有改动的，运行 taizhang check --repost 按现行规则补记差额。",
      "Run 'taizhang verify' to see whether it was changed; if not, 'taizhang check --repost' posts the"
        + " difference by the rules of this version.")
    switch self {
    case .total(let id, let figure, let planYear, let year):
      return w.join([
        w(
          "\(unit(id))“\(indicator(figure))”\(planYear) 计划年度在 \(year) 年的合计与明细不符。",
          "The total of \(indicator(figure)), \(unit(id)), plan year \(planYear), in \(year) does"
            + " not follow from its entries."), rebuild,
      ])
    case .plan(let id, let figure, let year):
      return w.join([
        w(
          "\(unit(id))“\(indicator(figure))”\(year) 年度的任务数与历次下达的任务不符。",
          "The plan of \(indicator(figure)), \(unit(id)), for \(year) does not follow from the"
            + " targets set."), rebuild,
      ])
    // Without a unit: the index as a whole has too many entries or too few.
    case .run(unit: 0), .span:
      return w.join([
        w("明细的索引与明细不符。", "The index of entries does not match the entries."), rebuild,
      ])
    case .run(let id):
      return w.join([
        w(
          "\(unit(id))的明细索引与明细不符。",
          "The index of entries of \(unit(id)) does not match the entries."), rebuild,
      ])
    case .unitNames:
      return w.join([
        w(
          "单位名称的索引与单位不符。", "The index of unit names does not match the units."), rebuild,
      ])
    case .tree(let id):
      return w(
        "\(unit(id))的上级不存在，或就在它的下级之中。请改正它的上级，或从备份恢复。",
        "The parent of \(unit(id)) does not exist or lies below it. Correct its parent, or restore"
          + " a backup.")
    case .entry(let seq):
      return w(
        "第 \(seq) 条明细的单位或指标不存在，或不应直接登记。请运行 taizhang verify 查明是否被改动过。",
        "Entry number \(seq) names a unit or indicator that does not exist, or one that takes no"
          + " entries. Run 'taizhang verify' to see whether it was changed.")
    case .countedTwice(let id, let figure):
      return w(
        "\(unit(id))“\(indicator(figure))”既有台账记录，又有按数字填报的数，会重复计算。请更正那些明细。",
        "\(indicator(figure)) of \(unit(id)) comes from records and from numbers as well. Correct"
          + " the entries told by number.")
    case .listed(let id, let figure):
      return w.join([
        w(
          "\(unit(id))“\(indicator(figure))”按名单还是按数字统计，所记与明细不符。",
          "Whether \(indicator(figure)) of \(unit(id)) comes from records or from numbers is noted"
            + " otherwise than its entries say."), rebuild,
      ])
    case .record(let id):
      return w(
        "第 \(id) 号记录记入台账的数与记录不符。\(repost.zh)",
        "What record \(id) posted is not what it calls for. \(repost.en)")
    case .columns(let id):
      return w.join([
        w(
          "第 \(id) 号记录列表所用的阶段或数值与记录内容不符。",
          "Record \(id) is listed with a stage or a value that it does not have."), rebuild,
      ])
    case .secrets(let id):
      return w(
        "第 \(id) 号记录的保密内容打不开，或其密钥缺失。请从备份恢复。",
        "The secrets of record \(id) do not open, or their key is missing. Restore a backup.")
    case .group(let source):
      return w(
        "合并计数（\(Wording.plain(source))）与台账记录不符。\(repost.zh)",
        "What a group of records posted (\(Wording.plain(source))) is not what it calls for."
          + " \(repost.en)")
    case .form(let source):
      return w(
        "报表记入台账的数与已审的报表不符，或报表版本不对（\(Wording.plain(source))）。请运行 taizhang verify 查明是否被改动过。",
        "What a form posted is not what its accepted submission calls for, or it has another version"
          + " (\(Wording.plain(source))). Run 'taizhang verify' to see whether it was changed.")
    case .level(let id, let figure):
      return w(
        "\(unit(id))“\(indicator(figure))”的时点数与为其记下的差数不符。请运行 taizhang verify 查明是否被改动过。",
        "What was posted for the levels of \(indicator(figure)), \(unit(id)), does not belong to"
          + " what was said. Run 'taizhang verify' to see whether it was changed.")
    case .schema(let object, let difference):
      let what =
        switch difference {
        case .foreign: w("数据库里有不属于本程序的内容", "The database has what this program did not make")
        case .missing: w("数据库缺少", "The database lacks")
        case .other: w("数据库里的这一项被改动过", "This part of the database was changed")
        }
      return w(
        "\(what)：\(Wording.plain(object))。请查明是谁改动的，并用 taizhang restore 从最近的备份恢复。",
        "\(what): \(Wording.plain(object)). Find out who changed it, and bring back the latest backup"
          + " with 'taizhang restore'.")
    case .file(let detail):
      return w(
        "数据库文件已损坏（\(Wording.plain(detail))）。请停止使用，"
          + "用 taizhang restore 从最近的备份恢复。",
        "The database file is damaged (\(Wording.plain(detail))). Stop using it and bring back the"
          + " latest backup with 'taizhang restore'.")
    }
  }
}
