internal import TargetEngine

extension MenuPage {
  /// What an office does once, and its copies.
  static var settingUp: MenuPage {
    let file = MenuQuestion("文件", "File", .newFile)
    return MenuPage(
      title: Text("设置和备份", "Set up and back up"),
      items: [
        MenuItem("新建数据库", "Make a new ledger", MenuForm("init").writing),
        MenuItem("添加一个单位", "Add a unit", .unit),
        MenuItem(
          "设定本单位", "Say which unit is your own",
          MenuForm("setting", "set", "unit", asking: [MenuQuestion("本单位", "Your own unit", .unit)])
            .writing),
        MenuItem("下达或调整任务数", "Set a target", .target),
        MenuItem("看全部设置", "Settings", MenuForm("setting", "list")),
        MenuItem("备份", "Back up", MenuForm("backup", asking: [file])),
        MenuItem("验证历史没有被改动", "Prove that history was not rewritten", MenuForm("verify")),
        MenuItem("密钥：保密内容由它加密", "Key that secrets are encrypted with", MenuForm("key", "create")),
        MenuItem("全部命令", "All commands", MenuForm("--help")),
      ])
  }
}

extension MenuForm {
  fileprivate static var unit: MenuForm {
    let kinds = UnitKind.allCases.map { kind in
      let title = kind.title(Session.current.language)
      return MenuAnswer.Choice(word: title, title: title)
    }
    return MenuForm(
      "unit", "add",
      asking: [
        MenuQuestion("编码", "Code", .text),
        MenuQuestion("--name", "名称", "Name", .text, isNeeded: true),
        MenuQuestion("--kind", "类型", "Kind", .one(of: kinds), isNeeded: true),
        MenuQuestion("--parent", "上级单位", "The unit above", .unit),
      ]
    ).writing
  }

  fileprivate static var target: MenuForm {
    MenuForm(
      "target", "set",
      asking: [
        MenuQuestion("指标", "Indicator", .indicator()),
        MenuQuestion("任务数", "Target", .amount),
        MenuQuestion("--unit", "单位", "Unit", .unit, isNeeded: true),
        MenuQuestion("--year", "年度", "Year", .year),
        MenuQuestion("--effective", "生效日", "In force from", .day),
        MenuQuestion("--document", "文号", "Document number", .text),
      ]
    ).writing
  }
}
