internal import ArgumentParser
internal import Desk
internal import TargetEngine

/// A number of things or days. Any whole number can be read; which are allowed is said where it is
/// asked for.
struct CountArgument: ExpressibleByArgument, ExpressibleByIntegerLiteral, CustomStringConvertible {
  private let number: Int64

  init?(argument: String) {
    do {
      number = try Amount.parse(argument, decimals: 0)
    } catch .overflow {
      number = argument.first.map { "-－\u{2212}".contains($0) } == true ? .min : .max
    } catch {
      return nil
    }
  }

  init(integerLiteral value: Int) { number = Int64(value) }

  var description: String { "\(number)" }

  /// No list has more.
  static let most = 999_999_999

  /// - Throws: `UsageFault.badCount` for a number below 0 or above `most`.
  func count(of option: String, most: Int = CountArgument.most) throws -> Int {
    guard let count = Int(exactly: number), (0...most).contains(count) else {
      throw UsageFault.badCount(option: option, most: most)
    }
    return count
  }
}

extension String? {
  /// The plan year that an option or argument names, as files write it.
  func planYear() throws -> Int? {
    guard let text = self else { return nil }
    if let year = PlanYear.parse(text) { return year }
    // A number can be read, though it is no year of a plan.
    if (try? Amount.parse(text, decimals: 0)) != nil { throw DeskError.badYear(text) }
    throw UsageFault.badYear(text)
  }
}
