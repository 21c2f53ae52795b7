internal import Storage
public import TargetEngine

/// What an office sets about itself.
public enum Setting: String, Sendable, CaseIterable {
  /// The office's own unit, so that commands need no `--unit`.
  case unit
  /// The people and the number printed under reports.
  case filler, reviewer, responsible, phone
  /// Decimal places of printed percentages, 0 to 4.
  case decimals
  /// How many percentage points below pace are still "slipping".
  case tolerance

  /// What it is called.
  public var title: Text {
    switch self {
    case .unit: Text("本单位", "Own unit")
    case .filler: Text("填报人", "Prepared by")
    case .reviewer: Text("审核人", "Reviewed by")
    case .responsible: Text("负责人", "Responsible")
    case .phone: Text("联系电话", "Phone")
    case .decimals: Text("百分比小数位", "Decimals of percentages")
    case .tolerance: Text("略滞后容差（百分点）", "Tolerance of slipping (points)")
    }
  }

  /// The setting by its name in either language.
  public init(named text: String) throws {
    let found = Setting.allCases.first {
      $0.rawValue == text || $0.title.zh == text || $0.title.en == text
    }
    guard let found else {
      throw DeskError.unknownSetting(
        text,
        suggestions: Suggestions.nearest(
          to: text, in: Setting.allCases.flatMap { [$0.rawValue, $0.title.zh] }))
    }
    self = found
  }

  /// The decimal places that a text says; nil for none that a percentage has.
  static func decimals(_ text: String) -> Int? {
    Int(text).flatMap { Indicator.allowedDecimals.contains($0) ? $0 : nil }
  }

  static let defaultTolerance = "10"

  /// The tolerance as a share.
  static func share(_ points: String?) -> Fraction {
    let hundredths = (try? Amount.parse(points ?? defaultTolerance, decimals: 2)) ?? 1000
    return Fraction(hundredths, over: 10_000) ?? .zero
  }
}

extension Desk {
  /// Changes a setting.
  ///
  /// - Throws: `DeskError` for a value that the setting does not take.
  public func set(_ setting: Setting, to value: String) throws -> Written<String> {
    var value = value
    switch setting {
    case .unit: value = try unit(value).unit.code
    case .decimals:
      guard Setting.decimals(value) != nil else {
        throw DeskError.badSetting(setting.rawValue, value: value)
      }
    case .tolerance:
      guard let points = try? Amount.parse(value, decimals: 2), (0...10_000).contains(points) else {
        throw DeskError.badSetting(setting.rawValue, value: value)
      }
    case .filler, .reviewer, .responsible, .phone: break
    }
    return try write { transaction in
      try transaction.set(setting: setting.rawValue, to: value)
      return value
    }
  }

  /// Every setting, with nil where it was never set.
  public func settings() throws -> [(setting: Setting, value: String?)] {
    let values = try ledger.settings()
    return Setting.allCases.map { ($0, values[$0.rawValue]) }
  }
}
