public import ArgumentParser
internal import TargetEngine

/// A number of things or days: not below 0, and no more than any list has.
struct CountArgument: ExpressibleByArgument, ExpressibleByIntegerLiteral, CustomStringConvertible {
  let value: Int

  init?(argument: String) {
    guard let value = try? Amount.parse(argument, decimals: 0), (0...999_999_999).contains(value)
    else { return nil }
    self.value = Int(value)
  }

  init(integerLiteral value: Int) { self.value = value }

  var description: String { "\(value)" }
}

extension String? {
  /// The plan year that an option or argument names, as files write it.
  func planYear() throws -> Int? {
    guard let text = self else { return nil }
    guard let year = PlanYear.parse(text) else { throw UsageFault.badYear(text) }
    return year
  }
}
