public import TargetEngine

/// 公民身份号码: six digits of a place, the day of birth, a serial number that is odd for men, and a
/// check character. Source: GB 11643-1999.
///
///     let number = try IdentityNumber("110101190003070010")
///     let (day, isMale) = (number.bornOn, number.isMale)  // 1900-03-07, true
public struct IdentityNumber: Sendable, Hashable {
  /// The number itself.
  public let text: String
  /// The day of birth in it.
  public let bornOn: Day
  /// Whether its serial number is odd.
  public let isMale: Bool

  /// A number that was checked before; nil for anything else.
  public init?(checked text: String) {
    do { try self.init(text) } catch { return nil }
  }

  /// - Parameter text: without blanks, in capitals.
  public init(_ text: String) throws(SecretFault) {
    let characters = Array(text.utf8)
    guard characters.count == 18 else { throw .length(text.count) }
    let digits = characters.dropLast().map { Int($0) - 0x30 }
    guard digits.allSatisfy({ 0...9 ~= $0 }), digits[0] > 0 else { throw .notDigits }
    let birth = digits[6..<14].reduce(0) { $0 * 10 + $1 }
    guard birth / 10_000 >= 1880, let day = Day(rawValue: birth) else {
      throw .birthday
    }
    guard characters[17] == IdentityNumber.check(digits) else { throw .checkCharacter }
    self.text = text
    bornOn = day
    isMale = digits[16] % 2 == 1
  }

  /// ISO 7064, MOD 11-2.
  private static func check(_ digits: [Int]) -> UInt8 {
    let sum = zip(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
      .reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432".utf8)[sum % 11]
  }
}
