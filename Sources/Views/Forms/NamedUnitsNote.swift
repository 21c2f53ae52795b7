internal import Reports
internal import TargetEngine

extension Phrase {
  /// A list of names behind what is said of them; nil for none.
  static func named(_ lead: Text, _ names: [String], _ language: Language) -> String? {
    if names.isEmpty { return nil }
    return lead(language) + names.prefix(50).joined(separator: Text("、", ", ")(language))
      + (names.count > 50 ? Text("等", ", …")(language) : "")
  }
}
