internal import CUtf8proc

/// How many columns of a terminal a text takes: Chinese characters take two.
public enum DisplayWidth {
  public static func of(_ text: some StringProtocol) -> Int {
    simpleWidth(text) ?? text.reduce(0) { $0 + of($1) }
  }

  /// The width of one character, which may be composed of many code points.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard scalars.count > 1 else { return scalars.first.map(of) ?? 0 }
    if isEmoji(scalars) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    // A control character is replaced by one visible symbol before it is printed.
    if ControlCharacters.isControl(scalar) { return 1 }
    switch scalar.value {
    // The vowels and finals of Korean are drawn into the syllable they belong to.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: return Int(utf8proc_charwidth(Int32(scalar.value)))
    }
  }

  /// The width when every code point stands for itself; nil when some may combine. Most texts
  /// are of this kind, and are spared the search for character boundaries.
  private static func simpleWidth(_ text: some StringProtocol) -> Int? {
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x7F: width += 1
      case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF60, 0x3041...0x3096: width += 2
      default: return nil
      }
    }
    return width
  }

  /// Whether a sequence is drawn as one picture: joined, styled or toned emoji, and flags.
  private static func isEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0x200D, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
      default: false
      }
    }
  }
}

extension String {
  /// How many columns of a terminal this text takes.
  public var displayWidth: Int { DisplayWidth.of(self) }

  /// This text with spaces added up to `width` columns; a longer one is left as it is.
  public func padded(to width: Int, alignment: Alignment = .leading) -> String {
    let missing = max(0, width - displayWidth)
    let before = alignment.spacesBefore(missing)
    return String(repeating: " ", count: before) + self
      + String(repeating: " ", count: missing - before)
  }
}

extension Alignment {
  /// How many of the free columns stand in front of the text.
  func spacesBefore(_ free: Int) -> Int {
    switch self {
    case .leading: 0
    case .center: free / 2
    case .trailing: free
    }
  }
}
