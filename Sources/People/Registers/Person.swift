public import Registers
public import TargetEngine

/// 人员: everyone whom another list names, typed once. Source: `registers.md`, "people".
public struct Person: Register {
  public static let name = RegisterName("people", "person", zh: "人员", en: "Person")

  public var name = ""
  public var sex: Sex?
  public var bornOn: Day?
  /// Where the person belongs; with the name it tells people apart.
  public var unit: UnitReference?
  public var moves = Moves<Listed>()

  public init() {}

  public static let fields: [Field<Person>] = [
    Field("name", \.name, zh: "姓名", en: "Name", [.required, .key]),
    Field("sex", \.sex, zh: "性别", en: "Sex"),
    Field("born-on", \.bornOn, zh: "出生日期", en: "Born on"),
    Field("unit", \.unit, zh: "所在单位", en: "Unit", [.key, .place]),
  ]

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
