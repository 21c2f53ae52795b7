/// The one list of modules.
public enum Suite {
  public static let modules: [Module] = [.healthWorkforce, .clinicStandards, .tradeUnion]

  /// The module of a name; nil for an office's own.
  public static func module(_ name: String) -> Module? { modules.first { $0.name == name } }
}
