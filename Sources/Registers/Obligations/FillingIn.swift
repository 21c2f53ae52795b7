public import TargetEngine

/// What a record gets without anybody typing it.
extension RegisterShape {
  /// Whether any field has a default.
  public var hasDefaults: Bool { !defaults.isEmpty }

  /// Whether a field of the natural key has a default.
  public var hasKeyDefaults: Bool {
    keyFields.contains { key in
      fields[key].roles.contains(.today) || defaults.contains { $0.field == key }
    }
  }

  /// Lets the days and moments that a new record leaves out be those of writing.
  ///
  /// - Returns: the fields that were left out.
  public func fillToday(_ state: inout RecordState, _ now: Moment) -> [Int] {
    let open = fields.indices.filter {
      fields[$0].roles.contains(.today) && state.data[$0].isEmpty
    }
    for field in open {
      state.data[field] = fields[field].kind == .moment ? .moment(now) : .day(now.day)
    }
    return open
  }

  /// The fields of the natural key that no new record lacks.
  public var filledKeyFields: [Int] {
    keyFields.filter { field in
      fields[field].roles.contains(.required) || defaults.contains { $0.field == field }
    }
  }

  /// Fills in empty fields that have a default. A value that still equals the default of the old
  /// record is computed again; any other value stays.
  public func fillDefaults(
    _ state: inout RecordState, after old: RecordState?, _ others: any RecordReader
  ) throws {
    for (field, value) in defaults {
      let isReckoned =
        try state.data[field].isEmpty || old.map { try value($0, others) } == state.data[field]
      if isReckoned { state.data[field] = try value(state, others) }
    }
  }

  /// Keeps the first days of the fields that have such a keeper.
  ///
  /// - Parameter isTypo: the fields never had another value.
  public func keepFirsts(_ state: inout RecordState, after old: RecordState, isTypo: Bool) {
    for (kept, field) in firsts {
      let isFirst = state.data[kept].isEmpty
      let isCorrected =
        isTypo && state.data[field] != old.data[field] && old.data[kept] == old.data[field]
      guard isFirst || isCorrected else { continue }
      // A record from before there was a first day had the one that it has now.
      state.data[kept] = isTypo || old.data[field].isEmpty ? state.data[field] : old.data[field]
    }
  }
}
