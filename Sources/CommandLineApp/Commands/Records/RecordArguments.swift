internal import Desk
internal import Registers

/// The words after a verb: ids and stages, and fields as `name=value`.
struct RecordArguments {
  var plain: [String] = []
  var assignments: [Desk.Assignment] = []

  init(_ words: [String]) {
    for word in words {
      // Full-width signs are typed as readily.
      if let sign = word.firstSign(of: "=＝"), sign > word.startIndex {
        let scalars = word.unicodeScalars
        assignments.append((String(scalars[..<sign]), String(scalars[sign...].dropFirst())))
      } else {
        plain.append(word)
      }
    }
  }

  /// Takes a field out that is the command's own, such as `reason=`.
  mutating func take(_ names: String...) -> String? {
    guard let place = assignments.firstIndex(where: { names.contains($0.name) }) else { return nil }
    return assignments.remove(at: place).value
  }
}
