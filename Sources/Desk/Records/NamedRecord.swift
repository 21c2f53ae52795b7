/// A record with all that tells it from another of nearly the same name.
public struct NamedRecord: Sendable, Equatable {
  /// `K3F7-12`.
  public var id: String
  /// Its natural key.
  public var label: String
  /// The title of the unit that it belongs to; empty where it has none.
  public var unit: String

  /// Its key as nothing but a key: with a slash, which no number has.
  public var key: String { label.contains("/") ? label : label + "/" }
}
