/// Who does something, when, by which command and why.
public struct Author: Sendable, Hashable {
  /// Who it was, as `--as` or the system says.
  public var actor: String
  /// UTC, `2021-06-30T08:15:00Z`.
  public var at: String
  /// The command line, without secrets.
  public var command: String
  /// Why; empty where no reason is asked.
  public var reason: String
  /// The transaction to be taken back; 0 for none.
  public var reverses: Int64

  public init(
    actor: String, at: String, command: String, reason: String = "", reverses: Int64 = 0
  ) {
    self.actor = actor
    self.at = at
    self.command = command
    self.reason = reason
    self.reverses = reverses
  }
}
