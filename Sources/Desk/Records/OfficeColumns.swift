public import Registers
internal import Storage
internal import TargetEngine

extension Desk {
  /// Adds a column of the office's own to a register.
  ///
  /// - Parameter type: `text`, `int`, `money`, `day` or `bool`, or its Chinese word.
  public func addColumn(
    _ name: String, _ type: String, to shape: RegisterShape
  ) throws -> Written<FieldShape> {
    let name = name.trimmed
    let kinds = FieldKind.officeKinds
    let found =
      kinds.first { [$0.word, $0.kind.title.zh].contains(type) }
      ?? kinds.first { $0.kind.title.zh.hasPrefix(type) && !type.isEmpty }
    guard let kind = found?.kind else {
      throw DeskError.record(
        .unknownColumnType(
          type, types: kinds.map { ($0.word, $0.kind.title.zh) }.map { Text("\($1)（\($0)）", $0) }))
    }
    guard !name.isEmpty, !name.contains(where: { "=＝<>~!,，、 \n".contains($0) }) else {
      throw DeskError.record(.badColumnName(name))
    }
    guard shape.field(named: name) == nil, SystemColumn.named(name) == nil else {
      throw DeskError.record(.columnExists(name, register: shape.name.title))
    }
    let field = FieldShape(name: name, title: Text(name, name), kind: kind, roles: .office)
    return try write { transaction in
      try transaction.addColumn(field, to: shape)
      return field
    }
  }
}
