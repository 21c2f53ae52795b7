/// One indicator for each value of a choice, and their total: contracts by kind and all contracts.
///
///     static let contracts = IndicatorFamily<Contract.Kind>(
///       total: .contractsSigned, [.wage: .wageContracts, .women: .womensContracts])
///
///     Measure(.contracts, by: \.kind) { … }
///
/// Values may share an indicator, and one without any counts in the total alone.
public struct IndicatorFamily<Kind: ChoiceValue & Hashable>: Sendable {
  /// Nil where only the parts are of interest.
  public let total: IndicatorDeclaration?
  private let members: [Kind: IndicatorDeclaration]

  public init(total: IndicatorDeclaration? = nil, _ members: [Kind: IndicatorDeclaration]) {
    self.total = total
    self.members = members
  }

  /// The code of a value's own indicator.
  func code(of kind: Kind?) -> String? { kind.flatMap { members[$0]?.code } }

  /// The codes of the values' indicators, each once.
  var codes: [String] { Set(members.values.map(\.code)).sorted() }
}
