import TargetEngine

/// What the second shell is to answer. JSON is the same in every language.
enum ExpectedPages {
  static func page(_ language: Language) -> SecondShell.Page {
    SecondShell.Page(
      records: records(language), recordsAsJSON: recordsAsJSON, report: report(language),
      reportAsJSON: reportAsJSON, refusal: refusal(language))
  }

  private static func records(_ language: Language) -> String {
    switch language {
    case .zh:
      """
      | 记录号 | 建设机构 | 计划年度 | 机构类型 | 预算 | 评估日期 | 达标日期 | 阶段 |
      | :-- | :-- | --: | :-- | --: | :-- | :-- | :-- |
      | WEBS-1 | 洪林镇卫生院 | 2021 | 社区卫生服务中心 | 20000.00 | 2021-06-01 | 2021-06-28 | 达标 |

      """
    case .en:
      """
      | Record | Facility | Plan year | Kind | Budget | Assessed on | Accepted on | Stage |
      | :-- | :-- | --: | :-- | --: | :-- | :-- | :-- |
      | WEBS-1 | 洪林镇卫生院 | 2021 | Community health centre | 20000.00 | 2021-06-01 | 2021-06-28 | Accepted |

      """
    }
  }

  private static let recordsAsJSON = """
    [{"id":"WEBS-1","register":"clinics.project","stage":"accepted",\
    "facility":{"code":"341802105001","name":"洪林镇卫生院"},"year":2021,"kind":"healthCentre",\
    "ownership":null,"funding":null,"budget":20000,"assessed-on":"2021-06-01",\
    "accepted-on":"2021-06-28","relapsed-on":null,"removed-on":null,"document-no":null,\
    "moves":[{"stage":"assessed","on":"2021-06-01"},{"stage":"accepted","on":"2021-06-28"}],\
    "note":"","removed":false}]
    """

  private static func report(_ language: Language) -> String {
    switch language {
    case .zh:
      """
      # 2021年6月重点工作任务完成情况表

      单位：宣州区 　截止：2021-06-30

      | 指标 | 单位 | 任务数 | 本月 | 累计 | 完成率 | 序时 | 差值 | 上月 | 上年同期 | 状态 |
      | :-- | :-- | --: | --: | --: | --: | --: | --: | --: | --: | :-- |
      | 标准化建设达标 | 个 | 8 | 1 | 1 | 13% | 50% | -37.5 | 0 | — | ■ 滞后 |

      填报人：____  审核人：____  负责人：____  电话：____ 　校验码：{head}

      """
    case .en:
      """
      # Completion of tasks, 2021-06

      Unit: 宣州区 　As of: 2021-06-30

      | Indicator | Measure | Target | Month | To date | Rate | Pace | Ahead | Last month | Year ago | Status |
      | :-- | :-- | --: | --: | --: | --: | --: | --: | --: | --: | :-- |
      | Projects accepted | 个 | 8 | 1 | 1 | 13% | 50% | -37.5 | 0 | — | ■ Behind |

      Prepared by: ____  Reviewed by: ____  Responsible: ____  Phone: ____ 　Ledger head: {head}

      """
    }
  }

  private static let reportAsJSON = """
    {"report":"monthly","version":1,"head":"{head}","month":"2021-06","asOf":"2021-06-30",\
    "closed":false,"unit":{"code":"341802","name":"宣州区"},"lines":[{"indicator":"clinics.accepted",\
    "year":2021,"name":"标准化建设达标","measure":"个","kind":"flow","target":8,"targetSource":"own",\
    "month":1,"actual":1,"rate":0.125,"pace":0.5,"status":"behind","gap":7,\
    "neededPerMonth":1.166667,"forecast":2,"previousMonth":0,"sameMonthLastYear":null,\
    "corrected":0}],"carried":[]}
    """

  private static func refusal(_ language: Language) -> String {
    switch language {
    case .zh: "没有“nowhere”这个单位。请运行 taizhang unit list 查看全部单位。"
    case .en: "There is no unit 'nowhere'. Run 'taizhang unit list' for all units."
    }
  }
}
