internal import Forms
internal import Registers
internal import Storage
internal import TargetEngine

/// What indicators, registers and their fields are called, to see whether a line of a form asks for what is known.
struct KnownThings {
  private var things: [(thing: FormOverlap.Known, zh: LikeName, en: LikeName)] = []
  private var titles: [String: Text] = [:]
  /// The registers that post to an indicator, by its code.
  private var posting: [String: [FormOverlap.Known]] = [:]

  init(_ ledger: Ledger) throws {
    for indicator in try ledger.indicators() {
      let title = Text(indicator.name, indicator.title(.en))
      titles[indicator.code] = title
      add(.indicator, indicator.code, title, title)
    }
    for slot in ledger.slots {
      titles[slot.id] = slot.name.title
      add(.register, slot.id, slot.name.title, slot.name.title)
      for code in Set(slot.posted()) {
        posting[code, default: []].append(known(.register, slot.id, slot.name.title, false))
      }
      for field in ledger.shape(slot.id)?.fields ?? [] {
        add(
          .field, "\(slot.id) \(field.name)",
          Text(
            "\(slot.name.title.zh)·\(field.title.zh)", "\(slot.name.title.en), \(field.title.en)"),
          field.title)
      }
    }
  }

  private mutating func add(
    _ kind: FormOverlap.Known.Kind, _ name: String, _ title: Text, _ called: Text
  ) {
    things.append(
      (known(kind, name, title, true), zh: LikeName(called.zh), en: LikeName(called.en)))
  }

  private func known(
    _ kind: FormOverlap.Known.Kind, _ name: String, _ title: Text, _ isByName: Bool
  ) -> FormOverlap.Known {
    FormOverlap.Known(kind: kind, name: name, title: title, isByName: isByName)
  }

  /// What a line itself says: the indicator that it is posted to or filled from with the registers that post to it,
  /// the register that it counts.
  func said(by line: FormLine) -> [FormOverlap.Known] {
    var codes = line.posting.map { [$0.indicator] } ?? []
    var found: [FormOverlap.Known] = []
    switch line.source {
    case .indicator(let code, _): codes.append(code)
    case .count(let register, _, _):
      found.append(known(.register, register, titles[register] ?? Text(register, register), false))
    case .typed, .formula: break
    }
    for code in codes {
      found.append(known(.indicator, code, titles[code] ?? Text(code, code), false))
      found += posting[code] ?? []
    }
    return found
  }

  /// What is called like a line, in Chinese or in English.
  func named(like title: Text) -> [FormOverlap.Known] {
    let (zh, en) = (LikeName(title.zh), LikeName(title.en))
    return things.filter { $0.zh.isLike(zh) || $0.en.isLike(en) }.map(\.thing)
  }
}

/// A name without what forms put around it, by which things are compared that are called alike.
struct LikeName: Hashable {
  private let text: String

  /// `其中：在岗村医（人）` and `在岗村医` are the same.
  init(_ name: String) {
    var name = name.compared.lowercased()
    if let bracket = name.lastIndex(where: { "(（".contains($0) }),
      name.last.map({ ")）".contains($0) }) ?? false, bracket > name.startIndex
    {
      name = String(name[..<bracket])
    }
    for word in ["其中", "of these", "of which"] where name.hasPrefix(word) {
      name.removeFirst(word.count)
    }
    text = name.filter { $0.isLetter || $0.isNumber }
  }

  /// Whether two names are the same, or one clearly stands in the other: more than half of it, and no mere syllable.
  func isLike(_ other: LikeName) -> Bool {
    if text == other.text { return !text.isEmpty }
    let (short, long) = text.count < other.text.count ? (text, other.text) : (other.text, text)
    let least = short.unicodeScalars.allSatisfy(\.isASCII) ? 6 : 3
    return short.count >= least && 2 * short.count > long.count && long.contains(short)
  }
}
