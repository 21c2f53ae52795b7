internal import Forms

extension LineSource {
  /// The same with the code of what it names.
  func renamed(_ code: (String) -> String) -> LineSource {
    guard case .indicator(let name, let reading) = self else { return self }
    return .indicator(code(name), reading)
  }
}

extension LinePosting {
  /// The same with the code of what it names.
  func renamed(_ code: (String) -> String) -> LinePosting {
    LinePosting(code(indicator), isCumulative: isCumulative)
  }
}
