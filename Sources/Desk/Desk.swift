internal import Storage
public import TargetEngine

/// The use cases, one transaction each: what a shell parses and renders, the desk does.
public final class Desk {
  /// The ledger that the use cases read and write. No shell sees it: what one needs has a use case.
  let ledger: Ledger
  /// Who asks, when and by which command.
  public let context: Context
  /// The minute that it is in Asia/Shanghai, of the day that counts as today.
  private(set) lazy var moment =
    context.moment ?? clock.flatMap { Moment(context.today, hour: $0.hour, minute: $0.minute) }
    ?? context.today.lastMinute
  /// From how many bytes on a file is worth a second thread.
  var largeFile = 1 << 20
  /// The secrets that the transaction was given which is being written.
  var trials = SecretTrials()

  /// Who works at the desk, when, and by which command.
  public struct Context: Sendable {
    /// Who is at work, as the journal names them.
    public var actor: String
    /// The clock in UTC, `2021-06-30T08:15:00Z`.
    public var now: String
    /// Today in Asia/Shanghai.
    public var today: Day
    /// The minute that it is today; nil for that of the clock.
    public var moment: Moment?
    /// The command as it was given.
    public var command: String

    /// - Parameter now: UTC, `2021-06-30T08:15:00Z`.
    public init(
      actor: String, now: String, today: Day, moment: Moment? = nil, command: String
    ) {
      self.moment = moment
      self.actor = actor
      self.now = now
      self.today = today
      self.command = command
    }
  }

  /// - Parameter ledger: opened with the registers of this program.
  init(ledger: Ledger, context: Context) {
    self.ledger = ledger
    self.context = context
  }

  /// Runs `body` on one state of the ledger, whatever others write meanwhile: for an answer that is put
  /// together from several use cases.
  ///
  /// ```swift
  /// let (report, remaining) = try desk.snapshot {
  ///   let report = try desk.monthlyReport(month, scope)
  ///   return (report, try desk.remaining(report))
  /// }
  /// ```
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    try ledger.read(body)
  }
}
