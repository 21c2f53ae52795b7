internal import Registers
internal import TargetEngine

/// The kinds of plans and their stages.
extension Contingency {
  enum Kind: String, ChoiceValue {
    case overall, special, department, joint, grassroots, handbook, action, majorEvent

    var title: Text {
      switch self {
      case .overall: Text("总体预案", "Overall plan")
      case .special: Text("专项预案", "Special plan")
      case .department: Text("部门预案", "Department plan")
      case .joint: Text("联合预案", "Joint plan")
      case .grassroots: Text("基层预案", "Grassroots plan")
      case .handbook: Text("应急工作手册", "Handbook")
      case .action: Text("事件行动方案", "Action plan")
      case .majorEvent: Text("重大活动保障预案", "Plan for a major event")
      }
    }
  }

  enum Stage: String, Lifecycle {
    case planned, drafting, consulting, reviewing, approved, issued, filed, evaluating, superseded
    case repealed

    var entry: StageEntry<Stage> {
      switch self {
      case .planned: StageEntry("列入计划", "Planned", to: .drafting, .repealed)
      case .drafting: StageEntry("编制", "Drafting", to: .consulting, .repealed)
      case .consulting: StageEntry("征求意见", "Consulting", to: .reviewing, .repealed)
      case .reviewing: StageEntry("评审", "Reviewing", to: .approved, .repealed)
      case .approved: StageEntry("审批", "Approved", to: .issued, .repealed)
      case .issued: StageEntry("印发", "Issued", to: .filed, .repealed)
      case .filed: StageEntry("备案", "Filed", to: .evaluating, .superseded, .repealed)
      case .evaluating: StageEntry("评估", "Evaluating", to: .filed, .superseded, .repealed)
      case .superseded: StageEntry("已替代", "Superseded", to: .repealed)
      case .repealed: StageEntry("废止", "Repealed")
      }
    }
  }
}
