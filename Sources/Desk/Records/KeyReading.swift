internal import Registers

/// The ways in which the text of a name may be the parts of a natural key, between slashes: a part for each
/// field, and as many words as it takes for a path of units, another record, or a text with slashes.
///
/// ```swift
/// // 和平/团结卫生室/2021: the unit 和平 and the year 团结卫生室, or the unit 和平/团结卫生室 and 2021.
/// let found = try KeyReading("和平/团结卫生室/2021", in: shape)?.first(from: []) { parts, field, text in
///   try meaning(of: text, field).map { parts + [$0] }
/// } end: { parts, blank in parts }
/// ```
struct KeyReading {
  private let words: [String]
  private let shape: RegisterShape
  /// Whether a slash at the end says that the rest of the key is empty.
  private let isWhole: Bool

  /// - Returns: nil for a text that is no name.
  init?(_ text: String, in shape: RegisterShape) {
    var words = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    isWhole = words.count > 1 && words.last?.isEmpty == true
    if isWhole { words.removeLast() }
    guard !words.isEmpty, words.count <= KeyReading.most else { return nil }
    self.words = words
    self.shape = shape
  }

  /// With more slashes a text is no name: it is not taken apart without end.
  private static let most = 40

  /// What the first way comes to that means something, of those first in which the first fields take least.
  ///
  /// A way is given up as soon as a part of it means nothing, with all that begin as it does, so that few are
  /// gone through to their end.
  ///
  /// - Parameters:
  ///   - step: what a field's part adds to those before it; nil where it means nothing beside them.
  ///   - end: what all parts come to, with the fields of the key that the name says are empty.
  func first<Parts, Result>(
    from parts: Parts, step: (Parts, _ field: Int, _ text: String) throws -> Parts?,
    end: (Parts, _ blank: [Int]) throws -> Result?
  ) rethrows -> Result? {
    try first(words[...], shape.keyFields[...], parts, step, end)
  }

  private func first<Parts, Result>(
    _ words: ArraySlice<String>, _ keys: ArraySlice<Int>, _ parts: Parts,
    _ step: (Parts, Int, String) throws -> Parts?, _ end: (Parts, [Int]) throws -> Result?
  ) rethrows -> Result? {
    if words.isEmpty { return try end(parts, isWhole ? Array(keys) : []) }
    guard let key = keys.first else { return nil }
    let kind = shape.fields[key].kind
    let isLong = !kind.registers.isEmpty || kind == .text || kind == .unit
    for count in 1...(isLong ? words.count : 1) {
      let text = words.prefix(count).joined(separator: "/")
      guard let next = try step(parts, key, text) else { continue }
      let rest = words.dropFirst(count)
      if let found = try first(rest, keys.dropFirst(), next, step, end) { return found }
    }
    return nil
  }
}
