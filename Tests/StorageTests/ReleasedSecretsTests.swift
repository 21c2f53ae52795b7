import Database
import Journal
import Registers
import Suite
import Testing

@testable import Storage

/// The secrets of a database that an earlier version wrote with another library: every byte opens.
/// No number here is anybody's.
@Suite struct ReleasedSecretsTests {
  private static let keyFile: KeyMaterial = .file(
    bytes("17fab7b4e04ad7937ce6fca0b9ae1c1b579085449ee0854ecc42b7a83074b9c0"))
  private static let passphrase: KeyMaterial = .passphrase("一句只在此处用的口令")
  private static let author = Author(actor: "tester", at: "2021-06-30T08:00:00Z", command: "key")

  private let ledger: Ledger
  private let shape: RegisterShape

  init() throws {
    ledger = try ReleasedTests().opened("core.5.secrets").ledger
    ledger.keySource = { _, _ in [ReleasedSecretsTests.keyFile] }
    shape = try #require(ledger.shape("people.person"))
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    stride(from: 0, to: hexadecimal.utf8.count, by: 2).compactMap {
      UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16)
    }
  }

  /// The open secrets of a record.
  private func secrets(of record: RecordID) throws -> [String] {
    let state = try #require(try ledger.record(record, in: shape))
    return try ledger.opened([state], in: shape, mayAsk: true)[0].data.compactMap {
      if case .secret(let secret) = $0 { secret.open } else { nil }
    }
  }

  @Test("they verify, open, and are found by their blinds")
  func opening() throws {
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.check().isEmpty)
    #expect(try secrets(of: 1) == ["110101190003070002", "13800000001"])
    #expect(try secrets(of: 2) == ["110101190003070010"])
    let place = try #require(shape.fields.firstIndex { $0.name == "id-number" })
    let stored = try #require(try ledger.record(2, in: shape)).data[place]
    let typed = Datum.secret(Secret(open: "110101190003070010"))
    #expect(try ledger.blinded(typed, shape.fields[place].kind).value == stored.value)
  }

  @Test("the key is changed, and the old one no longer opens")
  func change() throws {
    _ = try ledger.write(Self.author) {
      try $0.changeKey(from: { _ in [Self.keyFile] }, to: { Self.passphrase })
    }
    #expect(try ledger.isOpened(by: Self.passphrase))
    #expect(try !ledger.isOpened(by: Self.keyFile))
    #expect(try !ledger.isOpened(by: .passphrase("一句别处用的口令")))
    ledger.opened = nil
    ledger.keySource = { _, _ in [Self.passphrase] }
    #expect(try secrets(of: 1) == ["110101190003070002", "13800000001"])
    #expect(try ledger.verify().isEmpty)
  }

  @Test("the same key as the earlier version wrapped it with a passphrase")
  func passphrase() throws {
    try ledger.connection.run(
      "UPDATE master_key SET kind = 'passphrase', salt = ?1, wrapped = ?2",
      [
        .blob(Self.bytes("2afab428f8a68d9417bd28b880748a47")),
        .blob(
          Self.bytes(
            "58e4b255c61da6dbcc30846cbe130d49818f482e337775323ae0761c68d6e82e10eb2c5e763889fc")),
      ])
    ledger.keySource = { _, _ in [Self.passphrase] }
    #expect(try secrets(of: 2) == ["110101190003070010"])
  }
}
