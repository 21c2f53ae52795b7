internal import Registers

/// One way in which the text of a name may be the parts of a natural key, between slashes: a part for each
/// field, and as many as it takes for a path of units, another record, or a text with slashes.
struct KeyReading {
  var parts: [(field: Int, text: String)]
  /// The fields of the key that the name says are empty.
  var blank: [Int] = []

  /// All ways, those first in which the first fields take least.
  static func all(of text: String, in shape: RegisterShape) -> [KeyReading] {
    var words = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isWhole = words.count > 1 && words.last?.isEmpty == true
    if isWhole { words.removeLast() }
    guard !words.isEmpty, words.count <= most else { return [] }
    return readings(words[...], shape.keyFields[...], shape).map { parts in
      KeyReading(parts: parts, blank: isWhole ? Array(shape.keyFields.dropFirst(parts.count)) : [])
    }
  }

  /// With more slashes a text is no name: it is not taken apart without end.
  private static let most = 40

  private static func readings(
    _ words: ArraySlice<String>, _ keys: ArraySlice<Int>, _ shape: RegisterShape
  ) -> [[(field: Int, text: String)]] {
    if words.isEmpty { return [[]] }
    guard let key = keys.first else { return [] }
    let kind = shape.fields[key].kind
    let isLong = !kind.registers.isEmpty || kind == .text || kind == .unit
    return (1...(isLong ? words.count : 1)).flatMap { count in
      readings(words.dropFirst(count), keys.dropFirst(), shape).map {
        [(key, words.prefix(count).joined(separator: "/"))] + $0
      }
    }
  }
}
