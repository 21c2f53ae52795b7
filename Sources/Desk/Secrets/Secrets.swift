internal import OfficeFiles
public import Registers
internal import Storage

/// A record whose texts and secrets were destroyed.
public struct ErasedRecord: Sendable {
  /// The record as it is now, without what was destroyed.
  public var state: RecordState
  /// The records that had been merged into it: they were about the same, and were destroyed with it.
  public var doubles: [RecordID]
  /// Files that may have held it and are known by a digest which cannot be destroyed.
  public var files: [String]
}

extension Desk {
  /// Opens the key before fields are written of which one is secret.
  func openSecrets(for fields: [Assignment], in shape: RegisterShape) throws {
    let isSecret = fields.contains { name, value in
      !value.isEmpty && shape.field(named: name).map { shape.fields[$0].isSecret } ?? false
    }
    if isSecret { try ledger.openSecrets() }
  }

  /// The same before a file is imported that has a secret column. Where the key is not at hand the
  /// column may be empty, or show masks only: a value that needs the key is a fault of its line.
  func openSecrets(for table: any TableSource, in shape: RegisterShape) throws {
    do {
      let titles = table.header.map { HeaderTitle($0) }
      let named = titles.map { title in
        title.find { shape.field(named: $0) == nil ? nil : $0 } ?? title.text
      }
      try openSecrets(for: named.map { ($0, "?") }, in: shape)
    } catch SecretsFault.noKey {} catch SecretsFault.locked {}
  }

  /// Records as they may be shown: with their secrets open for masking where the key is at hand,
  /// without asking for it.
  public func shown(_ states: [RecordState], in shape: RegisterShape) throws -> [RecordState] {
    do {
      return try ledger.opened(states, in: shape, mayAsk: false)
    } catch let fault as SecretsFault {
      switch fault {
      case .noKey, .locked, .wrongKey, .exposed: return states
      case .keyExists, .unreadableKey, .shortPassphrase, .damaged, .historyInClear, .alreadyErased:
        throw fault
      }
    }
  }

  /// Secrets of a record in clear. The journal keeps who looked at which, and why.
  ///
  /// - Parameter names: the fields; none for all secrets that the record has.
  public func reveal(
    _ names: [String], of record: RecordState, in shape: RegisterShape, reason: String
  ) throws -> Written<[(field: FieldShape, value: String)]> {
    let wanted = try names.map { name -> Int in
      guard case .field(let field) = try shape.target(of: name), shape.fields[field].isSecret else {
        throw DeskError.record(.noSecret(name, register: shape.name.title))
      }
      return field
    }
    let fields = wanted.isEmpty ? shape.fields.indices.filter { shape.fields[$0].isSecret } : wanted
    guard !fields.isEmpty else {
      throw DeskError.record(.noSecret("", register: shape.name.title))
    }
    if record.data.contains(where: \.isSealed) { try ledger.openSecrets() }
    return try write(reason: reason) { transaction in
      let opened = try ledger.opened([record], in: shape, mayAsk: true)
      let found = fields.compactMap { field -> (field: FieldShape, value: String)? in
        guard case .secret(let secret) = opened[0].data[field], let value = secret.open else {
          return nil
        }
        return (shape.fields[field], value)
      }
      if !found.isEmpty { try transaction.reveal(found.map(\.field), of: record.id) }
      return found
    }
  }

  /// The records merged into one that still say something.
  public func doubles(of record: RecordState, in shape: RegisterShape) throws -> [RecordState] {
    try ledger.doubles(of: record.id).compactMap { id in
      try ledger.erasure(of: id) == nil ? ledger.record(id, in: shape) : nil
    }
  }

  /// Destroys what a record says of people, now and in its history, and what the records said that
  /// were merged into it; what it counted stays.
  ///
  /// - Parameter document: the number of the document that orders it.
  public func erase(
    _ record: RecordState, in shape: RegisterShape, document: String
  ) throws -> Written<ErasedRecord> {
    let doubles = try doubles(of: record, in: shape)
    var files: [String] = []
    for state in [record] + doubles {
      files += try ledger.plainDigests(of: state.id).filter { !files.contains($0) }
    }
    return try writeAndSettle { transaction in
      for double in doubles {
        _ = try transaction.erase(double, in: shape, document: document)
      }
      return ErasedRecord(
        state: try transaction.erase(record, in: shape, document: document),
        doubles: doubles.map(\.id), files: files)
    }
  }
}
