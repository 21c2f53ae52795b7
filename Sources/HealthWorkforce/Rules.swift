internal import Registers
internal import TargetEngine

extension Rule {
  static let probation = Rule(
    "workforce.probation", zh: "聘用试用期", en: "Probation of hires",
    [
      RuleVersion(
        12, .months, since: (2014, 7, 1), citation: "《事业单位人事管理条例》第十三条", .checked)
    ])

  static let publicity = Rule(
    "workforce.publicity", zh: "拟聘人员公示期", en: "Publicity of hires",
    [
      RuleVersion(
        7, .days, since: (2006, 1, 1), citation: "《事业单位公开招聘人员暂行规定》第二十三条", .checked)
    ])
}
