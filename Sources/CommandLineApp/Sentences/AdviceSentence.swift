internal import Storage
internal import TargetEngine

extension Advice {
  /// What should be put right, on one line.
  ///
  /// - Parameter site: the beginning of every record's number.
  func sentence(_ language: Language, site: String) -> String {
    let w = Wording(language)
    switch self {
    case .rule(let record, let problem):
      return w.join([
        w("建议（\(site)-\(record)）：", "Advice (\(site)-\(record)):"), problem.text(language),
      ])
    }
  }
}
