public import Registers
public import Reports
public import TargetEngine

extension ObjectList {
  /// The columns that an office has added to a register.
  public static func columns(
    _ columns: [FieldShape], of shape: RegisterShape, _ language: Language
  ) throws -> ObjectList {
    try Listing<FieldShape>(
      language,
      [
        ListColumn(Text("列名", "Column"), key: "column", as: "name", .fixed) { .text($0.name) },
        ListColumn(Text("现名", "Title"), key: "title") { .text($0.title(language)) },
        ListColumn(Text("内容", "Content"), key: "kind") {
          .coded($0.content(language) { $0.title(language) }, $0.kind.title(.en))
        },
      ]
    ).list(columns, title: shape.name.title(language))
  }
}
