/// One indicator for each value of a choice, and their total: drills by kind, and all drills.
///
///     static let drills = IndicatorFamily<Drill.Kind>(
///       total: .drillsHeld, [.tabletop: .tabletopDrills, .field: .fieldDrills])
///
/// Values may share an indicator; a value without one counts in the total alone.
public struct IndicatorFamily<Kind: ChoiceValue & Hashable>: Sendable {
  /// Nil where only the members are of interest.
  public let total: IndicatorDeclaration?
  private let members: [Kind: IndicatorDeclaration]

  /// A family; without a total only its members are posted to.
  public init(total: IndicatorDeclaration? = nil, _ members: [Kind: IndicatorDeclaration]) {
    self.total = total
    self.members = members
  }

  /// A value's own indicator; nil for one that counts in the total alone.
  public func indicator(of kind: Kind?) -> IndicatorDeclaration? { kind.flatMap { members[$0] } }

  /// The code of a value's own indicator.
  func code(of kind: Kind?) -> String? { indicator(of: kind)?.code }

  /// The codes of the values' indicators, each once.
  var codes: [String] { Set(members.values.map(\.code)).sorted() }
}
