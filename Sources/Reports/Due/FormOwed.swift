public import TargetEngine

/// Who still owes a form for a period: what a line of things due says of it.
public struct FormOwed: Sendable {
  public var form: String
  public var period: String
  /// By what time of the due day, `18:30`; nil for the whole day.
  public var time: String?
  public var status = DueStatus.open
  /// How many units owe it, or have sent it.
  public var owed: Int
  /// Those that have sent nothing.
  public var missing = NamedUnits()
  /// Those whose answer was returned.
  public var returned = NamedUnits()

  public init(form: String, period: String, owed: Int) {
    self.form = form
    self.period = period
    self.owed = owed
  }

  /// 未报 4 个单位（洪林镇、水阳镇、沈村镇等），退回待改 1 个单位（孙埠镇）; of one unit without its name, which stands
  /// beside it. Empty where all have sent it.
  func sentence(_ language: Language) -> String {
    let isOne = missing.count + returned.count == 1
    let end = time.map { Text("\($0) 截止", "by \($0)")(language) }
    let open = status == .missed ? Text("未报", "not sent") : Text("待报", "to be sent")
    let parts = [
      end, part(missing, open, isOne, language),
      part(returned, Text("退回待改", "to be sent again"), isOne, language),
    ].compactMap { $0 }
    return parts.joined(separator: Text("，", ", ")(language))
  }

  private func part(
    _ units: NamedUnits, _ word: Text, _ isOne: Bool, _ language: Language
  ) -> String? {
    if units.count == 0 { return nil }
    if isOne { return word(language) }
    let names = units.sentence(language)
    return Text(
      "\(word.zh) \(units.count) 个单位（\(names)）",
      "\(word.en) by \(units.count) unit\(units.count == 1 ? "" : "s") (\(names))")(
        language)
  }

  var json: JSONValue {
    .object([
      ("code", .string(form)), ("period", .string(period)), ("owed", JSONValue(owed)),
      ("missing", JSONValue(missing.count)), ("returned", JSONValue(returned.count)),
    ])
  }
}
