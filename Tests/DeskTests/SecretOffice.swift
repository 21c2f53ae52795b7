import Foundation
import Journal
import Registers
import Reports
import Storage
import StorageSQLite
import Suite
import TargetEngine
import Testing

@testable import Desk

/// An office with a key, and persons with secrets. No number here is anybody's.
struct SecretOffice {
  let fixture: RecordFixture
  let person: RegisterShape
  static let numbers = ["110101190003070002", "110101190003070010", "110101190003070029"]

  init() throws {
    fixture = try RecordFixture()
    try fixture.makeKey()
    person = try fixture.shape("people.person")
  }

  var ledger: Ledger { fixture.desk.ledger }

  func add(_ fields: [String]) throws -> RecordState {
    let fields = fields.map { text -> Desk.Assignment in
      let halves = text.split(separator: "=", maxSplits: 1)
      return (String(halves[0]), String(halves[1]))
    }
    return try fixture.desk.addRecord(person, fields, on: nil).result
  }
}

/// A suite of tests in such an office.
protocol SecretSuite {
  var office: SecretOffice { get }
}

extension SecretSuite {
  static var numbers: [String] { SecretOffice.numbers }
  var fixture: RecordFixture { office.fixture }
  var person: RegisterShape { office.person }
  var ledger: Ledger { office.ledger }

  func add(_ fields: String...) throws -> RecordState { try office.add(fields) }

  func isSound() throws {
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.check().isEmpty)
  }
}
