internal import Desk
internal import Registers
internal import TargetEngine

/// Values of examples that no record of the ledger has.
extension RegisterExample {
  /// A value that is made up.
  ///
  /// - Parameter own: the value that another record has; empty for none.
  func made(_ field: FieldShape, _ own: String, _ step: Int) -> String {
    switch field.kind.element {
    case .unit: return unit(for: field, step)
    case .choice(let choices):
      let titles = choices.map { language == .zh ? $0.title.zh : $0.name }
      return titles.isEmpty ? "" : titles[step % titles.count]
    case .int:
      let isYear = field.roles.contains(.year) || field.name == "year"
      return (Int(own) ?? (isYear ? Int(year) : 5)).map { "\($0 + step)" } ?? year
    case .money: return "10000"
    case .decimal: return "1.5"
    case .bool: return Text("是", "yes")(language)
    case .day: return (Day(own)?.adding(days: -step).description) ?? today
    case .moment: return today + " 09:00"
    case .reference: return reference(field, step)
    case .text, .file, .secret, .list, .dated:
      return (own.isEmpty ? "…" : own) + (step > 0 ? "\(step + 1)" : "")
    }
  }

  /// A record of a register that the field names, or a name by which one is made.
  private func reference(_ field: FieldShape, _ step: Int) -> String {
    let shapes = field.kind.registers.compactMap { try? desk?.register($0) }
    let people = ["张三", "李四", "王五", "赵六", "钱七", "孙八"]
    if shapes.first?.nameField != nil {
      return people[step % people.count] + (step < people.count ? "" : "\(step)")
    }
    for shape in shapes {
      let found = (try? desk?.list(RecordSearch(limit: step + 1), in: shape))?.records
      if let name = found?.dropFirst(step).first.flatMap({ own(name: $0, in: shape) }) {
        return name
      }
    }
    return "1"
  }

  private func unit(for field: FieldShape, _ step: Int) -> String {
    let known =
      (try? desk?.units())?.filter { field.takes($0.unit.kind) && $0.merged == nil } ?? []
    return known.isEmpty ? "甲镇卫生院" : known[step % known.count].unit.name
  }
}
