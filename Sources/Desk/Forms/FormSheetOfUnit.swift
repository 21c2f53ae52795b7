public import Forms
public import TargetEngine

/// One unit's submission with its form, as it is shown and filled in.
public struct FormSheetOfUnit: Sendable {
  public var form: FormDefinition
  public var period: FormPeriod
  public var version: FormVersion
  public var unit: Unit
  public var standing: FormStanding
  public var steps: [FormStep]
  public var values: FormValues
  /// What was written into lines with formulas, where it is another number.
  public var written: FormAmounts
  public var explanations: [LineNumber: String]
  /// What sources have now.
  public var sourced: FormAmounts
}
