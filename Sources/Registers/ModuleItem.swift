public import TargetEngine

/// What a module answers or does by a word of its own: a `Question` or an `Action`.
public protocol ModuleItem {
  /// The word in commands.
  var name: String { get }
  /// What people read; a command may also be called by it.
  var title: Text { get }
  /// The indicator whose plan years it is about; nil when it is about a day alone.
  var yearOf: IndicatorDeclaration? { get }
  /// What a number behind the year means; nil when it takes none.
  var numbered: Text? { get }
}

extension Question: ModuleItem {}
extension Action: ModuleItem {}
