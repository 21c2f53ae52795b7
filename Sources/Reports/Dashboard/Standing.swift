public import TargetEngine

/// Where the registers of a module stand: how many records at which stage, and what is due.
public struct Standing: Sendable {
  public struct Stages: Sendable {
    public var register: String
    public var title: Text
    /// In their usual order, without those that have none.
    public var counts: [(stage: String, title: Text, count: Int64)]

    public init(
      register: String, title: Text, counts: [(stage: String, title: Text, count: Int64)]
    ) {
      self.register = register
      self.title = title
      self.counts = counts
    }
  }

  public var module: String
  public var registers: [Stages]
  public var punctuality: Punctuality
  /// Years without holidays, so that what depends on their working days is not counted.
  public var unknownYears: [Int] = []
  /// Of the module's forms; nil where nothing is owed and nothing waits.
  public var forms: FormsStanding?

  public init(module: String, registers: [Stages] = [], punctuality: Punctuality = Punctuality()) {
    self.module = module
    self.registers = registers
    self.punctuality = punctuality
  }

  /// Whether there is nothing to say.
  public var isEmpty: Bool {
    registers.isEmpty && punctuality == Punctuality() && unknownYears.isEmpty && forms == nil
  }

  var json: JSONValue {
    .object(fields + (forms.map { [("forms", $0.json)] } ?? []))
  }

  private var fields: [(String, JSONValue)] {
    [
      ("module", .string(module)),
      (
        "registers",
        .array(
          registers.map { stages in
            .object([
              ("register", .string(stages.register)),
              (
                "stages",
                .array(
                  stages.counts.map {
                    .object([("stage", .string($0.stage)), ("count", .integer($0.count))])
                  })
              ),
            ])
          })
      ),
      (
        "due",
        .object([
          ("open", .integer(Int64(punctuality.open))),
          ("missed", .integer(Int64(punctuality.missed))),
          ("due", .integer(Int64(punctuality.due))),
          ("onTime", .integer(Int64(punctuality.onTime))),
          ("rate", JSONValue(punctuality.preciseRate)),
          ("unknownHolidays", .array(unknownYears.map { .integer(Int64($0)) })),
        ])
      ),
    ]
  }
}

extension Standing {
  /// 应办：待办 3 · ■ 逾期未办 2 · 按时率 80%（8/10）, part by part; none when nothing was ever due.
  func duties(_ language: Language, decimals: Int) -> [String] {
    var parts: [String] = []
    if punctuality.open > 0 {
      parts.append("\(DueStatus.open.title(language)) \(punctuality.open)")
    }
    if punctuality.missed > 0 {
      parts.append(
        Cell.light("\(DueStatus.missed.title(language)) \(punctuality.missed)", .red).printed)
    }
    if let percent = punctuality.percent(decimals: decimals) {
      let counts = "\(punctuality.onTime)/\(punctuality.due)"
      parts.append(
        Text("按时率 \(percent)%（\(counts)）", "on time \(percent)% (\(counts))")(language))
    }
    return parts
      + unknownYears.map {
        Text("\($0) 年节假日未定，有关事项未计", "\($0): holidays not known, not all is counted")(language)
      }
  }

  /// What each line says: its label, and its parts.
  func lines(_ language: Language, decimals: Int) -> [(label: String, parts: [String])] {
    let stages = registers.map { stages in
      (stages.title(language), stages.counts.map { "\($0.title(language)) \($0.count)" })
    }
    let duties = duties(language, decimals: decimals)
    let owed = forms.map {
      [(DashboardWord.forms(language), $0.parts(language, decimals: decimals))]
    }
    return stages + (duties.isEmpty ? [] : [(DashboardWord.duties(language), duties)])
      + (owed ?? [])
  }
}
