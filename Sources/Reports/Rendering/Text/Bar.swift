public import TargetEngine

/// A progress bar: `████|██░░░`, where `|` marks how far the pace has come.
///
/// It is full only for a finished target. More than that ends in `▶`, and has no pace mark: there
/// is nothing left to keep up with.
public struct Bar: Sendable, Equatable {
  public var width: Int
  /// Draws `####|##...` and `>` for terminals that have only ASCII.
  public var ascii: Bool

  public init(width: Int, ascii: Bool = false) {
    self.width = max(1, width)
    self.ascii = ascii
  }

  /// The bar of a rate, where 1 is the whole target; an absent rate has no bar.
  public func of(rate: Decimal?, pace: Decimal? = nil) -> String {
    draw(rate.map(Share.init), pace.map(Share.init))
  }

  /// The bar of `numerator` out of `denominator`; one that is not above 0 has no bar.
  public func of(_ numerator: Int64, outOf denominator: Int64, pace: Decimal? = nil) -> String {
    draw(Share(numerator, outOf: denominator), pace.map(Share.init))
  }

  private func draw(_ rate: Share?, _ pace: Share?) -> String {
    guard let rate else { return (ascii ? "-" : "—").padded(to: width) }
    let filled = rate.cells(of: width)
    var cells = [Character](repeating: ascii ? "#" : "█", count: filled)
    cells += [Character](repeating: ascii ? "." : "░", count: width - filled)
    if rate.exceedsOne { cells[width - 1] = ascii ? ">" : "▶" }
    if filled < width, let pace, pace.isInside { cells[pace.cells(of: width)] = "|" }
    return String(cells)
  }
}

/// A quotient of a bar's length.
private struct Share {
  let numerator: Int128
  let denominator: Int128

  init?(_ numerator: Int64, outOf denominator: Int64) {
    guard denominator > 0 else { return nil }
    self.numerator = Int128(numerator)
    self.denominator = Int128(denominator)
  }

  init(_ decimal: Decimal) {
    // Eighteen places are more than a bar can show, and keep the products within 128 bits.
    let excess = max(0, decimal.places - 18)
    numerator = (0..<min(excess, 20)).reduce(Int128(decimal.units)) { units, _ in units / 10 }
    denominator = (0..<(decimal.places - excess)).reduce(Int128(1)) { power, _ in power * 10 }
  }

  var exceedsOne: Bool { numerator > denominator }
  var isInside: Bool { numerator > 0 && numerator < denominator }

  /// How many of `width` cells are covered entirely.
  func cells(of width: Int) -> Int {
    if numerator >= denominator { return width }
    return numerator <= 0 ? 0 : Int(numerator * Int128(width) / denominator)
  }
}
