import Registers
import TargetEngine
import Testing

/// No number here is anybody's: the places do not exist, or the day is long past.
@Suite struct SecretFormTests {
  private let today = Day(rawValue: 20_210_630)!

  @Test(
    "an identity number is read however it is written",
    arguments: [
      ("11010119000307015X", "11010119000307015X"), ("11010119000307015x", "11010119000307015X"),
      ("110101 19000307 015X", "11010119000307015X"),
      ("１１０１０１１９０００３０７０１５Ｘ", "11010119000307015X"), ("110101-19000307-015X", "11010119000307015X"),
    ])
  func reading(_ text: String, _ value: String) throws {
    #expect(try SecretForm.identityNumber.normalized(text, today: today) == value)
  }

  @Test(
    "what is no identity number says why",
    arguments: [
      ("110101190003070", SecretFault.length(15)), ("", .length(0)),
      ("1101011900030700211", .length(19)), ("11010119O00307015X", .notDigits),
      ("01010119000307015X", .notDigits), ("110101190002300021", .birthday),
      ("110101179003070023", .birthday), ("110101202107010026", .birthday),
      ("110101190003070021", .checkCharacter), ("110101190003070020", .checkCharacter),
    ])
  func faults(_ text: String, _ fault: SecretFault) {
    #expect(throws: fault) { try SecretForm.identityNumber.normalized(text, today: today) }
  }

  @Test("each check character is found by trying all")
  func checkCharacters() throws {
    // Of the eleven characters exactly one fits, whatever the serial number.
    var seen: Set<Character> = []
    for serial in 0..<40 {
      let body = "11010119000307" + String(1000 + serial).suffix(3)
      let fitting = "0123456789X".filter { character in
        (try? SecretForm.identityNumber.normalized(body + "\(character)", today: today)) != nil
      }
      #expect(fitting.count == 1)
      seen.formUnion(fitting)
    }
    #expect(seen.count == 11)
  }

  @Test("an identity number tells birthday and sex")
  func facts() throws {
    let number = try IdentityNumber("11010119000307015X")
    #expect(number.bornOn.rawValue == 19_000_307)
    #expect(number.isMale)
  }

  @Test("phones of 7 to 15 digits, with a plus or without")
  func phones() throws {
    #expect(try SecretForm.phone.normalized("0563-1234567", today: today) == "05631234567")
    #expect(try SecretForm.phone.normalized("+86 138 0000 0000", today: today) == "+8613800000000")
    for text in ["123456", "1234567890123456", "1380000000a", "", "八十"] {
      #expect(throws: SecretFault.phone) { try SecretForm.phone.normalized(text, today: today) }
    }
  }

  @Test("a mask shows both ends, and little of a short value")
  func masks() {
    #expect(SecretForm.identityNumber.masked("340202190003071234") == "**…34")
    // Lists that were saved when more was shown name the same number.
    for mask in ["**…34", "3402**…1234"] {
      #expect(SecretForm.identityNumber.isMask(mask, of: "340202190003071234"))
      #expect(!SecretForm.identityNumber.isMask(mask, of: "340202190003071235"))
    }
    #expect(SecretForm.phone.masked("13800005678") == "138**…5678")
    #expect(SecretForm.phone.masked("1234567") == "**…67")
  }

  @Test("a secret does not print itself")
  func silence() {
    let secret = Secret(open: "11010119000307015X")
    var dumped = ""
    dump(Datum.secret(secret), to: &dumped)
    for text in ["\(secret)", "\(Datum.secret(secret))", String(reflecting: secret), dumped] {
      #expect(!text.contains("1900"), "\(text)")
    }
  }
}
