import Glibc
import OfficeFiles
import Testing

/// Files as such.
struct TextFileSourceTests {
  @Test func noSuchFile() {
    #expect(throws: FileFault.notFound("/nowhere/x.csv")) {
      try TextFileSource(path: "/nowhere/x.csv")
    }
    #expect(throws: FileFault.notFound("a\0b")) { try TextFileSource(path: "a\0b") }
    #expect(throws: FileFault.notFound("/dev/null/x")) { try TextFileSource(path: "/dev/null/x") }
    #expect(throws: FileFault.notFound("")) { try TextFileSource(path: "") }
  }

  @Test func directory() {
    #expect(throws: FileFault.isDirectory("/tmp")) { try TextFileSource(path: "/tmp") }
  }

  @Test func noPermission() throws {
    try withFile([]) { path in
      chmod(path, 0)
      // The superuser may read everything.
      guard geteuid() != 0 else { return }
      #expect(throws: FileFault.noPermission(path)) { try TextFileSource(path: path) }
    }
  }

  @Test func hashesAndCountsWhatIsRead() throws {
    let bytes = Array("\u{FEFF}a,b\n1,2\n".utf8)
    try withFile(bytes) { path in
      let source = try TextFileSource(path: path)
      #expect(source.size == bytes.count)
      let reading = Reading(source, lineLimit: 100, chunk: 4)
      #expect(reading.cells == [["1", "2"]])
      #expect(source.bytesRead == bytes.count)
      let memory = TextFileSource(bytes: bytes)
      _ = Reading(memory, lineLimit: 100, chunk: 100)
      #expect(memory.sha256 == source.sha256)
      #expect(memory.size == bytes.count)
    }
  }

  @Test func theHashIsSHA256OfTheRawBytes() {
    let source = TextFileSource(bytes: Array("abc".utf8))
    _ = Reading(source, lineLimit: 100, chunk: 2)
    let digits = Array("0123456789abcdef")
    let hex = source.sha256.map { "\(digits[Int($0) / 16])\(digits[Int($0) % 16])" }.joined()
    #expect(hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func readsAPipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let text = Array("a;b\n1;2\n".utf8)
    write(ends[1], text, text.count)
    close(ends[1])
    let source = try TextFileSource(path: "/dev/fd/\(ends[0])")
    close(ends[0])
    #expect(source.size == nil)
    #expect(Reading(source, lineLimit: 100, chunk: 1 << 20).cells == [["1", "2"]])
  }

  @Test func aHugeLineIsNotLoaded() throws {
    try withFile(Array("a,b\n1,2\n3,".utf8)) { path in
      // A hole costs no disk.
      truncate(path, 100 << 20)
      let source = try TextFileSource(path: path)
      let reading = Reading(source, lineLimit: 1 << 20, chunk: 1 << 20)
      #expect(reading.cells == [["1", "2"]])
      #expect(reading.faults == [fault(3, 2, .lineTooLong(limit: 1 << 20))])
      #expect(source.bytesRead <= 3 << 20)
    }
  }

  @Test func hugeBlankLinesAreNotLoaded() throws {
    let source = TextFileSource(bytes: [UInt8](repeating: 0x20, count: 8 << 20))
    let reading = Reading(source, lineLimit: 1 << 20, chunk: 1 << 16)
    #expect(reading.faults == [fault(1, 1, .lineTooLong(limit: 1 << 20))])
    #expect(source.bytesRead <= 2 << 20)
  }

}
