/// A fact other than a number that a transaction set: an object's whole state from now on.
public struct Change: Sendable, Hashable {
  /// Which kind of thing: its state lies in the table of that name.
  public enum Subject: String, Sendable, CaseIterable {
    case unit, indicator, setting, sourcing, imported
    /// A target revision that was taken back; the object is its number.
    case target
    /// A closing of a month, which has its values in tables of its own.
    case closing
    /// A record of a register, which has its table by the register's name.
    case record
  }

  public var subject: Subject
  /// The row of the thing in its table.
  public var object: Int64
  /// The state; nil when the thing is no more.
  public var state: FieldList?

  public init(subject: Subject, object: Int64, state: FieldList?) {
    self.subject = subject
    self.object = object
    self.state = state
  }

  /// As stored: a thing that is no more has an empty body, a state is never empty.
  var body: String { state?.description ?? "" }
}
