internal import Desk
internal import Glibc
internal import Registers
internal import StorageSQLite
internal import Suite
internal import TargetEngine

/// Opens the database that the common options name, and makes a desk of it.
struct Workplace {
  let options: CommonOptions

  /// `--db`, `TAIZHANG_DB`, or the user's data folder.
  ///
  /// - Throws: `UsageFault.noHome` where nothing says which that is.
  var path: String {
    get throws {
      if let path = options.db ?? Session.variable("TAIZHANG_DB") { return path }
      guard let data = Session.folder("XDG_DATA_HOME", ".local/share") else {
        throw UsageFault.noHome
      }
      return data + "/taizhang/taizhang.db"
    }
  }

  /// Whether the database is there.
  var hasDatabase: Bool { (try? path).map { access($0, F_OK) == 0 } ?? false }

  /// A database that is written to waits for others as long as `patience` says.
  func connection(for access: SQLiteDatabase.Access) throws -> SQLiteConnection {
    // Check the output before writing, so that a transaction never lacks its receipt.
    try Output(options: options).expectRoom()
    return try SQLiteDatabase.open(path, for: access, patience: Workplace.patience)
  }

  /// How long another program is waited for, in milliseconds: `TAIZHANG_PATIENCE`, or half a minute.
  static var patience: Int {
    Session.variable("TAIZHANG_PATIENCE").flatMap { Int($0) } ?? SQLiteDatabase.defaultPatience
  }

  /// Makes the folder that a file lies in.
  ///
  /// - Throws: `UsageFault.outputIsLedger` for one in the place of a ledger's log: nobody could open it any more.
  static func makeFolder(of path: String) throws {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part
      if LedgerFiles.isLedger(folder) { throw UsageFault.outputIsLedger(folder) }
      folder += "/"
      mkdir(folder, 0o755)
    }
  }

  /// A desk on an existing database.
  func desk(for access: SQLiteDatabase.Access) throws -> Desk {
    try desk(on: try connection(for: access), for: access)
  }

  func desk(
    on connection: SQLiteConnection, for access: SQLiteDatabase.Access = .write
  ) throws -> Desk {
    try Desk.open(
      connection, declaring: Suite.declarations, context: try context(for: access),
      keys: KeySource.find)
  }

  /// A search by secrets is written down, though the command only reads.
  func note(_ lookups: [SecretLookup]) throws {
    if !lookups.isEmpty { try desk(for: .write).noteAndWait(lookups) }
  }

  /// - Parameter access: who only reads is not asked for a name, which would cost a look into the
  ///   system's list of users.
  func context(for access: SQLiteDatabase.Access = .write) throws -> Desk.Context {
    let clock = Clock()
    let given = try Session.variable("TAIZHANG_TODAY").map { text in
      guard let today = GivenToday(text) else {
        throw UsageFault.badToday(text, of: "TAIZHANG_TODAY")
      }
      return today
    }
    let chosen = options.today.flatMap { GivenToday($0) } ?? given
    guard let today = chosen?.day ?? clock.today else {
      throw UsageFault.noClock
    }
    return Desk.Context(
      actor: access == .read ? "" : try actor(), now: clock.now, today: today,
      moment: chosen?.moment, command: Session.command)
  }

  private func actor() throws -> String {
    let name = OneLine.folded(options.actor ?? Session.variable("TAIZHANG_ACTOR") ?? login)
    guard !OneLine.isBlank(name) else {
      throw DeskError.emptyText(of: Text("经办人", "name of who does it"))
    }
    if OneLine.turnsDirection(name) { throw UsageFault.directionMark(name) }
    return name
  }

  private var login: String {
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name,
      let text = String(validatingCString: name)
    {
      return text
    }
    return Session.variable("USER") ?? "?"
  }
}
