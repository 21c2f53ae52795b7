/// An amount of money, held in 分 so that sums are exact.
///
///     var budget: Money?
///
/// People type and read 元 with at most two decimals; a third is refused.
public struct Money: FieldValue, Hashable {
  /// The amount in 分: 2000050 is 20 000.50 元.
  public var fen: Int64
  /// An amount in 元 with two decimals.
  public static var kind: FieldKind { .money }

  /// An amount in 分.
  public init(fen: Int64) { self.fen = fen }

  /// Nil for anything but a number.
  public init?(_ datum: Datum) {
    guard case .int(let fen) = datum else { return nil }
    self.init(fen: fen)
  }

  /// The amount in 分.
  public var datum: Datum { .int(fen) }
}
