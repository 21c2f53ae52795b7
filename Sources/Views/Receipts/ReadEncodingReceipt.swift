internal import Desk
internal import Sentences
internal import TargetEngine

extension ReadEncoding {
  /// How the file was read, and how it would read otherwise.
  func sentence(_ w: Wording) -> String {
    w(
      "按 \(name) 编码读作\(w.quote(text))（按 \(otherName) 则是\(w.quote(otherText))）。不对的话，请另存为“CSV UTF-8（逗号分隔）”重新导入。",
      "Read as \(name): \(w.quote(text)); in \(otherName) it is \(w.quote(otherText)). If that is wrong, save it as"
        + " CSV in UTF-8 with its mark (BOM) and import that.")
  }
}
