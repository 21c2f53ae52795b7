internal import TargetEngine

/// Forms that files tell of and that were not made, since something is wrong with them: that nobody knows them is no
/// fault of what else is said of them.
struct UnmadeForms {
  /// Their codes and titles, as names are compared.
  var names: Set<String> = []
  /// Whether there may be others, of which not even the code could be read.
  var hasUnknown = false

  /// Whether an error follows from that.
  func explain(_ error: DeskError) -> Bool {
    guard case .form(.unknownForm(let text, _)) = error else { return false }
    return hasUnknown || names.contains(text.compared)
  }
}
