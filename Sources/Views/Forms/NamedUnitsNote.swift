internal import Reports
internal import Sentences
internal import TargetEngine

extension Phrase {
  /// A list of names behind what is said of them; nil for none.
  static func named(_ lead: Text, _ names: [String], _ language: Language) -> String? {
    names.isEmpty ? nil : lead(language) + Wording(language).some(names, most: 50, all: nil)
  }
}
