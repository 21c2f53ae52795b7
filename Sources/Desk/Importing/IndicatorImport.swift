internal import OfficeFiles
internal import Storage
public import TargetEngine

extension ImportSession {
  /// Adds a file's indicators, but for those that are there already as it has them; a ratio may name
  /// parts that stand further down.
  func importIndicators(_ table: any TableSource) throws {
    let file = begin(table, .core(.indicators))
    var drafts: [(place: TablePlace, draft: IndicatorDraft)] = []
    var places: [String: Int] = [:]
    try rows(of: table, file) { row, header in
      guard let draft = draft(row, header) else { return }
      let place = header.place(.id, row)
      if let first = places[draft.code] {
        faults.add(
          .repeatedCode(draft.code, firstLine: drafts[first].place.line), at: place)
        return
      }
      places[draft.code] = drafts.count
      drafts.append((place, draft))
    }
    var known = KnownIndicators(try desk.ledger.indicators())
    // Numbers follow the file's order, which is the order of reports.
    let parts = drafts.map { [$0.draft.numerator, $0.draft.denominator].compactMap { $0 } }
      .map { $0.filter { known.byCode[$0] == nil }.compactMap { places[$0] } }
    for index in ImportSession.order(of: parts) {
      try add(drafts[index].draft, drafts[index].place, &known, file)
    }
    guard faults.isEmpty else { return }
    let records = RecordSession(desk, transaction)
    try records.post(to: drafts.compactMap { known.byCode[$0.draft.code] })
    try records.finish()
  }

  /// The order of rows in which parts come before what they are parts of: that of the file, but for ratios whose parts
  /// stand further down, which come as soon as these have.
  ///
  /// - Parameter parts: by row, the rows that are its parts.
  private static func order(of parts: [[Int]]) -> [Int] {
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: parts.count)
    var waiting: [Int: [Int]] = [:]
    for row in parts.indices {
      var next = [row]
      while let index = next.popLast() {
        if let missing = parts[index].first(where: { !isPlaced[$0] }) {
          waiting[missing, default: []].append(index)
          continue
        }
        order.append(index)
        isPlaced[index] = true
        next += (waiting.removeValue(forKey: index) ?? []).reversed()
      }
    }
    return order + parts.indices.filter { !isPlaced[$0] }
  }

  private func add(
    _ draft: IndicatorDraft, _ place: TablePlace, _ known: inout KnownIndicators, _ file: Int
  ) throws {
    do {
      if let there = known.byCode[draft.code],
        try draft.isDescribing(there, among: known.byCode)
      {
        files[file].unchanged += 1
        self.known.add(indicator: there.id)
        return
      }
      let indicator = try draft.indicator(among: known.byCode)
      try known.names.expectFree(for: indicator)
      known.add(faults.isEmpty ? try transaction.add(indicator) : indicator)
      if faults.isEmpty { files[file].new += 1 }
    } catch let error as DeskError {
      faults.add(.rule(error), at: place)
    }
  }

  private func draft(
    _ row: borrowing TableRow, _ header: FileHeader<IndicatorColumn>
  ) -> IndicatorDraft? {
    let before = faults.count
    func text(_ column: IndicatorColumn) -> String { header.text(column, row) }
    func choice<Value>(
      _ column: IndicatorColumn, _ words: [String: Value], _ fallback: Value
    ) -> Value {
      let word = text(column)
      if word.isEmpty { return fallback }
      if let value = words[word.lowercased()] { return value }
      faults.add(
        .badChoice(word, allowed: words.keys.sorted().map { Text($0, $0) }),
        at: header.place(column, row))
      return fallback
    }
    for column in [IndicatorColumn.id, .name, .kind] where OneLine.isBlank(text(column)) {
      faults.add(.missingValue(column.title.text), at: header.place(column, row))
    }
    let kind = choice(.kind, IndicatorWords.kinds, "flow")
    let direction = choice(.direction, IndicatorWords.directions, Direction.more)
    let places = Dictionary(uniqueKeysWithValues: (0...4).map { ("\($0)", $0) })
    let decimals = choice(.decimals, places, 0)
    let months = Dictionary(
      uniqueKeysWithValues: PlanYear.firstMonths.flatMap { [("\($0)", $0), ("\($0)月", $0)] })
    let firstMonth = text(.firstMonth).isEmpty ? nil : choice(.firstMonth, months, 1)
    guard faults.count == before else { return nil }
    var draft = IndicatorDraft(
      code: text(.id), name: text(.name), kind: kind, measure: text(.measure),
      decimals: decimals, direction: direction,
      numerator: text(.numerator).isEmpty ? nil : text(.numerator),
      denominator: text(.denominator).isEmpty ? nil : text(.denominator))
    (draft.nameEn, draft.firstMonth) = (text(.nameEn), firstMonth)
    return draft
  }
}

/// The words of files for an indicator's kind and direction.
public enum IndicatorWords {
  /// The kinds of indicator by the words for them in both languages.
  public static let kinds = [
    "flow": "flow", "累计": "flow", "流量": "flow", "stock": "stock", "时点": "stock",
    "存量": "stock", "ratio": "ratio", "比率": "ratio", "比例": "ratio",
  ]
  /// The directions by the words for them in both languages.
  public static let directions: [String: Direction] = [
    "more": .more, "越多越好": .more, "正向": .more, "less": .less, "越少越好": .less, "反向": .less,
    "控制": .less,
  ]
}
