internal import TargetEngine

/// A register as the list of its module has it: its shape is made only when it is asked for.
public struct RegisterSlot: Sendable {
  /// The module and the word, `clinics.project`.
  public let id: String
  /// What it is called.
  public let name: RegisterName
  /// The version of its table.
  public let version: Int
  private let make: @Sendable ([FieldShape]) -> RegisterShape
  private let owes: @Sendable () -> Bool
  private let lists: @Sendable () -> String?
  /// The codes of all indicators that its records post to, found without making its shape.
  public let posted: @Sendable () -> [String]
  /// What was declared, for checks of declarations.
  public let type: any Register.Type

  /// The slot of a register, for its module's list.
  public init<Record: Register>(_ type: Record.Type) {
    id = Record.id
    name = Record.name
    version = Record.version
    let declared = Once { RegisterShape(type) }
    make = { $0.isEmpty ? declared.value : RegisterShape(type, office: $0) }
    owes = { !Record.obligations.isEmpty }
    lists = { Record.roster?.register }
    posted = {
      Record.measures.flatMap(\.indicators) + Record.groups.flatMap { $0.parts.map(\.indicator) }
    }
    self.type = type
  }

  /// Whether its records owe anything; known without their shape.
  public var hasObligations: Bool { owes() }

  /// The register, by id, whose records make the lists beside which numbers of this one's are shown;
  /// known without their shapes.
  public var listedIn: String? { lists() }

  /// - Parameter office: the columns that the office added.
  public func shape(office: [FieldShape] = []) -> RegisterShape { make(office) }
}
