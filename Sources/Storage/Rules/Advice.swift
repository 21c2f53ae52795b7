public import Forms
public import Registers
public import TargetEngine

/// Data that today's rules would refuse, written by earlier versions or before a rule changed.
/// Nothing derived is wrong, and nothing else is hindered by it.
public enum Advice: Sendable, Equatable {
  /// A record, or the last of several, breaks a rule of its register.
  case rule(RecordID, Problem)
  /// Open units under one parent have the same name.
  case sameName([StoredUnit])
  /// Records of a register have natural keys that compare equal.
  case sameKey(RegisterName, [RecordID])
  /// A record of an earlier version lacks parts of its natural key.
  case blankKey(RegisterName, RecordID, [FieldShape])
  /// A record lacks a field without which it counts nowhere: a qualification, or its unit.
  case countsNowhere(RegisterName, RecordID, FieldShape)
  /// A record names one that is out of force, as earlier versions left it.
  case namesRemoved(RegisterName, RecordID, FieldShape, RecordID)
  /// A record has a list that is not whole, so that its own numbers count. The field declares it whole.
  case waitingList(RegisterName, RecordID, FieldShape, RosterNumbers)
  /// Units that stand beside the office's own, so that it does not count them.
  case besideOffice([StoredUnit])
  /// Units that have numbers of their own while lists of units below them count the same indicator.
  case countsTwice(Indicator, [StoredUnit])
  /// A unit of which the same is true while it reports by list from some days on, so that its numbers take no
  /// correction.
  case keptBesideLists(Indicator, StoredUnit, since: [Day])
  /// Records that do not count, since a unit above them reports the indicator by number from some day on.
  case uncounted(Indicator, StoredUnit, since: Day, [RecordID])
  /// A unit is to report an indicator by list from some day on which no register posts.
  case listWithoutRegister(Indicator, StoredUnit, since: Day)
  /// Amounts of an accepted form that were left to lists which are there no more, so that they count nowhere.
  case leftToNoList(LeftToNoList)
  /// Months that are over and not closed, after others that were.
  case notClosed([Month])
}

/// Amounts of a form and period that were left to lists which are there no more.
public struct LeftToNoList: Sendable, Equatable {
  public var form: StoredForm
  public var period: FormPeriod
  /// By the codes of the units.
  public var units: [LinesOfUnit]

  public init(form: StoredForm, _ period: FormPeriod, _ units: [LinesOfUnit]) {
    (self.form, self.period, self.units) = (form, period, units)
  }
}

/// Lines of a form that one unit sent.
public struct LinesOfUnit: Sendable, Equatable {
  public var unit: StoredUnit
  public var lines: [LineNumber]

  public init(_ unit: StoredUnit, _ lines: [LineNumber]) { (self.unit, self.lines) = (unit, lines) }
}

extension Ledger {
  /// Asks every rule and limit of every record in force.
  ///
  /// - Parameter limit: how much advice is given.
  public func advice(today: Day, limit: Int = mostFound) throws -> [Advice] {
    try read {
      var advice: [Advice] = try unitsOfOneName(limit: limit).map { .sameName($0) }
      let reader = StoredRecords(self)
      for shape in allShapes() where advice.count < limit {
        advice += try table(shape).sameKeys(connection, limit: limit).map {
          .sameKey(shape.name, $0)
        }
        let states = try records(RecordQuery(), in: shape)
        advice += try namesOfRemoved(of: states, in: shape)
        for state in states {
          advice += try shape.problems(state, today: today).map { .rule(state.id, $0) }
          let blank = shape.filledKeyFields.filter {
            state.data[$0].isEmpty && shape.laterKeyFields.contains($0)
          }
          if !blank.isEmpty, try erasure(of: state.id) == nil {
            advice.append(.blankKey(shape.name, state.id, blank.map { shape.fields[$0] }))
          }
        }
        advice += try countingNowhere(in: shape) + waitingLists(in: shape)
        for rule in shape.rules {
          for (_, members) in try groups(states, by: rule) {
            advice += try rule.problems(members, reader).map {
              .rule($0.record ?? members.last?.id ?? 0, $0)
            }
          }
        }
      }
      return Array(advice.prefix(limit))
    }
  }

  /// The groups that records make, in the order of their first.
  private func groups(
    _ states: [RecordState], by rule: GroupRuleShape
  ) throws -> [(key: [Datum], members: [RecordState])] {
    var groups: [[Datum]: [RecordState]] = [:]
    for state in states {
      for key in rule.keys(of: state) { groups[key, default: []].append(state) }
    }
    return groups.map { ($0.key, $0.value) }.sorted { a, b in
      (a.members.first?.id ?? 0) < (b.members.first?.id ?? 0)
    }
  }
}
