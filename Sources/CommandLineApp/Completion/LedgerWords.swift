internal import ArgumentParser
internal import Desk
internal import Registers
internal import Suite
internal import TargetEngine

/// Words out of the ledger that completion offers; none without a database.
struct LedgerWords {
  let database: String?
  let language: Language

  /// What may stand in a hole of a kind.
  func values(_ kind: ValueWords.Kind) -> [String] {
    switch kind {
    case .text: []
    case .file: [CompletionScript.files]
    case .module: Suite.modules.map { language == .zh ? $0.title.zh : $0.name }
    case .register: Suite.registers.map { language == .zh ? $0.name.title.zh : $0.id }
    case .setting: Setting.allCases.map { language == .zh ? $0.title.zh : $0.rawValue }
    case .month: months
    case .unit: units
    case .indicator:
      (try? desk?.catalogue())?.map { language == .zh ? $0.name : $0.code } ?? []
    }
  }

  /// A register with the columns of the office, where there is a database.
  func shape(of slot: RegisterSlot) -> RegisterShape {
    (try? desk?.register(slot.id)) ?? slot.shape()
  }

  /// The texts by which others name the records of a register, such as the numbers of documents.
  func keys(of register: String) -> [String] {
    guard let desk else { return [] }
    return (try? desk.keys(of: try desk.register(register))) ?? []
  }

  /// How the records of a register are named in commands.
  func records(of register: String) -> [String] {
    guard let desk else { return [] }
    return (try? desk.recordLabels(in: try desk.register(register), language)) ?? []
  }

  /// The desk, opened for each question.
  var desk: Desk? {
    guard var options = try? CommonOptions.parse([]) else { return nil }
    options.db = database
    return try? Workplace(options: options).desk(for: .read)
  }

  /// Names and codes; of units with the same name only the code says which is meant.
  private var units: [String] {
    let units = (try? desk?.units())?.filter { $0.merged == nil } ?? []
    let named = Dictionary(grouping: units, by: \.unit.name)
    return units.flatMap { stored in
      named[stored.unit.name]?.count == 1
        ? [stored.unit.name, stored.unit.code] : [stored.unit.code]
    }
  }

  /// The month of today and the five before it.
  private var months: [String] {
    guard let month = Session.today?.month else { return [] }
    return (0..<6).map { month.adding(-$0).description }
  }
}
