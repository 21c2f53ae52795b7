public import TargetEngine

extension Light {
  /// The mark in front of the label. Reports are printed in black and white, so that each colour
  /// has a shape of its own.
  public var mark: String {
    switch self {
    case .green: "●"
    case .yellow: "▲"
    case .red: "■"
    case .grey: "○"
    case .none: ""
    }
  }
}
