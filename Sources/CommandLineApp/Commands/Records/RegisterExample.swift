internal import Desk
internal import Registers
internal import TargetEngine

/// Commands for a register with values from the user's own ledger, made up only where it has none.
struct RegisterExample {
  private let shape: RegisterShape
  private let language: Language
  private let desk: Desk?
  private let names: RecordNames?
  private let record: RecordState?

  init(_ shape: RegisterShape, _ desk: Desk?, _ language: Language) {
    self.shape = shape
    self.desk = desk
    self.language = language
    names = try? desk?.names(in: language)
    record = (try? desk?.list(RecordSearch(limit: 1), in: shape))?.records.first
  }

  /// The words after the register's.
  var commands: [[String]] {
    let verb = { CommandWords.spoken(verb: $0, language) }
    let name = record.flatMap { try? names?.label($0.id) } ?? "1"
    var found = [[verb("add")] + fields]
    if let stage = next { found.append([verb("advance"), name, stage]) }
    found.append([verb("show"), name])
    let first = shape.stages.first.map { $0.title(language) } ?? ""
    let condition =
      shape.stages.count > 1
      ? ["\(Text("阶段", "stage")(language))=\(language == .zh ? first : shape.stages[0].name)"] : []
    return found + [[verb("list")] + condition]
  }

  /// The stage that the record of the example could enter.
  private var next: String? {
    let now = record.map { shape.stage(of: $0) } ?? shape.stages.first?.name ?? ""
    guard let next = shape.stage(named: now)?.next.first ?? shape.stages.first?.next.first else {
      return nil
    }
    return language == .zh ? shape.stage(named: next)?.title.zh : next
  }

  /// The fields that must be filled in, and one more where there are few.
  private var fields: [String] {
    let needed = shape.fields.indices.filter {
      let roles = shape.fields[$0].roles
      return (roles.contains(.required) || roles.contains(.key)) && !shape.fields[$0].isSecret
    }
    return needed.map { index in
      let field = shape.fields[index]
      return "\(language == .zh ? field.title.zh : field.name)=\(value(of: index, field))"
    }
  }

  private func value(of index: Int, _ field: FieldShape) -> String {
    let own = record.flatMap { try? names?.text($0.data[index], field.kind) } ?? ""
    if !own.isEmpty { return own }
    switch field.kind.element {
    case .unit: return unit(for: field)
    case .choice(let choices):
      return choices.first.map { language == .zh ? $0.title.zh : $0.name } ?? ""
    case .int, .dated: return field.name == "year" ? year : "1"
    case .money: return "10000"
    case .decimal: return "1.5"
    case .bool: return Text("是", "yes")(language)
    case .day: return today
    case .moment: return today + " 09:00"
    case .reference: return "1"
    case .text, .file, .secret, .list: return "…"
    }
  }

  private func unit(for field: FieldShape) -> String {
    let known = (try? desk?.units())?.filter { field.takes($0.unit.kind) && $0.merged == nil }
    return known?.first?.unit.name ?? Text("甲镇卫生院", "甲镇卫生院")(language)
  }

  private var today: String { (desk?.context.today ?? Session.today)?.description ?? "" }
  private var year: String { String(today.prefix(4)) }
}
