internal import ClinicStandards
internal import EmergencyReadiness
internal import HealthWorkforce
internal import People
public import Registers
public import TargetEngine
internal import TradeUnion
internal import WorkPlan

/// The one list of modules.
public enum Suite {
  public static let modules: [Module] = [
    .healthWorkforce, .clinicStandards, .emergency, .tradeUnion, .workPlan, .people,
  ]

  /// Every register of every module.
  public static let registers = modules.flatMap(\.registers)

  /// What the modules declare of indicators, by code.
  public static let indicators = Dictionary(
    uniqueKeysWithValues: modules.flatMap(\.indicators).map { ($0.code, $0) })

  /// The field that names the document on which a target or a record rests.
  public static let documentNo = FieldShape.documentNo

  /// Adopts what modules say offices usually have to do again and again.
  public static func adoption(of modules: [Module], _ language: Language) -> Action {
    .adopt(modules.flatMap(\.recurrences), language)
  }

  /// The word of a module by its name or its title in either language; any other word as it is.
  public static func word(_ text: String) -> String {
    modules.first { [$0.title.zh, $0.title.en].contains(text) }?.name ?? text
  }

  /// The module of a name; nil for an office's own.
  public static func module(_ name: String) -> Module? { modules.first { $0.name == name } }
}
