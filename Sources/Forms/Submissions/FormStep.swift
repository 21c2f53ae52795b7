public import TargetEngine

/// Where a submission stands. Its raw value is the word of JSON. Source: `forms.md`, "Life of a
/// submission".
public enum FormState: String, Sendable, CaseIterable {
  case missing, draft, submitted, returned, accepted

  /// `missing` is 未报 or 待报, as its deadline is over or not: see `FormBoard`.
  public var title: Text {
    switch self {
    case .missing: Text("未报", "Missing")
    case .draft: Text("草稿", "Draft")
    case .submitted: Text("已报", "Submitted")
    case .returned: Text("退回", "Returned")
    case .accepted: Text("已审", "Accepted")
    }
  }
}

/// What is done with a submission.
public enum FormAction: Sendable, Hashable {
  /// Values are kept, and not sent. A submission that was returned stays returned.
  case draft
  /// A version is sent; as a nil return 零报告 or not.
  case submit(isNil: Bool = false)
  case accept
  case `return`(reason: String)
  /// What was accepted is returned all the same.
  case reopen(reason: String)

  /// The action without what it says, as faults and lists name it.
  public enum Kind: String, Sendable, CaseIterable {
    case draft, submit, accept, `return`, reopen
  }

  /// What is done, without its reason.
  public var kind: Kind {
    switch self {
    case .draft: .draft
    case .submit: .submit
    case .accept: .accept
    case .return: .return
    case .reopen: .reopen
    }
  }

  /// Why, where that must be said.
  public var reason: String? {
    switch self {
    case .draft, .submit, .accept: nil
    case .return(let reason), .reopen(let reason): reason
    }
  }
}

extension FormState {
  /// The state after an action; nil where it has no such step.
  public func after(_ kind: FormAction.Kind) -> FormState? {
    switch (self, kind) {
    case (.missing, .draft), (.draft, .draft): .draft
    case (.returned, .draft): .returned
    case (.missing, .submit), (.draft, .submit), (.returned, .submit): .submitted
    case (.submitted, .accept): .accepted
    case (.submitted, .return), (.accepted, .reopen): .returned
    default: nil
    }
  }
}

/// An action, with who did it and when.
public struct FormStep: Sendable, Hashable {
  public var action: FormAction
  public var actor: String
  public var at: Moment

  public init(_ action: FormAction, by actor: String, at: Moment) {
    self.action = action
    self.actor = actor
    self.at = at
  }
}
