public import Registers
internal import Storage
internal import TargetEngine

/// Columns of the office's own: they are in lists, files and histories, and post nothing.
extension Desk {
  /// Those of a register, in the order in which they were added.
  public func columns(of shape: RegisterShape) -> [FieldShape] {
    shape.fields.filter { $0.roles.contains(.office) }
  }

  /// Adds a column to a register.
  ///
  /// - Parameter type: `text`, `int`, `money`, `day` or `bool`, or its Chinese word; or the values of a choice:
  ///   `choice:大,小`; or how many decimals a number has: `decimal:2`.
  public func addColumn(
    _ name: String, _ type: String, to shape: RegisterShape
  ) throws -> Written<FieldShape> {
    let kind = try FieldKind(officeType: type)
    let name = try freeName(name, in: shape)
    let field = FieldShape(name: name, title: Text(name, name), kind: kind, roles: .office)
    return try write { transaction in
      try transaction.setColumn(field, of: shape)
      return field
    }
  }

  /// Gives a column another title. Under its former name it is still found.
  public func renameColumn(
    _ name: String, to title: String, in shape: RegisterShape
  ) throws -> Written<FieldShape> {
    let old = try column(name, of: shape)
    let title = title == old.name ? title : try freeName(title, in: shape)
    let field = FieldShape(
      name: old.name, title: Text(title, title), kind: old.kind, roles: old.roles)
    return try write { transaction in
      try transaction.setColumn(field, of: shape)
      return field
    }
  }

  /// Takes away a column in which no record has a value.
  ///
  /// - Throws: `DeskError.undo(.neededBy)` with the transaction that gave a record a value.
  public func removeColumn(
    _ name: String, of shape: RegisterShape
  ) throws -> Written<FieldShape> {
    let field = try column(name, of: shape)
    do {
      return try write { transaction in
        try transaction.removeColumn(field, of: shape)
        return field
      }
    } catch UndoFault.neededBy(let transaction) {
      throw DeskError.record(.usedColumn(name, transaction: transaction))
    }
  }

  private func column(_ name: String, of shape: RegisterShape) throws -> FieldShape {
    let own = columns(of: shape)
    guard let field = own.first(where: { $0.isNamed(name.trimmed) }) else {
      throw DeskError.record(
        .unknownField(
          name, register: shape.name.title,
          suggestions: Suggestions.nearest(to: name, in: own.map(\.name))))
    }
    return field
  }

  private func freeName(_ text: String, in shape: RegisterShape) throws -> String {
    let name = text.trimmed
    guard !name.isEmpty, !name.contains(where: { "=＝<>~!,，、 \n".contains($0) }) else {
      throw DeskError.record(.badColumnName(name))
    }
    let title = HeaderTitle(name)
    guard title.scale == nil, !title.saysNothing, !RegisterShape.isOwnName(name) else {
      throw DeskError.record(.badColumnName(name))
    }
    // A file's header may be read without what decorates it.
    for name in [name, title.plain] where !isFree(name, in: shape) {
      throw DeskError.record(.columnExists(name, register: shape.name.title))
    }
    return name
  }

  private func isFree(_ name: String, in shape: RegisterShape) -> Bool {
    shape.field(named: name) == nil && SystemColumn.named(name) == nil
      && shape.history(named: name) == nil
  }
}

extension FieldKind {
  /// - Throws: `RecordFault.unknownColumnType`.
  fileprivate init(officeType type: String) throws {
    let kinds = FieldKind.officeKinds
    if let kind = FieldKind.choice(of: type) ?? FieldKind.decimal(of: type) {
      self = kind
      return
    }
    let found =
      kinds.first { [$0.word, $0.kind.title.zh].contains(type) }
      ?? kinds.first { $0.kind.title.zh.hasPrefix(type) && !type.isEmpty }
    guard let kind = found?.kind else {
      throw DeskError.record(
        .unknownColumnType(
          type,
          types: kinds.map { ($0.word, $0.kind.title.zh) }.map { Text("\($1)（\($0)）", $0) }
            + [
              Text("固定位数的小数（decimal:1 至 decimal:4）", "decimal:1 to decimal:4"),
              Text("选项（choice:甲,乙）", "choice:A,B"),
            ]))
    }
    self = kind
  }

  /// A number by its decimals: `decimal:2` or `小数：2`.
  private static func decimal(of type: String) -> FieldKind? {
    let halves = type.split(maxSplits: 1) { ":：".contains($0) }
    guard halves.count == 2, ["decimal", "小数"].contains(String(halves[0])) else { return nil }
    return FieldKind(officePlaces: halves[1])
  }

  /// A choice by its values: `choice:大,小` or `选项：大、小`. At least two, none of which is another.
  private static func choice(of type: String) -> FieldKind? {
    let halves = type.split(maxSplits: 1) { ":：".contains($0) }
    guard halves.count == 2, ["choice", "选项"].contains(String(halves[0])) else { return nil }
    let values = halves[1].split { ",，、;；".contains($0) }.map { String($0).trimmed }
    guard values.count > 1, Set(values.map { $0.lowercased() }).count == values.count,
      !values.contains(where: { $0.isEmpty || $0.contains("/") || $0.contains(" ") })
    else { return nil }
    return .choice(values.map { Choice(name: $0, title: Text($0, $0)) })
  }
}
