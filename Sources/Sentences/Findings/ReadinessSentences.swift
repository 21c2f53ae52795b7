public import Desk
public import TargetEngine

extension Readiness {
  /// What should be put right before the closing, a line for each.
  public func sentences(_ language: Language) -> [String] {
    advice.map { $0.sentence(language, site: site) }
      + missed.map { $0.sentence(Wording(language), site: site) }
  }
}

extension MissedDuties {
  fileprivate func sentence(_ w: Wording, site: String) -> String {
    let ids = w.list(records.map { "\(site)-\($0)" }) + (count > records.count ? w("等", " …") : "")
    return w(
      "建议：\(register.title.zh)有 \(count) 项“\(title.zh)”逾期未办，最早的应于 \(due) 前办结（\(ids)）。请运行"
        + " taizhang due list 查看。",
      "Advice: \(register.title.en): \(title.en.lowercased()) not done in time: \(count), the first due on"
        + " \(due) (\(ids)). Look with 'taizhang due list'.")
  }
}
