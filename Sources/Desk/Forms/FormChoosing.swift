internal import Forms
internal import Storage
internal import TargetEngine

extension Desk {
  /// Makes submissions of units. Units that are named are all in order, or nothing is done; where all are meant, those
  /// are left out that are not.
  ///
  /// - Throws: `FormRefusal.allLeftOut` where none is in order.
  func each(
    of units: [Unit], _ choice: FormChoice, _ make: (Unit) throws -> Submission
  ) throws -> (submissions: [Submission], leftOut: [FormLeftOut]) {
    var (submissions, leftOut): ([Submission], [FormLeftOut]) = ([], [])
    for unit in units {
      do {
        submissions.append(try make(unit))
      } catch let error as DeskError where choice.isAll {
        leftOut.append(FormLeftOut(unit: unit.code, why: error))
      }
    }
    if submissions.isEmpty, !leftOut.isEmpty { throw DeskError.form(.allLeftOut(leftOut)) }
    return (submissions, leftOut)
  }

  /// The units whose submissions these are, with their titles.
  func units(of submissions: [Submission], among units: [Unit]) throws -> [Unit] {
    let own = Set(submissions.map(\.unit))
    return try UnitTitles(ledger).titled(units.filter { own.contains($0.id) })
  }
}
