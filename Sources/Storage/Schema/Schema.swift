internal import Database
internal import Registers
internal import TargetEngine

/// The tables, as frozen text: a released step is never edited, a change is a new step.
///
/// Days are 20210628, months 202106, amounts the indicator's smallest unit; text is UTF-8.
enum Schema {
  /// The core's steps, then those of the registers.
  static func steps(_ registers: [RegisterSlot]) -> [SchemaStep] {
    let tables = registers.map { slot in Once { RegisterTable(slot.shape()) } }
    return [
      SchemaStep(id: "core.1", ddl: core1), SchemaStep(id: "core.2", ddl: core2),
      SchemaStep(id: "core.3", ddl: core3), SchemaStep(id: "core.4", ddl: core4),
      SchemaStep(id: "core.5", ddl: core5, AliasLines.rewrite),
      SchemaStep(id: "core.6", ddl: core6, AliasLines.rewriteEmpty),
    ] + zip(registers, tables).flatMap { steps($0, $1) } + [comparedForms(tables)]
  }

  /// The steps of a register's table: those of its first versions, the two that were taken later of all
  /// registers at once, and those of the versions since.
  private static func steps(_ slot: RegisterSlot, _ table: Once<RegisterTable>) -> [SchemaStep] {
    let step = { (name: String, ddl: @escaping @Sendable (RegisterTable) -> String) in
      let text = Once { ddl(table.value) }
      return SchemaStep(id: "\(slot.id).\(name)", derived: { text.value })
    }
    let versions = (1...max(slot.version, 1)).map { version in
      step("\(version)") { $0.step(version) }
    }
    let before = RegisterTable.versionCompared(slot.id)
    return versions.prefix(before) + [step("thin", \.thinning), step("compared", \.comparing)]
      + versions.dropFirst(before)
  }

  /// The forms in which names are compared, made again whenever they are made otherwise.
  private static func comparedForms(_ tables: [Once<RegisterTable>]) -> SchemaStep {
    SchemaStep("names", version: ComparedName.version) { connection throws(StorageError) in
      try ComparedUnitNames.rewrite(connection)
      for table in tables { try table.value.compareNames(connection) }
    }
  }

  /// Which register a record belongs to, which entries records posted, and which units have ever
  /// told an indicator by list.
  private static let core2 = """
    CREATE TABLE record (id {id}, register TEXT NOT NULL) {table};
    CREATE INDEX entry_source ON entry (source) WHERE source <> '';
    CREATE INDEX journal_change ON journal (first_change) WHERE changes > 0;
    CREATE TABLE listed (
      unit {int} NOT NULL, indicator {int} NOT NULL, PRIMARY KEY (unit, indicator)
    ) {clustered};
    """

  /// Texts of changes that lie beside the chain, the keys of records' secrets, and the key of those.
  private static let core3 = """
    CREATE TABLE change_text (seq {id}, salt {bytes} NOT NULL, body TEXT NOT NULL) {table};
    CREATE TABLE record_key (record {id}, wrapped {bytes} NOT NULL) {table};
    CREATE TABLE master_key (
      id {id}, kind TEXT NOT NULL, salt {bytes} NOT NULL, rounds {int} NOT NULL,
      wrapped {bytes} NOT NULL
    ) {table};
    """

  /// Of how many things in a row a change tells, and by number the record that posted an entry. Which
  /// register a record belongs to its changes say.
  private static let core4 = """
    ALTER TABLE change ADD COLUMN extent {int} NOT NULL DEFAULT 1;
    DROP TABLE record;
    ALTER TABLE entry ADD COLUMN record {int};
    UPDATE entry SET record = CAST(substr(source, 8) AS {int}), source = ''
      WHERE source LIKE 'record:%';
    CREATE INDEX entry_record ON entry (record) WHERE record IS NOT NULL;
    """

  /// `AliasLines.rewrite` does what SQL cannot.
  private static let core5 = "-- Former names of units are escaped, one a line."

  private static let core6 = [levels, planYears, emptyNames, importSalts, closedNotes, forms]
    .joined(separator: "\n")

  /// The level entries of a place, in the order in which they were made.
  private static let levels = """
    CREATE INDEX entry_level ON entry (unit, indicator, seq)
      WHERE source >= 'level' AND source < 'levem';
    """

  /// `AliasLines.rewriteEmpty` does what SQL cannot.
  private static let emptyNames = "-- A former name that is empty has a line."

  /// The salts of the digests of files with secret or personal columns.
  private static let importSalts = """
    CREATE TABLE import_salt (imported {id}, salt {bytes} NOT NULL) {table};
    """

  /// The notes under the lines that a closing froze; `seq` is their order, and a year of 0 stands for
  /// a note that is about all of an indicator's lines.
  private static let closedNotes = """
    CREATE TABLE closed_note (
      tx {int} NOT NULL, unit {int} NOT NULL, seq {int} NOT NULL, part {int} NOT NULL,
      year {int} NOT NULL, indicator {int} NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (tx, unit, seq)
    ) {clustered};
    """

  /// The month in which an indicator's plan years begin, its English name, and what lines looked like
  /// on paper when a month was closed.
  private static let planYears = """
    ALTER TABLE indicator ADD COLUMN name_en TEXT NOT NULL DEFAULT '';
    ALTER TABLE indicator ADD COLUMN first_month {int} NOT NULL DEFAULT 1;
    ALTER TABLE closing ADD COLUMN form {int} NOT NULL DEFAULT 1;
    """

  /// Forms, who is excused, what was asked once, and what units send: decision 0040.
  private static let forms = """
    CREATE TABLE form (id {id}, code TEXT NOT NULL UNIQUE, body TEXT NOT NULL) {table};
    CREATE TABLE exemption (
      id {id}, form {int} NOT NULL, unit {int} NOT NULL, since {int} NOT NULL, until {int},
      reason TEXT NOT NULL, UNIQUE (form, unit, since)
    ) {table};
    CREATE INDEX exemption_unit ON exemption (unit);
    CREATE TABLE asking (
      id {id}, form {int} NOT NULL, period TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (form, period)
    ) {table};
    CREATE TABLE submission (
      id {id}, form {int} NOT NULL, period TEXT NOT NULL, unit {int} NOT NULL, day {int} NOT NULL,
      state TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (form, period, unit)
    ) {table};
    CREATE INDEX submission_day ON submission (form, day);
    CREATE INDEX submission_unit ON submission (unit);
    """

  private static let months = (1...12).map { "m\($0 < 10 ? "0" : "")\($0)" }
  static let monthColumns = months

  private static let core1 = """
    CREATE TABLE identity (name TEXT PRIMARY KEY, value TEXT NOT NULL) {table};

    CREATE TABLE journal (
      tx {id}, version {int} NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL,
      command TEXT NOT NULL, reason TEXT NOT NULL, reverses {int} NOT NULL,
      first_change {int} NOT NULL, changes {int} NOT NULL,
      first_target {int} NOT NULL, targets {int} NOT NULL,
      first_entry {int} NOT NULL, entries {int} NOT NULL,
      first_line {int} NOT NULL, lines {int} NOT NULL,
      hash {bytes} NOT NULL
    ) {table};
    CREATE INDEX journal_entry ON journal (first_entry) WHERE entries > 0;
    CREATE INDEX journal_target ON journal (first_target) WHERE targets > 0;
    CREATE INDEX journal_reverses ON journal (reverses) WHERE reverses > 0;

    CREATE TABLE change (
      seq {id}, subject TEXT NOT NULL, object {int} NOT NULL, body TEXT NOT NULL
    ) {table};
    CREATE INDEX change_object ON change (subject, object, seq);

    CREATE TABLE unit (
      id {id}, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, parent {int},
      opened {int}, closed {int}, aliases TEXT NOT NULL, merged {int}
    ) {table};
    CREATE INDEX unit_parent ON unit (parent);
    CREATE INDEX unit_kind ON unit (kind);
    CREATE INDEX unit_merged ON unit (parent) WHERE merged IS NOT NULL;
    CREATE TABLE unit_name (
      name TEXT NOT NULL, unit {int} NOT NULL, PRIMARY KEY (name, unit)
    ) {clustered};
    CREATE INDEX unit_name_unit ON unit_name (unit);

    CREATE TABLE indicator (
      id {id}, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, measure TEXT NOT NULL,
      kind TEXT NOT NULL, decimals {int} NOT NULL, direction TEXT NOT NULL,
      numerator {int}, denominator {int}
    ) {table};

    CREATE TABLE sourcing (
      id {id}, indicator {int} NOT NULL, unit {int} NOT NULL, since {int} NOT NULL,
      by_list {int} NOT NULL, UNIQUE (indicator, unit, since)
    ) {table};

    CREATE TABLE setting (id {id}, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL) {table};
    CREATE TABLE imported (id {id}, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL) {table};

    CREATE TABLE entry (
      seq {id}, unit {int} NOT NULL, indicator {int} NOT NULL, day {int} NOT NULL,
      year {int} NOT NULL, amount {int} NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL
    ) {table};
    CREATE TABLE run (
      unit {int} NOT NULL, first {int} NOT NULL, entries {int} NOT NULL,
      PRIMARY KEY (unit, first)
    ) {clustered};
    CREATE TABLE span (
      first {id}, entries {int} NOT NULL, first_day {int} NOT NULL, last_day {int} NOT NULL
    ) {table};
    CREATE INDEX span_day ON span (last_day, first_day);

    CREATE TABLE total (
      unit {int} NOT NULL, indicator {int} NOT NULL, plan_year {int} NOT NULL, year {int} NOT NULL,
      \(months.map { "\($0) {int} NOT NULL" }.joined(separator: ", ")),
      seen {int} NOT NULL, PRIMARY KEY (unit, indicator, plan_year, year)
    ) {clustered};

    CREATE TABLE target (
      seq {id}, unit {int} NOT NULL, indicator {int} NOT NULL, year {int} NOT NULL,
      amount {int} NOT NULL, effective {int} NOT NULL, due {int} NOT NULL, pace TEXT NOT NULL,
      document TEXT NOT NULL, reason TEXT NOT NULL, withdrawn {int} NOT NULL
    ) {table};
    CREATE INDEX target_unit ON target (unit, indicator, year, seq);
    CREATE TABLE plan (
      unit {int} NOT NULL, indicator {int} NOT NULL, year {int} NOT NULL, since {int} NOT NULL,
      source TEXT NOT NULL, amount {int} NOT NULL, parts TEXT NOT NULL, children {int} NOT NULL,
      PRIMARY KEY (unit, indicator, year, since)
    ) {clustered};

    CREATE TABLE closing (
      id {id}, tx {int} NOT NULL, month {int} NOT NULL, module TEXT NOT NULL,
      edition {int} NOT NULL, cutoff {int} NOT NULL, tolerance TEXT NOT NULL,
      UNIQUE (month, module, edition)
    ) {table};
    CREATE TABLE closed_unit (
      tx {int} NOT NULL, unit {int} NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
      kind TEXT NOT NULL, parent {int}, opened {int}, closed {int}, PRIMARY KEY (tx, unit)
    ) {clustered};
    CREATE TABLE closed_line (
      tx {int} NOT NULL, unit {int} NOT NULL, part {int} NOT NULL, year {int} NOT NULL,
      indicator {int} NOT NULL, source TEXT, amount {int}, parts TEXT, children {int},
      document TEXT NOT NULL, actual {int} NOT NULL, denominator {int}, month {int},
      previous_month {int}, last_year {int}, corrected {int} NOT NULL,
      PRIMARY KEY (tx, unit, part, year, indicator)
    ) {clustered};
    """
}
