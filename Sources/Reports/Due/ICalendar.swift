public import TargetEngine

extension DueReport {
  /// What is not done as a calendar of whole days, RFC 5545: an event for each, known by the same
  /// name in every edition, so that a calendar which reads it again moves it and has no second.
  public func iCalendar(_ language: Language) -> [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0",
      "PRODID:-//Taizhang//Taizhang//\(language.rawValue.uppercased())",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + ICalendar.escaped(Text("应办事项", "What is due")(language) + " " + unit.title),
    ]
    lines += unknownYears.map {
      "X-WR-CALDESC:" + ICalendar.escaped(DueReport.unknown($0)(language))
    }
    var seen: [String: Int] = [:]
    for line in self.lines where !line.status(on: day).isSettled {
      // Of several times due on one day each has its own name.
      let name = "\(line.record)-\(line.obligation)-\(line.key)"
      let number = seen[name, default: 0]
      seen[name] = number + 1
      lines += event(line, uid: number == 0 ? name : "\(name)-\(number + 1)", language)
    }
    lines.append("END:VCALENDAR")
    return Array(lines.map { ICalendar.folded($0) + "\r\n" }.joined().utf8)
  }

  private func event(_ line: Line, uid: String, _ language: Language) -> [String] {
    let due = line.occurrence.due
    let summary = [line.matter(language), line.unit?.title].compactMap(\.self)
    return [
      "BEGIN:VEVENT", "UID:" + ICalendar.escaped(uid + "@taizhang"),
      // The day asked about: the same ledger and day give the same bytes.
      "DTSTAMP:\(day.rawValue)T000000Z", "DTSTART;VALUE=DATE:\(due.rawValue)",
      "DTEND;VALUE=DATE:\(due.adding(days: 1).rawValue)",
      "SUMMARY:" + ICalendar.escaped(summary.joined(separator: Text("，", ", ")(language))),
      "DESCRIPTION:"
        + ICalendar.escaped(
          "\(line.register) \(line.record) · \(line.status(on: day).title(language))"),
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }
}

extension DueReport.Line {
  /// What tells the times that one record owes something apart.
  fileprivate var key: String {
    // A deadline that moves is the same event; what recurs has an event for each period.
    period.map { "\($0.rawValue)-\(unit?.code ?? "")" } ?? (label.isEmpty ? unit?.code ?? "1" : "1")
  }
}

/// The text form of iCalendar.
enum ICalendar {
  /// A text as a value.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in ControlCharacters.replacedKeepingLines(in: text).unicodeScalars {
      switch scalar {
      case "\\", ",", ";": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line in parts of at most 75 octets, of which none ends within a character.
  static func folded(_ line: String) -> String {
    var result = ""
    var width = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        result += "\r\n "
        width = 1
      }
      result.unicodeScalars.append(scalar)
      width += size
    }
    return result
  }
}
