public import Forms
public import TargetEngine

/// A form whose due rule stays as it is, since the row that defines it anew says none.
public struct KeptDue: Sendable, Equatable {
  public let title: Text
  /// By when it goes on to be due, for people.
  public let due: Text

  init(title: Text, _ due: FormDue, _ cycle: FormCycle) {
    (self.title, self.due) = (title, due.words(of: cycle))
  }
}
