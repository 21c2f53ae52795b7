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
    var known = Dictionary(try desk.ledger.indicators().map { ($0.code, $0) }) { a, _ in a }
    // Numbers follow the file's order, which is the order of reports; so ratios, whose parts may
    // follow them, are added when their parts are.
    var waiting = Array(drafts.indices)
    while !waiting.isEmpty {
      let ready = waiting.filter { index in
        let draft = drafts[index].draft
        return [draft.numerator, draft.denominator].allSatisfy { part in
          part.map { known[$0] != nil || places[$0] == nil || !waiting.contains(places[$0] ?? -1) }
            ?? true
        }
      }
      let batch = ready.isEmpty ? waiting : [ready[0]]
      for index in batch {
        try add(drafts[index].draft, drafts[index].place, &known, file)
      }
      waiting.removeAll { batch.contains($0) }
    }
    guard faults.isEmpty else { return }
    let records = RecordSession(desk, transaction)
    try records.post(to: drafts.compactMap { known[$0.draft.code] })
    try records.finish()
  }

  private func add(
    _ draft: IndicatorDraft, _ place: TablePlace, _ known: inout [String: Indicator],
    _ file: Int
  ) throws {
    do {
      if let there = known[draft.code], try draft.isDescribing(there, among: known) {
        files[file].unchanged += 1
        self.known.add(indicator: there.id)
        return
      }
      let indicator = try draft.indicator(among: known)
      known[indicator.code] = indicator
      guard faults.isEmpty else { return }
      known[indicator.code] = try transaction.add(indicator)
      files[file].new += 1
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
        .badChoice(word, allowed: words.keys.sorted()), at: header.place(column, row))
      return fallback
    }
    for column in [IndicatorColumn.id, .name, .kind] where OneLine.isBlank(text(column)) {
      faults.add(.missingValue(column.title.name), at: header.place(column, row))
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
