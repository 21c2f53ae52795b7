internal import Desk
internal import Files
internal import Registers
internal import TargetEngine

extension MenuAnswer {
  /// Any text.
  static var text: MenuAnswer { MenuAnswer() }

  static var unit: MenuAnswer {
    MenuAnswer(
      choices: { desk in try desk.unitChoices { _ in true } },
      read: { text, menu in
        _ = try menu.desk().unit(text)
        return text
      })
  }

  /// - Parameter isCounted: whether only those that numbers are logged for will do.
  static func indicator(isCounted: Bool = false) -> MenuAnswer {
    let language = Session.current.language
    return MenuAnswer(
      choices: { desk in
        try desk.catalogue().filter { !isCounted || $0.isCounted }.map {
          Choice(
            word: language == .zh ? $0.name : $0.code, title: "\($0.title(language)) (\($0.code))")
        }
      },
      read: { text, menu in
        _ = try menu.desk().indicator(text)
        return text
      }, showsChoices: true)
  }

  static var day: MenuAnswer {
    MenuAnswer(read: { text, _ in
      if let day = Day(text) { return day.description }
      throw MenuFault.badDay(text)
    })
  }

  /// The last month that is over, unless another is given.
  static var month: MenuAnswer {
    MenuAnswer(
      read: { text, _ in
        if let month = Month(text) { return month.description }
        throw UsageFault.badMonth(text)
      }, standard: { $0.lastMonth?.description })
  }

  static var year: MenuAnswer {
    MenuAnswer(read: { text, _ in
      guard let year = try String?.some(text).planYear() else { throw UsageFault.badYear(text) }
      return "\(year)"
    })
  }

  static var amount: MenuAnswer {
    MenuAnswer(read: { text, _ in
      do {
        _ = try Amount.parse(text, decimals: 4)
        return text
      } catch {
        throw MenuFault.badAmount(text)
      }
    })
  }

  /// A file that is there. Terminals put quotes around the name of a file that is dropped on them.
  static var file: MenuAnswer {
    MenuAnswer(read: { text, _ in
      let name = unquoted(text)
      guard FileFacts(name)?.isFolder == false else { throw MenuFault.noFile(name) }
      return name
    })
  }

  /// A file that is not there yet.
  static var newFile: MenuAnswer {
    MenuAnswer(read: { text, _ in
      let name = unquoted(text)
      if FileFacts(name) != nil { throw UsageFault.outputExists(name) }
      return name
    })
  }

  private static func unquoted(_ text: String) -> String {
    let marks: [Character] = ["'", "\""]
    guard text.count > 1, let first = text.first, first == text.last, marks.contains(first) else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }

  /// One of some words.
  static func one(of choices: [Choice]) -> MenuAnswer {
    MenuAnswer(
      choices: { _ in choices },
      read: { text, _ in
        guard let choice = choices.first(where: { $0.word == text }) else {
          throw MenuFault.notListed(text)
        }
        return choice.word
      }, showsChoices: true)
  }

  /// One of the last transactions.
  static var transaction: MenuAnswer {
    MenuAnswer(
      choices: { desk in
        try desk.transactions(limit: 9).map(\.row).map {
          Choice(word: "\($0.transaction)", title: "#\($0.transaction)  \($0.actor)  \($0.command)")
        }
      },
      read: { text, menu in
        guard let number = try menu.desk().transactionNumber(text) else {
          throw MenuFault.notListed(text)
        }
        return "\(number)"
      }, isNumber: true)
  }

  /// An entry of the ledger by its number.
  static var entry: MenuAnswer {
    MenuAnswer(read: { text, menu in
      _ = try menu.desk().entry(text)
      return text
    })
  }
}

extension Desk {
  /// The units as they can be chosen: by name, or by code where several have one name.
  func unitChoices(where isWanted: (Unit) -> Bool) throws -> [MenuAnswer.Choice] {
    let units = try units().filter { $0.merged == nil }.map(\.unit)
    let named = Dictionary(grouping: units, by: \.name)
    return units.filter(isWanted).map { unit in
      MenuAnswer.Choice(
        word: named[unit.name]?.count == 1 ? unit.name : unit.code,
        title: "\(unit.name) (\(unit.code))")
    }
  }
}

extension Indicator {
  /// Whether numbers are logged for it: ratios follow from others.
  fileprivate var isCounted: Bool { if case .ratio = kind { false } else { true } }
}
