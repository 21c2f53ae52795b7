public import Forms
public import TargetEngine

/// What one unit answered in a file that was imported.
public struct ImportedAnswer: Sendable, Equatable {
  public var form: String
  public var title: Text
  public var period: String
  public var unit: Unit
  /// How many lines somebody wrote.
  public var lines: Int
  /// Which version it is, counted from 1.
  public var version: Int
  /// How late the unit was with its first version; nil where nobody knows by when it was due.
  public var lateness: FormLateness?
  /// Whether the same was sent already, so that nothing was sent.
  public var isUnchanged: Bool
  /// Lines that had a value in what was drafted or returned, and have none in the file.
  public var dropped: [LineNumber] = []
  /// Lines that were explained in it, and are not in the file.
  public var unexplained: [LineNumber] = []
  /// Hard checks that were held against nothing, since a side has no value.
  public var open: [OpenCheck] = []
  /// What it says of its lines otherwise than the form.
  public var passedOver = PassedCells()
  /// Lines in whose text or explanation line breaks became blanks.
  public var joined: [LineNumber] = []
}
