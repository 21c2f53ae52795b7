internal import Sentences
internal import TargetEngine

/// An answer to the menu that is none.
enum MenuFault: Error {
  case badDay(String)
  case badAmount(String)
  case noFile(String)
  case notListed(String)
}

extension MenuFault: Explained {
  func complaint(_ language: Language) -> Complaint {
    let w = Wording(language)
    let sentence =
      switch self {
      case .badDay(let text): Day.fault(of: text).sentence(language)
      case .badAmount(let text):
        w("\(w.quote(text))不是数，请写成 12 或 -3。", "\(w.quote(text)) is no number: write 12 or -3.")
      case .noFile(let name):
        w("没有\(w.quote(name))这个文件。", "There is no file \(w.quote(name)).")
      case .notListed(let text):
        w("列出的里面没有\(w.quote(text))。", "\(w.quote(text)) is not among those listed.")
      }
    return Complaint(sentence, cause: .usage)
  }
}
