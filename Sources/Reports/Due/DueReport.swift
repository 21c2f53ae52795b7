public import TargetEngine

/// What is missed, what is due in the days ahead, and how much was done in time.
public struct DueReport: Sendable {
  public var head: String
  public var unit: Unit
  /// At whose end things are looked at.
  public var day: Day
  /// Since when on-time rates count.
  public var start: Day
  /// The last due day that is listed.
  public var end: Day
  /// By due day.
  public var lines: [Line] = []
  /// How many lines there are in all.
  public var count = 0
  public var rates: [Rate] = []
  /// Decimal places of printed percentages.
  public var decimals = 0
  /// Years without holidays, for which working days could not be told.
  public var unknownYears: [Int] = []

  public init(head: String, unit: Unit, day: Day, start: Day, end: Day) {
    self.head = head
    self.unit = unit
    self.day = day
    self.start = start
    self.end = end
  }

  /// One time that a record owes something.
  public struct Line: Sendable {
    /// The record's number within the database.
    public var number: Int64
    /// `K3F7-12`.
    public var record: String
    public var register: String
    public var obligation: String
    public var title: Text
    /// What the record is called; empty where the title says it.
    public var label: String
    public var unit: Unit?
    public var occurrence: Occurrence
    /// The first day of the period that it is of; nil for what is owed once.
    public var period: Day?
    /// Who owes the form that it is of; nil for what a record owes.
    public var owed: FormOwed?

    public init(
      number: Int64, record: String, register: String, obligation: String, title: Text,
      label: String, unit: Unit?, occurrence: Occurrence, period: Day? = nil
    ) {
      self.period = period
      self.number = number
      self.record = record
      self.register = register
      self.obligation = obligation
      self.title = title
      self.label = label
      self.unit = unit
      self.occurrence = occurrence
    }

    /// By due day, then unit, then record; forms stand behind records.
    public var order: (Int, String, Int, Int64) {
      (occurrence.due.rawValue, unit?.code ?? "", owed == nil ? 0 : 1, number)
    }

    /// Where it stands at the end of a day.
    public func status(on day: Day) -> DueStatus { owed?.status ?? occurrence.status(on: day) }

    /// What is to be done, in one phrase.
    public func matter(_ language: Language) -> String {
      let label = named(language)
      return label.isEmpty
        ? title(language) : title(language) + Text("：", ": ")(language) + label
    }

    /// What its record is called, or who owes its form.
    func named(_ language: Language) -> String { owed?.sentence(language) ?? label }
  }

  /// How much of one kind of thing was done in time.
  public struct Rate: Sendable {
    public var register: String
    public var obligation: String
    public var title: Text
    public var punctuality: Punctuality

    public init(
      register: String, obligation: String, title: Text, punctuality: Punctuality
    ) {
      self.register = register
      self.obligation = obligation
      self.title = title
      self.punctuality = punctuality
    }
  }
}
