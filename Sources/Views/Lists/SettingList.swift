public import Desk
public import Reports
public import TargetEngine

extension ObjectList {
  /// The office's settings.
  public static func settings(
    _ settings: [(setting: Setting, value: String?)], _ language: Language
  ) throws -> ObjectList {
    try Listing<(setting: Setting, value: String?)>(
      language,
      [
        ListColumn(Phrase.setting.text, key: "setting", .fixed) { .text($0.setting.rawValue) },
        .inTable(Phrase.name.text, key: "title") { .text($0.setting.title(language)) },
        ListColumn(Phrase.value.text, key: "value") { .text($0.value) },
      ]
    ).list(settings)
  }
}
