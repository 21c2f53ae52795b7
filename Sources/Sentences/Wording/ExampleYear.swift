internal import Synchronization

/// The year that days in examples and advice are of: what is shown should look like what is typed today.
public enum ExampleYear {
  private static let year = Mutex(2021)

  /// The year as four digits.
  public static var current: Int { year.withLock { $0 } }

  /// Says which year it is, once, before anything is said.
  public static func set(_ year: Int) { self.year.withLock { $0 = year } }

  /// A text whose example is of 2021, with an example of the present.
  ///
  /// Every command describes itself with one when it starts. The standard search for a text sets up a table
  /// of characters first, which takes a tenth of a millisecond.
  public static func present(_ text: String) -> String {
    let (old, new) = (Array("2021".utf8), Array("\(current)".utf8))
    var bytes = Array(text.utf8)
    var place = 0
    while place + old.count <= bytes.count {
      let end = place + old.count
      if bytes[place..<end].elementsEqual(old) { bytes.replaceSubrange(place..<end, with: new) }
      place += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
