internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// Changes to records inside one transaction, which ends by bringing the ledger into line.
final class RecordSession {
  let desk: Desk
  let transaction: Transaction
  let reading: FieldReading
  private var reposting: Reposting
  private(set) var rules: GroupRules
  /// Whether what is wrong has to say with which record.
  var isOfMany = false
  /// The rows of files that told of records, for what is found when all are read.
  var origins: [RecordID: (reading: RowReading, place: TablePlace)] = [:]
  /// What is to be said in the receipt.
  var notices = RecordNotices()
  /// Records that this transaction made, of registers whose keys may be filled later.
  var made: Set<RecordID> = []
  /// Those of them that rows with ids of another ledger made.
  var madeByID: Set<RecordID> = []
  /// Names of persons that it made, since they were asked for last.
  var persons: [String] = []
  /// Records whose keys this transaction changed.
  var changedKeys = ChangedKeys()
  /// Records whose keys rows gave to others, until they get their own.
  var aside: [RecordID: (state: RecordState, shape: RegisterShape)] = [:]
  /// The keys by which this transaction named records.
  var keyUses = KeyUses()
  private var rosters: TouchedRosters
  /// The moves that records still have to make.
  var following = Following()
  private var lacking = LackingRecords()
  /// The rule that was set of who reports by list.
  private var rule: Sourcing?
  /// The row that is read.
  var place: RowPlace? {
    didSet { reading.isOfFile = place != nil }
  }
  /// The days that the record which is written left out, and which are today.
  var ofToday: [Int] = []
  /// The rows of lists by their records.
  var rows = ListedRows()
  private var recordNames: RecordNames?
  let reader: StoredRecords
  private var times: PostingTimes

  init(_ desk: Desk, _ transaction: Transaction) {
    self.desk = desk
    self.transaction = transaction
    reading = FieldReading(desk)
    reposting = Reposting(transaction)
    rules = GroupRules(desk.ledger)
    reader = StoredRecords(desk.ledger)
    times = PostingTimes(desk.ledger)
    rosters = TouchedRosters(desk.ledger)
    reading.naming = FieldReading.Naming { [unowned self] state, shape in
      try named(state, in: shape)
    } note: { [unowned self] state, record, shape in
      try noteUse(of: state, for: record, in: shape)
    }
  }

  /// How records are called in faults and notices.
  func names() throws -> RecordNames {
    if let recordNames { return recordNames }
    let names = try RecordNames(desk.ledger, .zh)
    recordNames = names
    return names
  }

  /// Checks and writes a record's new state.
  func put(
    _ new: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws -> RecordState {
    if old != nil { try forbidErased(new.id) }
    let new = try prepared(new, after: old, in: shape)
    try checkKey(new, after: old, in: shape)
    if old == nil { try checkLacking(new, in: shape) }
    return try write(new, after: old, in: shape)
  }

  /// A record whose texts were destroyed is changed no more.
  func forbidErased(_ id: RecordID) throws {
    guard try desk.ledger.erasure(of: id) != nil else { return }
    throw DeskError.record(.erased(try desk.ledger.publicID(id)))
  }

  /// Writes a state that is whole and whose key no other record has.
  func write(
    _ new: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws -> RecordState {
    let stored = try transaction.put(new, in: shape)
    try wrote(stored, after: old, typed: new, in: shape)
    return stored
  }

  /// Notes what a record that is stored calls for and which rules it may break, and checks it by
  /// itself.
  ///
  /// - Parameter typed: the record with its secrets as they were typed: sealed they tell nothing.
  func wrote(
    _ stored: RecordState, after old: RecordState?, typed: RecordState, in shape: RegisterShape
  ) throws {
    try reposting.touch(shape, old: old, new: stored)
    rules.touch(shape, old: old, new: stored)
    rosters.touch(shape, old: old, new: stored)
    lacking.note(stored, in: shape)
    following.note(stored, after: old, in: shape)
    if let old { try noteLost(stored, after: old, in: shape) }
    try noteKey(stored, after: old, in: shape)
    if old == nil {
      notePerson(typed, in: shape)
      try noteToday(stored, in: shape)
    }
    try notices.passed.note(stored, after: old, in: shape, reader)
    if stored.isRemoved { return }
    let problems = try shape.problems(
      try opened(typed, after: old, in: shape), today: desk.context.today)
    if !problems.isEmpty { throw DeskError.record(.rules(problems)) }
  }

  /// A record with the secrets that it had before, so that what changed beside them can be compared
  /// with them. Nobody is asked for a key that is not at hand.
  private func opened(
    _ typed: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws -> RecordState {
    guard let old, typed.data.contains(where: \.isSealed), typed.data != old.data else {
      return typed
    }
    return try desk.shown([typed], in: shape)[0]
  }

  /// Writes new records that are checked, and notes what they call for in the ledger.
  func write(
    _ list: RecordBatch, callingFor postings: ListPostings
  ) throws -> [RecordID] {
    let ids = try transaction.insert(list)
    reposting.made(ids, callingFor: postings)
    if let portion = try reposting.portion() {
      try times.readAll()
      try post(portion)
    }
    return ids
  }

  /// Posts every record of a unit and below it again, after a change of the tree.
  func repost(below unit: UnitID) throws { try reposting.touch(below: unit) }

  /// Posts every record again below the unit of a rule that was set.
  func repost(by rule: Sourcing) throws {
    self.rule = rule
    try reposting.touch(below: rule.unit, rulesOf: rule.indicator)
  }

  /// Posts every record again, by the rules of this version.
  func repostAll() throws { try reposting.touchAll() }

  /// Posts what the groups call for that are a unit: to be asked for before and after the unit changes.
  func repost(groupsOf unit: UnitID) throws { try reposting.touch(groupsOf: unit) }

  /// Has every record post that had nowhere to, now that there are new indicators.
  func post(to indicators: [Indicator]) throws {
    try reposting.touch(postingTo: Set(indicators.map(\.code)))
  }

  /// Posts what the changed records call for.
  ///
  /// - Throws: `DeskError.unitClosed` for a posting after a unit's closing, `.unitNotOpen` for one before
  ///   its opening, `.dayOutOfRange`.
  func post() throws {
    do {
      try post(try reposting.batch())
      notices.uncounted = try desk.notices(
        uncounted: reposting.uncounted.filter { found in rule.map { $0 == found.key } ?? true })
      notices.lacking = try lacking.notices(desk.ledger)
      notices.counted = try desk.ledger.notices(of: reposting.shifts)
      notices.rosters = try rosters.differing()
    } catch let fault as PostingDayFault {
      throw DeskError.dayOutOfRange(fault.day)
    }
  }

  private func post(_ batch: EntryBatch) throws {
    try times.check(batch)
    try transaction.post(batch)
  }
}

extension Desk {
  /// Changes records in one transaction, with the entries that follow.
  func changeRecords<Result>(
    reason: String = "", _ body: (RecordSession) throws -> Result
  ) throws -> Written<Result> {
    var notices = RecordNotices()
    var written = try write(reason: reason) { transaction in
      let session = RecordSession(self, transaction)
      let result = try body(session)
      try session.finish()
      notices = session.notices
      return result
    }
    written.notices = notices
    return written
  }
}
