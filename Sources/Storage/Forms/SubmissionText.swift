internal import Forms
internal import Journal
internal import TargetEngine

/// The state of a submission as the journal and its table have it: `step=submit 202107030812 洪林镇`,
/// `amount=1.2 3.50`, each on a line. What was drafted since a return stands behind a line `draft=`.
extension Submission {
  /// - Parameter lines: in which order its values stand; others follow by number.
  func write(_ lines: [LineNumber], to text: inout [UInt8]) {
    text.append(contentsOf: "form=\(form)\nunit=\(unit)\nperiod=".utf8)
    text.append(contentsOf: LineEscape.escaped(bytes: period.description.utf8))
    text.append(contentsOf: "\nfrom=\(period.firstDay.rawValue)".utf8)
    if !mark.isEmpty { text.append(contentsOf: "\nmark=\(mark)".utf8) }
    if let end { Submission.write("end", "\(end.rawValue)", to: &text) }
    for step in history.steps { Submission.write("step", step.text, to: &text) }
    for line in listed.sorted() { Submission.write("listed", line.description, to: &text) }
    Submission.write(contents, lines, to: &text)
    guard let draft else { return }
    Submission.write("draft", "", to: &text)
    Submission.write(draft, lines, to: &text)
  }

  private static func write(
    _ contents: FormContents, _ lines: [LineNumber], to text: inout [UInt8]
  ) {
    let values = contents.values
    for (line, why) in contents.explanations.sorted(by: { $0.key < $1.key }) {
      write("explanation", "\(line) \(why)", to: &text)
    }
    for (line, amount) in contents.written.sorted(by: { $0.key < $1.key }) {
      write("written", "\(line) \(amount)", to: &text)
    }
    // The values last, so that a board need not read them.
    var left = values.count
    for line in lines {
      guard let value = values[line] else { continue }
      write(line, value, to: &text)
      left -= 1
    }
    if left > 0 {
      let known = Set(lines)
      for line in values.keys.sorted() where !known.contains(line) {
        if let value = values[line] { write(line, value, to: &text) }
      }
    }
  }

  private static func write(_ line: LineNumber, _ value: FormValue, to text: inout [UInt8]) {
    guard case .amount(let amount) = value else {
      return write(value.name, "\(line) \(value)", to: &text)
    }
    text.append(contentsOf: "\namount=".utf8)
    text.append(contentsOf: line.description.utf8)
    text.append(UInt8(ascii: " "))
    text.append(contentsOf: amount.description.utf8)
  }

  private static func write(_ name: String, _ value: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: name.utf8)
    text.append(UInt8(ascii: "="))
    text.append(contentsOf: LineEscape.escaped(bytes: value.utf8))
  }
}

extension FormValue {
  /// What its field in a state is called.
  var name: String {
    switch self {
    case .amount: "amount"
    case .text: "text"
    case .choice: "choice"
    case .day: "day"
    }
  }

  /// All of these.
  static let names: Set<String> = ["amount", "text", "choice", "day"]

  /// Reads back what a state has; nil for what it cannot have.
  init?(_ name: String, _ text: String) {
    switch name {
    case "amount":
      guard let amount = Decimal(plain: text) else { return nil }
      self = .amount(amount)
    case "text": self = .text(text)
    case "choice": self = .choice(text)
    case "day":
      guard let day = Day(text) else { return nil }
      self = .day(day)
    default: return nil
    }
  }
}

extension FormStep {
  /// `return 202107040900 区总工会`, and the reason behind a tab.
  var text: String {
    let word =
      switch action {
      case .draft: "draft"
      case .submit(isNil: false): "submit"
      case .submit(isNil: true): "nil"
      case .accept: "accept"
      case .return: "return"
      case .reopen: "reopen"
      }
    let reason: String? =
      switch action {
      case .return(let reason), .reopen(let reason): reason
      case .draft, .submit, .accept: nil
      }
    return "\(word) \(at.rawValue) \(actor)" + (reason.map { "\t\($0)" } ?? "")
  }

  /// Nil for a text that says no step.
  init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3 else { return nil }
    self.init(String(words[0]), Int64(words[1]), String(words[2]))
  }

  /// The same as it stands on a line of a state.
  init?(line: UnsafeBufferPointer<UInt8>) {
    let blank = UInt8(ascii: " ")
    guard let word = line.firstIndex(of: blank),
      let number = line[(word + 1)...].firstIndex(of: blank)
    else { return nil }
    let at = Decimal(plain: UnsafeBufferPointer(rebasing: line[(word + 1)..<number]))
    let told = String(decoding: line[(number + 1)...], as: UTF8.self)
    self.init(
      String(decoding: line[..<word], as: UTF8.self), at?.units,
      LineEscape.unescaped(told[...].utf8))
  }

  /// - Parameter told: who took it, and the reason behind a tab.
  private init?(_ word: String, _ at: Int64?, _ told: String) {
    guard let at = at.flatMap({ Moment(rawValue: $0) }) else { return nil }
    let tab = told.utf8.firstIndex(of: UInt8(ascii: "\t"))
    let reason = tab.map { String(told[told.utf8.index(after: $0)...]) } ?? ""
    guard let action = FormAction(word, reason) else { return nil }
    self.init(action, by: tab.map { String(told[..<$0]) } ?? told, at: at)
  }
}

extension FormAction {
  fileprivate init?(_ word: String, _ reason: String) {
    switch word {
    case "draft": self = .draft
    case "submit": self = .submit()
    case "nil": self = .submit(isNil: true)
    case "accept": self = .accept
    case "return": self = .return(reason: reason)
    case "reopen": self = .reopen(reason: reason)
    default: return nil
    }
  }
}
