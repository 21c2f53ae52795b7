public import Database
internal import Journal
internal import Registers
public import TargetEngine

extension Indicator {
  /// The state that the journal keeps.
  var fields: FieldList {
    fields(decimals: Int64(decimals), firstMonth: Int64(firstMonth))
  }

  /// The state of a row with the numbers that it has, which `verify` compares.
  static func fields(_ row: any Statement) -> FieldList {
    Indicator(row).fields(decimals: row.int(5), firstMonth: row.int(10))
  }

  /// What an indicator of an earlier version could not have is left out where it has none.
  private func fields(decimals: Int64, firstMonth: Int64) -> FieldList {
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
    if !nameEn.isEmpty { fields.add("name-en", nameEn) }
    if firstMonth != 1 { fields.add("first-month", firstMonth) }
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
    nameEn = fields["name-en"] ?? ""
    firstMonth = Indicator.firstMonth(fields["first-month"].flatMap { Int64($0) } ?? 1)
  }

  /// Clamps the stored value to `allowedDecimals`; `verify` reports the difference.
  private static func decimals(_ stored: Int64) -> Int {
    Int(min(max(stored, Int64(allowedDecimals.lowerBound)), Int64(allowedDecimals.upperBound)))
  }

  /// No year begins in another month than these, whatever a row says.
  fileprivate static func firstMonth(_ stored: Int64) -> Int {
    let months = PlanYear.firstMonths
    return Int(min(max(stored, Int64(months.lowerBound)), Int64(months.upperBound)))
  }

  static let columns =
    "id, code, name, measure, kind, decimals, direction, numerator, denominator, name_en,"
    + " first_month"

  init(_ row: any Statement) {
    self.init(
      id: row.int(0), code: row.text(1), name: row.text(2),
      kind: IndicatorKind(name: row.text(4), numerator: row.int(7), denominator: row.int(8)),
      measure: row.text(3), decimals: Indicator.decimals(row.int(5)),
      direction: Direction(rawValue: row.text(6)) ?? .more)
    nameEn = row.text(9)
    firstMonth = Indicator.firstMonth(row.int(10))
  }

  /// With what a module declares of it.
  ///
  /// - Parameter find: an indicator's row by its code.
  mutating func complete(
    _ declared: IndicatorDeclaration, _ find: (String) throws(StorageError) -> IndicatorID?
  ) throws(StorageError) {
    isPart = declared.isPart
    defaultPace = declared.defaultPace
    // Databases of earlier versions have one name only.
    if nameEn.isEmpty, [declared.name.zh, declared.formerName].contains(name) {
      nameEn = declared.name.en
    }
    switch declared.defaultTarget {
    case .flow(let code): defaultTarget = try find(code).map { .flow($0) }
    case .units(let kind): defaultTarget = .units(kind)
    case .amount(let amount): defaultTarget = .amount(amount)
    case nil: break
    }
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

extension Indicator {
  fileprivate var isRatio: Bool { if case .ratio = kind { true } else { false } }
}

extension Ledger {
  /// The transaction that added an indicator first.
  public func added(_ indicator: IndicatorID) throws(StorageError) -> Int64? {
    let seq =
      try connection.first(
        "SELECT MIN(seq) FROM change WHERE subject = 'indicator' AND object = ?1", [.int(indicator)]
      ) { $0.optionalInt(0) } ?? nil
    guard let seq else { return nil }
    return try transaction(ofChange: seq)
  }

  /// Every indicator in the order of the catalogue, which is the order of their making.
  public func indicators() throws(StorageError) -> [Indicator] {
    var all = try connection.rows("SELECT \(Indicator.columns) FROM indicator ORDER BY id", []) {
      Indicator($0)
    }
    let stored = all
    // Figures of a ratio are those of its parts, which a ratio among them would make endless.
    let ratios = Set(all.filter(\.isRatio).map(\.id))
    if let wrong = all.first(where: { $0.isRatio && !ratios.isDisjoint(with: $0.sources) }) {
      throw .damaged(detail: "indicator \(wrong.code)")
    }
    for place in all.indices {
      guard let declared = declaredIndicators[all[place].code] else { continue }
      try all[place].complete(declared) { code in stored.first { $0.code == code }?.id }
    }
    return all
  }

  public func indicator(code: String) throws(StorageError) -> Indicator? {
    var found = try stored(code: code)
    if let declared = declaredIndicators[code] {
      try found?.complete(declared) { (code) throws(StorageError) in try stored(code: code)?.id }
    }
    return found
  }

  /// The month in which an indicator's plan years begin.
  func firstMonth(of indicator: IndicatorID) throws(StorageError) -> Int {
    try connection.first("SELECT first_month FROM indicator WHERE id = ?1", [.int(indicator)]) {
      Indicator.firstMonth($0.int(0))
    } ?? 1
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
    try journal.record(Change(subject: .indicator, object: indicator.id, state: indicator.fields))
    return indicator
  }

  func insert(_ indicator: Indicator) throws(StorageError) {
    var parts: (numerator: IndicatorID?, denominator: IndicatorID?) = (nil, nil)
    if case .ratio(let numerator, let denominator) = indicator.kind {
      parts = (numerator, denominator)
    }
    try connection.run(
      "INSERT INTO indicator (\(Indicator.columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
        + " ?11)",
      [
        .int(indicator.id), .text(indicator.code), .text(indicator.name),
        .text(indicator.measure), .text(indicator.kind.name), .int(Int64(indicator.decimals)),
        .text(indicator.direction.rawValue), Value(parts.numerator), Value(parts.denominator),
        .text(indicator.nameEn), Value(indicator.firstMonth),
      ])
  }
}
