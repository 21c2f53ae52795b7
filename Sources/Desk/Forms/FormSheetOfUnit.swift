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
  /// Of the version at hand; before anything was sent, of the draft, with what its sources have.
  public var contents: FormContents
  /// What was drafted since the version at hand was returned.
  public var draft: FormContents?
  /// What sources have now.
  public var sourced: FormAmounts

  /// What a person goes on with.
  var atWork: FormContents { draft ?? contents }
}
