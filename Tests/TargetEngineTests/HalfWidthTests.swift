import Testing

@testable import TargetEngine

@Suite struct HalfWidthTests {
  @Test("full-width forms become ASCII, and nothing else changes")
  func folding() {
    let fold = { (text: String) in
      String(String.UnicodeScalarView(text.unicodeScalars.map(\.halfWidth)))
    }
    #expect(fold("［１．２］＋（３）　～！") == "[1.2]+(3) ~!")
    #expect(fold("一、①。·ｱ A\u{A0}−") == "一、①。·ｱ A\u{A0}−")
  }
}
