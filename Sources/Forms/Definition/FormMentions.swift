extension FormDefinition {
  /// The codes of the indicators that any version of it names.
  public var indicators: Set<String> { Set(linesEver.flatMap(\.indicators)) }

  /// The lines of all versions, those that were told last first.
  public var linesEver: [FormLine] {
    let changed = changes.flatMap(\.lines).compactMap { revision -> FormLine? in
      guard case .set(let line) = revision else { return nil }
      return line
    }
    return (first.lines + changed).reversed()
  }
}

extension FormLine {
  /// The codes of the indicators from which it takes its value and to which it is posted.
  public var indicators: [String] {
    var codes = posting.map { [$0.indicator] } ?? []
    if case .indicator(let code, _) = source { codes.append(code) }
    return codes
  }
}
