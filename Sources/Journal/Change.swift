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
    /// The first states of many records in one body: see `ListBody`.
    case list
    /// What opens the secrets, by its fingerprint.
    case key
    /// That someone looked at secrets of a record.
    case reveal
    /// That a record's texts and secrets were destroyed.
    case erasure
    /// Into which record another was merged, or that this was undone; the object is the one taken out.
    case merger
    /// How many rows an import left out, and because of what; the object is its transaction.
    case passedOver
    /// The definition of a form, with all its changes.
    case form
    /// That a unit owes a form no longer, or for a while not.
    case exemption
    /// A period for which a form was asked once.
    case asking
    /// What a unit sends for a form and a period: its steps and values.
    case submission

    /// Whether it only tells what happened and leaves no state behind.
    public var isEvent: Bool { [.reveal, .erasure, .merger, .passedOver].contains(self) }
    /// Whether it is the kind of a state that lies in a table.
    public var isState: Bool { !isEvent && self != .list }
    /// Whether a transaction with such a change cannot be undone.
    public var isFinal: Bool { [.reveal, .erasure, .key, .closing].contains(self) }
  }

  /// Which kind of thing changed.
  public var subject: Subject
  /// The row of the thing in its table.
  public var object: Int64
  /// The state; nil when the thing is no more.
  public var state: FieldList?

  /// - Parameter state: the whole state from now on; nil when the thing is no more.
  public init(subject: Subject, object: Int64, state: FieldList?) {
    self.subject = subject
    self.object = object
    self.state = state
  }

  /// What lies in the chain as it is: a thing that is no more has an empty body, a state never.
  public var body: String { state?.openText ?? "" }
  /// What lies beside the chain, which has a salted digest of it.
  public var hidden: String { state?.hiddenText ?? "" }
}
