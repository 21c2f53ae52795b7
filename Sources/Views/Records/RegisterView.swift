public import Registers
public import Reports
public import TargetEngine

/// What a register is: its fields, its stages, and what it posts.
public struct RegisterView {
  private let shape: RegisterShape
  private let language: Language
  private let fields: ObjectList
  private let stages: ObjectList
  private let obligations: ObjectList

  /// - Parameter shape: as the modules declare it, or with the office's own columns.
  public init(_ shape: RegisterShape, _ language: Language) throws {
    let lists = RegisterLists(shape, language)
    self.shape = shape
    self.language = language
    fields = try lists.fields()
    stages = try lists.stages()
    obligations = try lists.obligations()
  }

  /// The fields, and of a register that has them the stages and obligations.
  public var tables: [Table] {
    var first = fields.table
    if !indicators.isEmpty {
      first.notes = [
        Text("记入指标：", "Posts to: ")(language)
          + indicators.joined(separator: Text("、", ", ")(language))
      ]
    }
    return [first] + (shape.stages.count > 1 ? [stages.table] : [])
      + (shape.obligations.isEmpty ? [] : [obligations.table])
  }

  /// All of it in one object.
  public var json: JSONValue {
    .object([
      ("register", .string(shape.id)), ("name", .string(shape.name.title(language))),
      ("fields", fields.json), ("stages", stages.json),
      ("indicators", .array(indicators.map { .string($0) })), ("obligations", obligations.json),
    ])
  }

  private var indicators: [String] {
    var seen: Set<String> = []
    return (shape.measured + shape.groups.map(\.indicator)).filter { seen.insert($0).inserted }
  }
}
