import TargetEngine
import Testing

@testable import Forms

/// Random steps against a model that reads the whole list anew for each question.
@Suite struct FormHistoryPropertyTests {
  /// What forms.md says, asked of the steps that were taken.
  private struct Model {
    var steps: [FormStep] = []

    private func count(_ steps: ArraySlice<FormStep>, _ kinds: FormAction.Kind...) -> Int {
      steps.filter { kinds.contains($0.action.kind) }.count
    }

    func state(_ steps: ArraySlice<FormStep>) -> FormState {
      switch steps.last(where: { $0.action.kind != .draft })?.action.kind {
      case .submit: .submitted
      case .accept: .accepted
      case .return, .reopen: .returned
      default: steps.isEmpty ? .missing : .draft
      }
    }

    func allows(_ step: FormStep) -> Bool {
      switch step.action {
      case .draft, .submit: return [.missing, .draft, .returned].contains(state(steps[...]))
      case .accept:
        let sender = steps.last { $0.action.kind == .submit }?.actor
        return state(steps[...]) == .submitted && sender != step.actor
      case .return(let reason): return state(steps[...]) == .submitted && reason != ""
      case .reopen(let reason): return state(steps[...]) == .accepted && reason != ""
      }
    }

    func agrees(with standing: FormStanding, at moment: Moment) -> Bool {
      let past = steps[..<(steps.firstIndex { $0.at > moment } ?? steps.count)]
      let sent = past.filter { $0.action.kind == .submit }
      return standing.state == state(past)
        && standing.versions == sent.count && standing.firstSubmitted == sent.first?.at
        && standing.returns == count(past, .return, .reopen)
        && standing.isNil == (sent.last?.action == .submit(isNil: true))
        && standing.submitter == sent.last?.actor
    }
  }

  @Test("a history takes what the rules allow and stands where they say, at every moment")
  func worlds() throws {
    var dice = Dice(seed: 21)
    var taken = 0
    for _ in 0..<400 {
      var (history, model) = (FormHistory(), Model())
      var minute = 0
      for _ in 0..<dice.int(1...25) {
        minute = max(0, minute + dice.int(-1...40))
        let step = try step(&dice, minute)
        let isAllowed = model.allows(step)
        let before = history
        do {
          try history.take(step)
          #expect(isAllowed, "\(step)")
          model.steps.append(step)
          taken += 1
        } catch {
          #expect(!isAllowed, "\(step): \(error)")
          #expect(history == before)
        }
      }
      #expect(history.steps == model.steps)
      for minute in stride(from: 0, to: 1000, by: 37) {
        let moment = try #require(Moment(day("2021-07-25"), hour: minute / 60, minute: minute % 60))
        #expect(model.agrees(with: history.standing(at: moment), at: moment))
      }
      #expect(try FormHistory(model.steps) == history)
    }
    #expect(taken > 1500)
  }

  private func step(_ dice: inout Dice, _ minute: Int) throws -> FormStep {
    let reason = dice.chance(90) ? "改" : ""
    let action = dice.pick([
      FormAction.draft, .submit(), .submit(isNil: true), .accept, .accept, .return(reason: reason),
      .reopen(reason: reason),
    ])
    let at = try #require(Moment(day("2021-07-25"), hour: minute / 60, minute: minute % 60))
    return FormStep(action, by: dice.pick(["甲", "乙", "丙"]), at: at)
  }
}
