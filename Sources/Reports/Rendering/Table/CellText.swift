internal import TargetEngine

extension Cell {
  /// The cell as people read it, on a terminal as on paper. Texts are as the user typed them.
  var printed: String {
    switch self {
    case .empty: "—"
    case .text(let text): text
    case .number(let number): number.description
    case .day(let day): day.description
    case .percent(let number): number.description + "%"
    case .ratio(let number, let figures): "\(number)% \(figures)"
    case .difference(let number): (number.units > 0 ? "+" : "") + number.description
    case .light(let label, .none): label
    case .light(let label, let light): label.isEmpty ? "" : light.mark + " " + label
    }
  }

  /// The cell as machines read it: bare numbers, no signs for people.
  var bare: String {
    switch self {
    case .empty: ""
    case .text(let text), .light(let text, _): text
    case .day(let day): day.description
    case .number(let number), .percent(let number), .ratio(let number, _), .difference(let number):
      number.description
    }
  }

  /// A figure must never be cut or broken, since a part of it reads like another figure.
  var isFigure: Bool {
    switch self {
    case .empty, .number, .percent, .ratio, .difference: true
    case .text, .day, .light: false
    }
  }

  var light: Light {
    if case .light(_, let light) = self { light } else { .none }
  }
}
