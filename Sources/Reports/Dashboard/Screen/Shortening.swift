extension String {
  /// This text in at most `width` terminal columns; `…` stands for what had to go.
  func shortened(to width: Int) -> String {
    if displayWidth <= width { return self }
    guard width > 0 else { return "" }
    var result = ""
    var used = DisplayWidth.of("…" as Character)
    for character in self {
      used += DisplayWidth.of(character)
      if used > width { break }
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }
}
