public import TargetEngine

/// A form as it is for the periods of one version: what is printed, filled in and judged.
public struct FormVersion: Sendable, Hashable {
  /// Its title in both languages.
  public var title: Text
  /// Nil only for a form that is asked once: each asking says by when.
  public var due: FormDue?
  /// Who owes it.
  public var owing: FormOwing
  /// The number of the document that asks for it; empty where there is none.
  public var document: String
  /// In the order in which they are printed.
  public var lines: [FormLine]
  /// In the order in which they are judged.
  public var checks: [FormCheck]

  public init(
    title: Text, due: FormDue?, owing: FormOwing, document: String = "", lines: [FormLine],
    checks: [FormCheck] = []
  ) {
    self.title = title
    self.due = due
    self.owing = owing
    self.document = document
    self.lines = lines
    self.checks = checks
  }

  /// A line by its number.
  public subscript(number: LineNumber) -> FormLine? { lines.first { $0.number == number } }
}

/// What changes in a form from a day on.
///
/// ```swift
/// var change = FormChange(from: Day("2022-01-01"))
/// change.lines = [.set(girls), .end(boys.number)]
/// ```
public struct FormChange: Sendable, Hashable {
  /// The first day of the period from which on it holds: it holds for the periods that do not begin
  /// before.
  public var from: Day
  /// Nil for what does not change.
  public var title: Text?
  public var due: FormDue?
  public var owing: FormOwing?
  public var document: String?
  public var lines: [Revision<FormLine>] = []
  public var checks: [Revision<FormCheck>] = []

  public init(from: Day) { self.from = from }
}

extension FormVersion {
  /// The version after a change with all that stands against it, also where it stood against this one. What a change
  /// ends and is not there is passed over.
  public func judged(
    after change: FormChange, _ cycle: FormCycle
  ) -> (version: FormVersion, faults: [FormFault]) {
    var (change, faults): (FormChange, [FormFault]) = (
      change, change.isToldTwice ? [.changedTwice] : []
    )
    while true {
      do throws(FormFault) {
        let version = try changed(by: change)
        return (version, faults + version.faults(cycle))
      } catch {
        faults.append(error)
        switch error {
        case .endsNoLine(let line): change.lines.removeAll { $0 == .end(line) }
        case .endsNoCheck(let rule): change.checks.removeAll { $0 == .end(rule) }
        default: return (self, faults)
        }
      }
    }
  }

  /// The version after a change.
  func changed(by change: FormChange) throws(FormFault) -> FormVersion {
    var version = self
    version.title = change.title ?? title
    version.due = change.due ?? due
    version.owing = change.owing ?? owing
    version.document = change.document ?? document
    do throws(Missing<LineNumber>) {
      version.lines = try lines.revised(by: change.lines, placing: FormVersion.place)
    } catch { throw .endsNoLine(error.id) }
    do throws(Missing<CheckRule>) {
      version.checks = try checks.revised(by: change.checks, placing: { $1.count })
    } catch { throw .endsNoCheck(error.id) }
    return version
  }

  /// A new line stands before the first with a higher number, else at the end.
  private static func place(_ line: FormLine, _ lines: [FormLine]) -> Int {
    guard line.number.isNumeric else { return lines.count }
    return lines.firstIndex { $0.number.isNumeric && line.number < $0.number } ?? lines.count
  }
}
