public import TargetEngine

extension Indicator {
  /// The state that the journal keeps.
  var fields: FieldList { fields(decimals: Int64(decimals)) }

  /// - Parameter decimals: as its row has them, which `verify` compares.
  func fields(decimals: Int64) -> FieldList {
    var fields = FieldList()
    fields.add("code", code)
    fields.add("name", name)
    fields.add("measure", measure)
    fields.add("kind", kind.name)
    fields.add("decimals", decimals)
    fields.add("direction", direction.rawValue)
    if case .ratio(let numerator, let denominator) = kind {
      fields.add("numerator", numerator)
      fields.add("denominator", denominator)
    }
    return fields
  }

  init(id: IndicatorID, fields: FieldList) {
    let part = { (name: String) in fields[name].flatMap { Int64($0) } ?? 0 }
    self.init(
      id: id, code: fields["code"] ?? "", name: fields["name"] ?? "",
      kind: IndicatorKind(
        name: fields["kind"] ?? "", numerator: part("numerator"), denominator: part("denominator")),
      measure: fields["measure"] ?? "", decimals: Indicator.decimals(part("decimals")),
      direction: fields["direction"].flatMap { Direction(rawValue: $0) } ?? .more)
  }

  /// Clamps the stored value to `allowedDecimals`; `verify` reports the difference.
  private static func decimals(_ stored: Int64) -> Int {
    Int(min(max(stored, Int64(allowedDecimals.lowerBound)), Int64(allowedDecimals.upperBound)))
  }

  static let columns =
    "id, code, name, measure, kind, decimals, direction, numerator, denominator"

  init(_ row: any Statement) {
    self.init(
      id: row.int(0), code: row.text(1), name: row.text(2),
      kind: IndicatorKind(name: row.text(4), numerator: row.int(7), denominator: row.int(8)),
      measure: row.text(3), decimals: Indicator.decimals(row.int(5)),
      direction: Direction(rawValue: row.text(6)) ?? .more)
  }
}

extension Indicator {
  /// Whether a row has the words that would be written of the indicator that was read from it.
  func isAsWritten(_ row: any Statement) -> Bool {
    row.text(4) == kind.name && row.text(6) == direction.rawValue
  }
}

extension IndicatorKind {
  init(name: String, numerator: IndicatorID, denominator: IndicatorID) {
    switch name {
    case "stock": self = .stock
    case "ratio": self = .ratio(numerator: numerator, denominator: denominator)
    default: self = .flow
    }
  }
}

extension Ledger {
  /// Every indicator in the order of the catalogue, which is the order of their making.
  public func indicators() throws(StorageError) -> [Indicator] {
    var all = try connection.rows("SELECT \(Indicator.columns) FROM indicator ORDER BY id", []) {
      Indicator($0)
    }
    for place in all.indices {
      guard let code = defaultTargets[all[place].code] else { continue }
      all[place].defaultTarget = all.first { $0.code == code }?.id
    }
    return all
  }

  public func indicator(code: String) throws(StorageError) -> Indicator? {
    var found = try stored(code: code)
    if let planned = defaultTargets[code] { found?.defaultTarget = try stored(code: planned)?.id }
    return found
  }

  private func stored(code: String) throws(StorageError) -> Indicator? {
    try connection.first(
      "SELECT \(Indicator.columns) FROM indicator WHERE code = ?1", [.text(code)]
    ) { Indicator($0) }
  }
}

extension Transaction {
  /// Adds an indicator and returns it with its row. The caller has checked it.
  public func add(_ indicator: Indicator) throws(StorageError) -> Indicator {
    var indicator = indicator
    indicator.id = try nextID(in: .indicator)
    try insert(indicator)
    try record(Change(subject: .indicator, object: indicator.id, state: indicator.fields))
    return indicator
  }

  func insert(_ indicator: Indicator) throws(StorageError) {
    var parts: (numerator: IndicatorID?, denominator: IndicatorID?) = (nil, nil)
    if case .ratio(let numerator, let denominator) = indicator.kind {
      parts = (numerator, denominator)
    }
    try connection.run(
      "INSERT INTO indicator (\(Indicator.columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      [
        .int(indicator.id), .text(indicator.code), .text(indicator.name),
        .text(indicator.measure), .text(indicator.kind.name), .int(Int64(indicator.decimals)),
        .text(indicator.direction.rawValue), Value(parts.numerator), Value(parts.denominator),
      ])
  }
}
