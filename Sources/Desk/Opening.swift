public import Database
public import Registers
public import Storage

/// What a program brings to its databases: the registers and indicators of its modules.
public struct Declarations: Sendable {
  /// Every register, in the order of the modules.
  public var registers: [RegisterSlot]
  /// What the modules declare of indicators, by code.
  public var indicators: [String: IndicatorDeclaration]

  /// - Parameter indicators: by code.
  public init(
    registers: [RegisterSlot] = [], indicators: [String: IndicatorDeclaration] = [:]
  ) {
    self.registers = registers
    self.indicators = indicators
  }
}

extension Desk {
  /// Hands over what may open the secrets of a database, the likeliest first.
  ///
  /// - Parameters:
  ///   - kind: how the key is kept.
  ///   - mayAsk: whether a person may be asked for it.
  ///   - site: of the database.
  public typealias KeyFinder = (
    _ kind: KeyMaterial.Kind, _ mayAsk: Bool, _ site: String
  ) throws -> [KeyMaterial]

  /// A desk on an existing database, which is brought to this program's schema first. Who may not write
  /// to a database of an earlier version reads it as it will be.
  ///
  /// ```swift
  /// let desk = try Desk.open(
  ///   SQLiteDatabase.open(path, for: .read), declaring: declarations, context: context)
  /// let report = try desk.monthlyReport(month, ReportScope())
  /// ```
  ///
  /// - Parameter keys: where the key of secrets comes from; nil where no secret is read or written.
  public static func open(
    _ connection: some Connection, declaring declarations: Declarations, context: Context,
    keys: KeyFinder? = nil
  ) throws -> Desk {
    let ledger: Ledger
    do {
      ledger = try Ledger.open(
        on: connection, registers: declarations.registers, at: context.now)
    } catch let error as StorageError where [.readOnly, .replaced].contains(error) {
      guard let copy = try connection.writableCopy() else { throw error }
      ledger = try Ledger.open(on: copy, registers: declarations.registers, at: context.now)
    }
    equipping(declaring: declarations, keys: keys)(ledger)
    return Desk(ledger: ledger, context: context)
  }

  /// What gives a ledger all that a desk's has, for a copy that is to be checked.
  public static func equipping(
    declaring declarations: Declarations, keys: KeyFinder?
  ) -> (Ledger) -> Void {
    { ledger in
      ledger.declaredIndicators = declarations.indicators
      guard let keys else { return }
      ledger.keySource = { [unowned ledger] kind, mayAsk in
        try keys(kind, mayAsk, try ledger.site())
      }
    }
  }

  /// A desk on a new database without tables.
  ///
  /// - Parameters:
  ///   - site: four characters that begin every public id.
  ///   - isBare: whether it begins without any rule and indicator.
  public static func found(
    on connection: some Connection, declaring declarations: Declarations, site: String,
    context: Context, isBare: Bool = false
  ) throws -> Desk {
    let ledger = try Ledger.found(
      on: connection, registers: declarations.registers, site: site, at: context.now,
      isBare: isBare)
    ledger.declaredIndicators = declarations.indicators
    return Desk(ledger: ledger, context: context)
  }
}
