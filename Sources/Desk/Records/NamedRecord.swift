public import TargetEngine

/// A record with all that tells it from another of nearly the same name.
public struct NamedRecord: Sendable, Equatable {
  /// `K3F7-12`.
  public var id: String
  /// Its natural key.
  public var label: Text
  /// The title of the unit that it belongs to; empty where it has none.
  public var unit: String

  /// Its key as nothing but a key: with a slash, which no number has.
  public func key(_ language: Language) -> String {
    let label = label(language)
    return label.contains("/") ? label : label + "/"
  }
}

/// One of several records that a name fits, with what tells it from the others.
public struct AlikeRecord: Sendable, Equatable {
  /// `K3F7-12`.
  public var id: String
  /// What it says in fields in which they differ; none where nothing may be shown.
  public var about: [Text]

  /// - Parameter about: with the names of the fields.
  public init(id: String, about: [Text] = []) {
    self.id = id
    self.about = about
  }
}
