public import Forms
public import TargetEngine

/// One unit's submission with its form, as it is shown and filled in.
public struct FormSheetOfUnit: Sendable {
  /// The form with all its versions.
  public var form: FormDefinition
  /// The period that it is about.
  public var period: FormPeriod
  /// The form as it is for the period.
  public var version: FormVersion
  /// Whose it is, with its title.
  public var unit: Unit
  /// How far it is.
  public var standing: FormStanding
  /// What was done with it, by whom and when.
  public var steps: [FormStep]
  /// Of the version at hand; before anything was sent, of the draft, with what its sources have.
  public var contents: FormContents
  /// What was drafted since the version at hand was returned.
  public var draft: FormContents?
  /// What sources have now.
  public var sourced: FormAmounts
  /// What sources are called.
  var words: SourceWords

  /// What a person goes on with.
  var atWork: FormContents { draft ?? contents }

  /// The lines that a person fills in, with what stands there to go on with.
  public var typedLines: [(line: FormLine, value: FormValue?)] {
    version.lines.filter { filling(of: $0) == .typed }.map { ($0, atWork.values[$0.number]) }
  }

  /// Where a line's value comes from, in words.
  public func source(of line: FormLine) -> Text {
    words.words(of: line, isListed: filling(of: line) == .sourced)
  }

  /// From what a line is filled, as a template says it beside who fills it in.
  func figure(of line: FormLine) -> Text? {
    words.figure(of: line, isListed: filling(of: line) == .sourced)
  }
}
