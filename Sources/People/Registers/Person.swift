public import Registers
public import TargetEngine

/// 人员: everyone named in another list, typed once. The identity number tells people apart, else
/// their name and unit. Source: `registers.md`, "people".
public struct Person: Register {
  public static let name = RegisterName("people", "person", zh: "人员", en: "Person")

  public static let version = 2

  public var name = ""
  public var sex: Sex?
  public var bornOn: Day?
  /// Where the person belongs.
  public var unit: UnitReference?
  public var idNumber: Secret?
  public var phone: Secret?
  public var moves = Moves<Listed>()

  public init() {}

  public static let fields: [Field<Person>] = [
    Field("name", \.name, zh: "姓名", en: "Name", [.required, .key]),
    Field("sex", \.sex, zh: "性别", en: "Sex", [.personal]),
    Field("born-on", \.bornOn, zh: "出生日期", en: "Born on", [.personal]),
    Field("unit", \.unit, zh: "所在单位", en: "Unit", [.key, .place, .filledLater]),
    Field(
      "id-number", secret: \.idNumber, .identityNumber, zh: "身份证号", en: "Identity number",
      [.identity], since: 2),
    Field("phone", secret: \.phone, .phone, zh: "联系电话", en: "Phone", since: 2),
  ]

  public static let limits: [Limit<Person>] = [.past(\.bornOn)]

  public func problems() -> [Problem] {
    var problems: [Problem] = []
    if name.isNumberOfSomeone {
      // It is not repeated: it would stand in clear where it should not stand at all.
      problems.append(
        Problem(
          \Person.name, zh: "姓名一栏填的是号码（身份证号、电话或卡号），未予登记。请填姓名，号码填在各自的栏目里。",
          en:
            "The name is a number, as of an identity card, a telephone or a bank card, and was not kept."
            + " Give the name, and each number in its own field."))
    }
    // Only as it is typed: what is sealed tells nothing.
    guard let number = idNumber?.open.flatMap({ IdentityNumber(checked: $0) }) else {
      return problems
    }
    if let bornOn, bornOn != number.bornOn {
      problems.append(
        Problem(
          \Person.bornOn, zh: "出生日期（\(bornOn)）与身份证号中的不一致，请核对。",
          en: "Born on \(bornOn) is not the day in the identity number. Check both."))
    }
    if let sex, (sex == .male) != number.isMale {
      problems.append(
        Problem(
          \Person.sex, zh: "性别与身份证号中的不一致，请核对。",
          en: "The sex is not that of the identity number. Check both."))
    }
    return problems
  }

  public enum Sex: String, ChoiceValue {
    case male, female

    public var title: Text {
      switch self {
      case .male: Text("男", "Male")
      case .female: Text("女", "Female")
      }
    }
  }
}

extension String {
  /// Whether nothing but a number of at least seven digits stands here, however it is grouped.
  fileprivate var isNumberOfSomeone: Bool {
    let plain = unicodeScalars.filter { !" -+()（）\u{3000}".unicodeScalars.contains($0) }
    let digits = plain.filter { $0.properties.numericType != nil }
    return digits.count >= 7 && plain.count - digits.count <= 1
  }
}
