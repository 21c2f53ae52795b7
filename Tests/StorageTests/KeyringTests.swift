import Cryptography
import Testing

@testable import Storage

@Suite struct KeyringTests {
  @Test("what does not open was changed; that the library refuses says nothing of it")
  func faults() throws {
    let (master, key) = (SecretKey.random(), SecretKey.random())
    let ring = try Keyring(master: master)
    let other = try Keyring(master: .random()).wrap(key)
    #expect(throws: SecretsFault.damaged) { try ring.unwrap(other) }
    #expect(throws: SecretsFault.damaged) { try ring.unwrap([1, 2, 3]) }
    #expect(throws: SecretsFault.damaged) { try key.open("0102", of: 1) }
    #expect(throws: SecretsFault.damaged) { try key.open("no box", of: 1) }
    let box = try key.seal("13800000001", of: 1)
    #expect(try key.open(box, of: 1) == "13800000001")
    #expect(throws: SecretsFault.damaged) { try key.open(box, of: 2) }
    // The library takes no key of three bytes, as little as it takes any without memory.
    let short = SecretKey([1, 2, 3])
    let wrapped = try ring.wrap(key)
    #expect(throws: CryptographyFault.unavailable) { try Keyring(master: short).unwrap(wrapped) }
    #expect(throws: CryptographyFault.unavailable) { try short.open(box, of: 1) }
  }
}
