public import TargetEngine

/// What stands in a line of a submission. An empty line has none.
public enum FormValue: Sendable, Hashable, CustomStringConvertible {
  case amount(Decimal)
  case text(String)
  case choice(String)
  case day(Day)

  /// As files and the database write it; its line reads it back.
  public var description: String {
    switch self {
    case .amount(let amount): amount.description
    case .text(let text): text
    case .choice(let choice): choice
    case .day(let day): day.description
    }
  }
}

/// The values of a submission by line.
public typealias FormValues = [LineNumber: FormValue]

extension FormValues {
  init(amounts: FormAmounts) { self = amounts.mapValues { .amount($0) } }

  /// Its amounts alone, with which formulas are computed.
  public var amounts: FormAmounts {
    compactMapValues { value in
      guard case .amount(let amount) = value else { return nil }
      return amount
    }
  }
}

/// Why a text is no value of a line.
public enum FormValueFault: Error, Sendable, Equatable {
  case amount(AmountFault)
  /// An amount with the word of another measure behind it.
  case otherMeasure(String, String, measure: String)
  case notOneOf([String])
  case day(DayFault)
}

extension LineContent {
  /// Whether a value can stand in its line, such as one of a draft that was made before the form changed.
  public func takes(_ value: FormValue) -> Bool { standing(value) != nil }

  /// A value as it stands in its line: an amount has the line's decimals, whatever zeros it came with. Nil for
  /// one that cannot stand there.
  public func standing(_ value: FormValue) -> FormValue? {
    switch (self, value) {
    case (.amount(let decimals, _), .amount(let amount)):
      if amount.places == decimals { return value }
      let rounded = Fraction(amount).rounded(places: decimals)
      return rounded.flatMap { Fraction($0) == Fraction(amount) ? .amount($0) : nil }
    case (.choice(let choices), .choice(let choice)): return choices.contains(choice) ? value : nil
    case (.text, .text), (.day, .day): return value
    default: return nil
    }
  }

  /// The same of a cell's bytes; most amounts need no text to be made of them.
  public func value(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FormValueFault) -> FormValue? {
    if bytes.isEmpty { return nil }
    if case .amount(let decimals, _) = self,
      let units = try? Amount.parse(bytes, decimals: decimals)
    {
      return .amount(Decimal(units, places: decimals))
    }
    return try value(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads what a unit wrote: an amount with its thousands separators and its measure, a day in any of
  /// its forms. Nil for an empty cell, which is no zero.
  public func value(_ text: some StringProtocol) throws(FormValueFault) -> FormValue? {
    let plain = OneLine.folded(String(text)).trimmingBlanks
    guard !OneLine.isBlank(plain) else { return nil }
    switch self {
    case .amount(let decimals, let measure):
      do {
        let units = try Amount.parse(plain, decimals: decimals, measure: measure)
        return .amount(Decimal(units, places: decimals))
      } catch {
        guard error == .notANumber, !measure.isEmpty, let other = Amount.measure(of: plain) else {
          throw .amount(error)
        }
        throw .otherMeasure(plain, other, measure: measure)
      }
    case .text: return .text(plain)
    case .choice(let choices):
      guard let choice = choices.first(where: { $0.compared == plain.compared }) else {
        throw .notOneOf(choices)
      }
      return .choice(choice)
    case .day:
      guard let day = Day(plain) else { throw .day(Day.fault(of: plain)) }
      return .day(day)
    }
  }
}
