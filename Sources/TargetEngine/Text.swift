/// A text for people, in both languages of the program.
public struct Text: Sendable, Hashable {
  public var zh: String
  public var en: String

  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// The languages of everything the program says.
public enum Language: String, Sendable, CaseIterable {
  case zh, en
}
