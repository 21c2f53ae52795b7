internal import Forms
internal import TargetEngine

/// Who fills in a line of a template.
enum LineFilling: CaseIterable {
  case typed, sourced, computed

  /// As the column `filled-by` says it.
  var title: Text {
    switch self {
    case .typed: Text("人工填报", "typed")
    case .sourced: Text("系统取数", "source")
    case .computed: Text("自动计算", "formula")
    }
  }

  /// Reads the column; a cell without anything is a line that a person fills in. Nil for another word.
  init?(named text: String) {
    if text.isEmpty {
      self = .typed
      return
    }
    let named = LineFilling.allCases.first { filling in
      [filling.title.zh, filling.title.en].contains { $0.compared == text.compared.lowercased() }
    }
    guard let named else { return nil }
    self = named
  }
}

extension FormSheetOfUnit {
  /// Who fills in a line. A typed one whose unit reports its indicator by list has a figure already.
  func filling(of line: FormLine) -> LineFilling {
    if line.source.formula != nil { return .computed }
    return line.source != .typed || sourced[line.number] != nil ? .sourced : .typed
  }
}
