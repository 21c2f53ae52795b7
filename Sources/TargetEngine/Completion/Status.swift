/// How a unit stands with a target. Source: `engine.md`, "Completion"; `notReported` is one of rankings alone.
public enum Status: String, Sendable, CaseIterable {
  case noTarget, noData, notReported
  case exceeded, done, overdue, notDue, onPace, slipping, behind
  case over, nearing, within

  public var light: Light {
    switch self {
    case .noTarget, .noData: .none
    case .notDue: .grey
    case .exceeded, .done, .onPace, .within: .green
    case .slipping, .nearing: .yellow
    case .overdue, .behind, .over, .notReported: .red
    }
  }

  public var title: Text {
    switch self {
    case .noTarget: Text("无任务", "No target")
    case .noData: Text("无数据", "No data")
    case .notReported: Text("未报", "Not reported")
    case .exceeded: Text("超额完成", "Exceeded")
    case .done: Text("完成", "Done")
    case .overdue: Text("逾期未完成", "Overdue")
    case .notDue: Text("未到期", "Not due")
    case .onPace: Text("达到序时", "On pace")
    case .slipping: Text("略滞后", "Slipping")
    case .behind: Text("滞后", "Behind")
    case .over: Text("突破控制数", "Over limit")
    case .nearing: Text("接近控制数", "Nearing limit")
    case .within: Text("控制内", "Within limit")
    }
  }
}

/// The traffic light that goes with a status; a label always says the same in words.
public enum Light: String, Sendable, CaseIterable {
  case green, yellow, red, grey, none
}
