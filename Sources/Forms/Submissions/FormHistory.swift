public import TargetEngine

/// Why a step cannot be taken.
public enum FormStepFault: Error, Sendable, Equatable {
  /// The state has no such step.
  case noStep(FormAction.Kind, from: FormState)
  /// Who submitted a version does not accept it.
  case sameActor(String)
  /// Returning and reopening say why.
  case noReason(FormAction.Kind)
}

/// All that was done with one unit's submission for one period, in order.
///
/// ```swift
/// var history = FormHistory()
/// try history.take(FormStep(.submit(), by: "洪林镇", at: ninth))
/// try history.take(FormStep(.accept, by: "区总工会", at: tenth))
/// history.standing(at: ninth.day.lastMinute).state  // submitted
/// ```
public struct FormHistory: Sendable, Hashable {
  /// What was done, from the first.
  public private(set) var steps: [FormStep] = []
  /// Where it stands now.
  public private(set) var standing = FormStanding()

  public init() {}

  /// - Throws: for the first step that cannot be taken.
  public init(_ steps: some Sequence<FormStep>) throws(FormStepFault) {
    for step in steps { try take(step) }
  }

  /// Takes one more step, or none where it throws.
  public mutating func take(_ step: FormStep) throws(FormStepFault) {
    standing = try standing.after(step)
    steps.append(step)
  }

  /// Where it stood at a moment, with all that was done in that minute; of a day, at its `lastMinute`. The
  /// order of the steps is that in which they were taken, also where a clock was wrong: none stands before
  /// the one that it follows.
  public func standing(at moment: Moment) -> FormStanding {
    guard let later = steps.firstIndex(where: { $0.at > moment }) else { return standing }
    return steps[..<later].reduce(FormStanding()) { standing, step in
      // Each of them was tried when it was taken.
      (try? standing.after(step)) ?? standing
    }
  }
}

/// Where a submission stands, and what led there.
public struct FormStanding: Sendable, Hashable {
  /// `missing` before anything was done.
  public private(set) var state = FormState.missing
  /// When anything was sent first: being in time is judged by it, whatever was returned since.
  public private(set) var firstSubmitted: Moment?
  /// How many versions were sent; the last is the one at hand.
  public private(set) var versions = 0
  /// How often it was returned, or reopened.
  public private(set) var returns = 0
  /// Whether the version at hand is a nil return.
  public private(set) var isNil = false
  /// Who sent the version at hand.
  public private(set) var submitter: String?

  public init() {}

  /// Whether the version at hand is not returned.
  public var isSent: Bool { state == .submitted || state == .accepted }

  func after(_ step: FormStep) throws(FormStepFault) -> FormStanding {
    let kind = step.action.kind
    guard let state = state.after(kind) else { throw .noStep(kind, from: state) }
    if let reason = step.action.reason, OneLine.isBlank(reason) { throw .noReason(kind) }
    var standing = self
    standing.state = state
    switch step.action {
    case .draft: break
    case .submit(let isNil):
      standing.firstSubmitted = firstSubmitted ?? step.at
      standing.versions += 1
      standing.isNil = isNil
      standing.submitter = step.actor
    case .accept:
      if let submitter, submitter.compared == step.actor.compared {
        throw .sameActor(step.actor)
      }
    case .return, .reopen: standing.returns += 1
    }
    return standing
  }
}
