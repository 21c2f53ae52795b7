/// Why a text is no formula. Columns are characters of the text, counted from 1.
public enum FormulaFault: Error, Sendable, Equatable {
  /// Nothing, where a line, a number or a bracket should stand: behind the last sign, or before a
  /// closing bracket.
  case nothing(column: Int)
  /// Something that has no place there.
  case unexpected(Character, column: Int)
  /// A bracket that opens and never closes.
  case open(Character, column: Int)
  /// `[]`.
  case noLine(column: Int)
  /// `last(3)`, `last([1] + [2])`: it takes one line.
  case lastOfNoLine(column: Int)
  /// A number beyond what amounts can be.
  case numberTooLarge(column: Int)
  /// More brackets or signs within one another than any formula of a form has.
  case tooDeep(column: Int)
  /// Longer than any formula of a form.
  case tooLong
}

extension Formula {
  /// How many characters a formula may have.
  public static let longest = 2000

  /// Reads a formula, in half-width or full-width characters; `×`, `÷` and `上期` serve as well. An
  /// equals sign before it, as spreadsheets have it, says nothing.
  public init(_ text: some StringProtocol) throws(FormulaFault) {
    var reader = FormulaReader(text)
    guard reader.count <= Formula.longest else { throw .tooLong }
    self = try reader.whole()
  }
}
