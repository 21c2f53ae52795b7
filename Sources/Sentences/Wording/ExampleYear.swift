internal import Synchronization

/// The year that days in examples and advice are of: what is shown should look like what is typed today.
public enum ExampleYear {
  private static let year = Mutex(2021)

  /// The year as four digits.
  public static var current: Int { year.withLock { $0 } }

  /// Says which year it is, once, before anything is said.
  public static func set(_ year: Int) { self.year.withLock { $0 = year } }

  /// A text whose example is of 2021, with an example of the present.
  public static func present(_ text: String) -> String {
    text.replacing("2021", with: "\(current)")
  }
}
