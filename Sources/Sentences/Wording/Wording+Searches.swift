internal import Desk
internal import Registers
internal import TargetEngine

/// What records are chosen by.
extension Wording {
  func noPlace(_ register: Text) -> String {
    self(
      "\(register.zh)没有所属单位这一列，不能用 --unit 筛选。请改用字段条件。",
      "\(register.en) has no unit of its own, so --unit cannot be used. Give conditions on fields."
    )
  }

  func containsNeedsText(_ field: Text) -> String {
    self(
      "“~”只能用于文字字段，\(field.zh)请用“=”。",
      "'~' looks for a part of a text; use '=' for \(field.en).")
  }

  var stageNeedsEqual: String {
    self(
      "阶段只能用“=”或“!=”筛选，几个阶段用逗号隔开。",
      "Stages are chosen with '=' or '!='; several are separated by commas.")
  }

  func notComparable(_ name: String) -> String {
    self(
      "不能按\(quote(name))筛选、排序或分组。请用字段或阶段。",
      "Records are not chosen or sorted by \(quote(name)). Use a field or the stage.")
  }

  func badCondition(_ text: String) -> String {
    self(
      "\(quote(text))不是条件。请写成 字段=内容；带 > 或 < 的条件要加引号，如 '预算>=1000'。",
      "\(quote(text)) is no condition. Write field=value; quote those with > or <, as in"
        + " 'budget>=1000'.")
  }

  func tooManyParts(_ most: Int) -> String {
    self(
      "条件和列一次最多 \(most) 个。请减少后重试。",
      "A question has at most \(most) conditions and columns. Leave some out.")
  }

  func longPart(_ most: Int) -> String {
    self(
      "“~”之后的文字太长，最多 \(most) 个字节。请只写其中有特点的一段。",
      "What '~' looks for is too long: at most \(most) bytes. Give a shorter part of it.")
  }
}
