public import Registers
internal import TargetEngine

extension Field {
  /// The number of the document that a record rests on.
  ///
  ///     static let fields: [Field<Project>] = [.documentNo(\.documentNo)]
  public static func documentNo(
    _ path: any WritableKeyPath<Record, String> & Sendable
  ) -> Field<Record> {
    let shape = FieldShape.documentNo
    return Field(
      shape.name, path, zh: shape.title.zh, en: shape.title.en, shape.roles, names: shape.names)
  }
}

extension FieldShape {
  /// The number of the document that something rests on.
  public static let documentNo = FieldShape(
    name: "document-no", title: Text("文号", "Document no."), kind: .text, roles: .documentNumber,
    names: Document.id)
}
