internal import TargetEngine

/// Whose the words are by which commands and files name indicators. What people add is checked against them; the names
/// of modules are given, so that an office that took one before does not lack the module's indicator.
struct IndicatorNames {
  private var owners: [String: Indicator] = [:]

  init(_ indicators: some Sequence<Indicator>) {
    for indicator in indicators { add(indicator) }
  }

  mutating func add(_ indicator: Indicator) {
    for word in indicator.words where owners[word] == nil { owners[word] = indicator }
  }

  /// Throws where a word would mean another indicator as well.
  func expectFree(for indicator: Indicator) throws(DeskError) {
    let words = indicator.words
    guard let other = words.lazy.compactMap({ owners[$0] }).first,
      let name = ([other.code] + other.names).first(where: { words.contains($0.compared) })
    else { return }
    throw .indicatorName(
      name, of: DeskError.Candidate(code: other.code, name: other.name, path: ""))
  }
}

/// The indicators that there are while a file adds others.
struct KnownIndicators {
  private(set) var byCode: [String: Indicator] = [:]
  private(set) var names = IndicatorNames([])

  init(_ indicators: [Indicator]) {
    for indicator in indicators { add(indicator) }
  }

  mutating func add(_ indicator: Indicator) {
    byCode[indicator.code] = indicator
    names.add(indicator)
  }
}
