/// The year of a plan, as commands, files and fields write it.
public enum PlanYear {
  /// Any other year of four digits is a slip of the hand.
  public static let range = 1949...2199

  /// Reads `2026`, `2026年`, in half- or full-width digits. Nil for anything else.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let text = PlainText(bytes), let numbers = text.numbers(separators: [PlainText.year]),
      numbers.count == 1, numbers[0].digits == 4, range.contains(numbers[0].value)
    else { return nil }
    return numbers[0].value
  }

  /// See `parse(_:)` for bytes.
  public static func parse(_ text: some StringProtocol) -> Int? {
    PlainText.withBytes(of: text) { parse($0) }
  }
}
