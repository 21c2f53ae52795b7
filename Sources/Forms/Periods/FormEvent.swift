internal import TargetEngine

/// What a form is asked about once, and as of when: an event and an hour, minute or day of it.
///
/// The same event may be asked about again and again: `烟花/2021-07-25T18`, `烟花/2021-07-25T20`,
/// `烟花/2021-07-26`.
struct FormEvent: Sendable, Hashable, CustomStringConvertible {
  /// In the form in which names are compared.
  let name: String
  let time: Time

  enum Time: Sendable, Hashable {
    case day(Day)
    case minute(Moment)

    /// Its day, or the day of its minute.
    var day: Day {
      switch self {
      case .day(let day): day
      case .minute(let minute): minute.day
      }
    }

    /// The minute up to which it tells.
    var end: Moment {
      switch self {
      case .day(let day): day.lastMinute
      case .minute(let minute): minute
      }
    }
  }

  init(_ name: String, _ time: Time) {
    self.name = name
    self.time = time
  }

  /// Reads a name, a slash and a time; a day may itself be written with slashes.
  init(_ text: String) throws(FormPeriodFault) {
    for slash in text.indices where text[slash].halfWidth == "/" {
      guard let time = Time(text[text.index(after: slash)...].halfWidth[...]) else { continue }
      let name = OneLine.folded(String(text[..<slash])).compared
      guard !OneLine.isBlank(name) else { throw .noName }
      self.init(name, time)
      return
    }
    throw .noTime
  }

  /// `烟花/2021-07-25T18` for a full hour, `烟花/2021-07-25T18:30` for another minute.
  var description: String {
    switch time {
    case .day(let day): "\(name)/\(day)"
    case .minute(let minute): "\(name)/\(minute.minute == 0 ? minute.hourText : minute.iso)"
    }
  }
}

extension FormEvent.Time {
  /// A day or a moment in any of their forms, or a full hour: `2021-07-25T18`.
  init?(_ text: Substring) {
    if let minute = Moment(text) ?? Moment("\(text):00") {
      self = .minute(minute)
    } else if let day = Day(text) {
      self = .day(day)
    } else {
      return nil
    }
  }
}

extension Moment {
  /// `2021-07-25T18`.
  fileprivate var hourText: String { String(iso.dropLast(3)) }
}
