import Testing

@testable import Cryptography

/// Each operation gives the bytes that its specification prints.
@Suite struct VectorTests {
  private func text(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    stride(from: 0, to: hexadecimal.utf8.count, by: 2).compactMap {
      UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16)
    }
  }

  private func text(_ key: SecretKey) -> String { text(Array(key.bytes)) }

  @Test(
    "SHA-256: FIPS 180-4 and the examples of NIST",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func sha256(_ message: String, _ sum: String) {
    #expect(text(SHA256.hash(Array(message.utf8))) == sum)
  }

  @Test("SHA-256 in parts, read on the way")
  func parts() {
    var hash = SHA256()
    for byte in "abc".utf8 { withUnsafeBytes(of: byte) { hash.update($0) } }
    let copy = hash
    withUnsafeBytes(of: UInt8(ascii: "d")) { hash.update($0) }
    #expect(copy.finalize() == SHA256.hash(Array("abc".utf8)))
    #expect(copy.finalize() == copy.finalize())
    #expect(hash.finalize() == SHA256.hash(Array("abcd".utf8)))
  }

  @Test("HMAC: RFC 4231, cases 1, 2 and 6")
  func authenticationCode() throws {
    let long = [UInt8](repeating: 0xAA, count: 131)
    for (key, message, code) in [
      (
        [UInt8](repeating: 0x0B, count: 20), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        long, "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ] {
      #expect(text(try SecretKey(key).authenticationCode(for: Array(message.utf8))) == code)
    }
  }

  @Test("HKDF: RFC 5869, cases 1 and 3")
  func derived() throws {
    let key = SecretKey([UInt8](repeating: 0x0B, count: 22))
    #expect(
      text(
        try key.derived(
          salt: bytes("000102030405060708090a0b0c"), info: bytes("f0f1f2f3f4f5f6f7f8f9"),
          byteCount: 42))
        == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
    #expect(
      text(try key.derived(info: [], byteCount: 42))
        == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")
  }

  @Test("scrypt: RFC 7914")
  func stretched() throws {
    #expect(
      text(
        try SecretKey.stretched(
          [], salt: [], rounds: 16, blockSize: 1, parallelism: 1, byteCount: 64))
        == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")
    #expect(
      text(
        try SecretKey.stretched(
          Array("pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), rounds: 16384,
          byteCount: 64))
        == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")
  }

  @Test("key wrap: RFC 3394, 4.6; another key or a changed bit does not unwrap")
  func wrap() throws {
    let wrapping = SecretKey((0..<32).map { $0 })
    let data = bytes("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f")
    let wrapped = try wrapping.wrap(SecretKey(data))
    #expect(
      text(wrapped)
        == "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21")
    #expect(try wrapping.unwrap(wrapped) == SecretKey(data))
    #expect(throws: CryptographyFault.mismatch) { try SecretKey.random().unwrap(wrapped) }
    var changed = wrapped
    changed[39] ^= 1
    #expect(throws: CryptographyFault.mismatch) { try wrapping.unwrap(changed) }
    for length in [0, 8, 24, 39] {
      #expect(throws: CryptographyFault.mismatch) {
        try wrapping.unwrap(Array(wrapped.prefix(length)))
      }
    }
  }

  @Test("AES-256-GCM: the cases 13, 14 and 16 of its specification")
  func seal() throws {
    let zero = SecretKey([UInt8](repeating: 0, count: 32))
    let nonce = [UInt8](repeating: 0, count: 12)
    #expect(
      text(try zero.seal([], authenticating: [], nonce: nonce))
        == text(nonce) + "530f8afbc74536b9a963b4f1c4cb738b")
    #expect(
      text(try zero.seal([UInt8](repeating: 0, count: 16), authenticating: [], nonce: nonce))
        == text(nonce) + "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
    let key = SecretKey(
      bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"))
    let message = bytes(
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
    let place = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    let box = try key.seal(
      message, authenticating: place, nonce: bytes("cafebabefacedbaddecaf888"))
    #expect(
      text(box)
        == "cafebabefacedbaddecaf888"
        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        + "76fc6ece0f4e1768cddf8853bb2d551b")
    #expect(try key.open(box, authenticating: place) == message)
    #expect(throws: CryptographyFault.mismatch) { try key.open(box, authenticating: []) }
    #expect(throws: CryptographyFault.mismatch) { try zero.open(box, authenticating: place) }
  }

  @Test("no bit of a box can change, and no part of it be missing")
  func tampering() throws {
    let key = SecretKey.random()
    let place = Array("record 1".utf8)
    let box = try key.seal(Array("13800000001".utf8), authenticating: place)
    #expect(try key.seal([], authenticating: place) != key.seal([], authenticating: place))
    for index in box.indices {
      var changed = box
      changed[index] ^= 1
      #expect(throws: CryptographyFault.mismatch) { try key.open(changed, authenticating: place) }
      #expect(throws: CryptographyFault.mismatch) {
        try key.open(Array(box[..<index]), authenticating: place)
      }
    }
  }

  @Test("a key of another length encrypts nothing")
  func length() {
    let short = SecretKey([1, 2, 3])
    #expect(throws: CryptographyFault.unavailable) { try short.seal([], authenticating: []) }
    #expect(throws: CryptographyFault.unavailable) { try short.wrap(.random()) }
  }

  @Test("random bytes, more than the system gives at once")
  func random() {
    #expect(randomBytes(0).isEmpty)
    #expect(Set(randomBytes(1000)).count > 200)
    #expect(SecretKey.random() != SecretKey.random())
  }
}
