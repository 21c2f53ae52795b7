import Testing

@testable import TargetEngine

@Suite struct DocumentNumberTests {
  @Test(
    "a year stands between six-angle brackets; other texts stay as they are",
    arguments: [
      ("卫健办[2021]77号", "卫健办〔2021〕77号"), ("卫健办（2021）77号", "卫健办〔2021〕77号"),
      ("卫健办(2021)77号", "卫健办〔2021〕77号"), ("卫健办〔2021〕77号", "卫健办〔2021〕77号"),
      ("卫健办【2021】77号", "卫健办〔2021〕77号"), ("会议纪要（第3期）", "会议纪要（第3期）"),
      ("[2021", "[2021"), ("", ""), ("[20211]3号", "[20211]3号"),
    ])
  func brackets(_ text: String, _ number: String) {
    #expect(DocumentNumber.normalized(text) == number)
  }
}
