public import TargetEngine

/// Some units, of which only the first are named.
public struct NamedUnits: Sendable, Hashable {
  /// How many are named.
  public static let most = 3

  public var count: Int
  public var names: [String]

  public init(count: Int = 0, names: [String] = []) {
    self.count = count
    self.names = names
  }

  /// 洪林镇、水阳镇、沈村镇等.
  public func sentence(_ language: Language) -> String {
    names.joined(separator: Text("、", ", ")(language))
      + (count > names.count ? Text("等", ", …")(language) : "")
  }
}
