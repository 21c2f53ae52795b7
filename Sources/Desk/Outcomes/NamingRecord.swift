public import TargetEngine

/// A record that keeps another from being removed, since it names it.
public struct NamingRecord: Sendable, Equatable {
  /// The title of its register.
  public var register: Text
  /// What people call the record.
  public var name: String
  /// `K3F7-12`; empty for a target.
  public var id: String

  /// - Parameter id: its public id, where it is shown.
  public init(register: Text, name: String, id: String = "") {
    self.register = register
    self.name = name
    self.id = id
  }
}
