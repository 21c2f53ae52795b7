public import Desk
internal import Reports
public import TargetEngine

extension Readiness {
  /// What should be put right before the closing, a line for each.
  public func sentences(_ language: Language) -> [String] {
    advice.map { $0.sentence(language, site: site) }
      + missed.map { $0.sentence(Wording(language), site: site) }
      + forms.map { $0.sentence(Wording(language)) }
  }
}

extension MissedDuties {
  fileprivate func sentence(_ w: Wording, site: String) -> String {
    let ids = w.some(
      records.map { "\(site)-\($0)" }, of: count, most: records.count, measure: "条", all: nil)
    return w(
      "建议：\(register.title.zh)有 \(count) 项“\(title.zh)”逾期未办，最早的应于 \(due) 前办结（\(ids)）。请运行"
        + " taizhang due list 查看。",
      "Advice: \(register.title.en): \(title.en.lowercased()) not done in time: \(count), the first due on"
        + " \(due) (\(ids)). Look with 'taizhang due list'.")
  }
}

extension OpenForm {
  fileprivate func sentence(_ w: Wording) -> String {
    let part = { (units: NamedUnits, zh: String, en: String) -> String? in
      let names = units.sentence(w.language)
      return units.count == 0
        ? nil : w("\(units.count) 个单位\(zh)（\(names)）", "\(units.count) \(en) (\(names))")
    }
    let parts = [
      part(missing, "未报", "not sent"), part(returned, "退回待改", "returned and not sent again"),
      part(waiting, "已报未审", "sent and not accepted"),
    ].compactMap { $0 }.joined(separator: w("，", ", "))
    let first = periods.first ?? ""
    guard let last = periods.last, first != last else {
      return w(
        "建议：\(title.zh) \(first) 还有 \(parts)。请运行 taizhang form status \(form) \(first) 查看。",
        "Advice: \(title.en) \(first): \(parts). Look with 'taizhang form status \(form) \(first)'."
      )
    }
    return w(
      "建议：\(title.zh) \(first) 至 \(last) 有 \(periods.count) 期没有报齐、审完：\(parts)。请运行 taizhang due list 查看。",
      "Advice: \(title.en), \(periods.count) periods from \(first) to \(last): \(parts)."
        + " Look with 'taizhang due list'.")
  }
}
