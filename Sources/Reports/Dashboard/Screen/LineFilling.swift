/// A text with its width, which its colours do not change.
struct MeasuredText {
  var text: String
  var width: Int

  /// - Parameter painted: the same text with colours.
  init(_ plain: String, painted: String? = nil) {
    text = painted ?? plain
    width = plain.displayWidth
  }
}

/// Parts side by side, as many on a line as fit. Where a line ends, the separator goes.
func filledLines(_ parts: [MeasuredText], separator: String, within width: Int) -> [String] {
  var lines: [MeasuredText] = []
  let gap = separator.displayWidth
  for part in parts {
    if let last = lines.last, last.width + gap + part.width <= width {
      lines[lines.count - 1].text += separator + part.text
      lines[lines.count - 1].width += gap + part.width
    } else {
      lines.append(part)
    }
  }
  return lines.map(\.text)
}
