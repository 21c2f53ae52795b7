internal import Forms

extension LineSource {
  /// The same with the code of what it names.
  func renamed(_ code: (String) throws -> String) rethrows -> LineSource {
    guard case .indicator(let name, let reading) = self else { return self }
    return .indicator(try code(name), reading)
  }
}

extension LinePosting {
  /// The same with the code of what it names.
  func renamed(_ code: (String) throws -> String) rethrows -> LinePosting {
    LinePosting(try code(indicator), isCumulative: isCumulative)
  }
}
