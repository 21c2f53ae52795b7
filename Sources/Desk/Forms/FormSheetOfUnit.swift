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
