public import Desk
internal import Sentences
public import TargetEngine

extension UnknownName {
  /// That the register which should have the name does not have it.
  public func sentence(_ language: Language) -> String {
    let w = Wording(language)
    let list = w.list(suggestions)
    let near = list.isEmpty ? "" : w("（相近：\(list)）", " (near: \(list))")
    return w(
      "提示：\(register.zh)台账中没有\(w.quote(text))\(near)。",
      "Note: \(register.en) has no \(w.quote(text))\(near).")
  }
}
