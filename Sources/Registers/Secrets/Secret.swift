/// A value that is encrypted where it is kept: open only between someone's typing it and its being
/// stored, or after it was revealed.
///
/// Source: `architecture.md`, "Secrets".
public struct Secret: Sendable, Hashable {
  private enum Content: Hashable {
    case open(String)
    case sealed(Seal)
  }

  /// What is kept of a secret.
  public struct Seal: Sendable, Hashable {
    /// The same for the same value, whoever it belongs to: for uniqueness and exact search. It
    /// cannot be computed without the key.
    public var blind: String
    /// The encrypted value.
    public var box: String

    /// A sealed value.
    public init(blind: String, box: String) {
      self.blind = blind
      self.box = box
    }
  }

  private let content: Content

  /// A value in its normal form, as `SecretForm.normalized` gives it.
  public init(open text: String) { content = .open(text) }

  /// A value as it is kept.
  public init(_ seal: Seal) { content = .sealed(seal) }

  /// The value itself, while it is open.
  public var open: String? {
    if case .open(let text) = content { return text }
    return nil
  }

  /// What is kept; nil while the value is open.
  public var seal: Seal? {
    if case .sealed(let seal) = content { return seal }
    return nil
  }
}

/// Whatever prints a secret by mistake prints nothing of it.
extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the value.
  public var description: String { "<secret>" }
  /// Never the value.
  public var debugDescription: String { description }
  /// Shows no member.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
