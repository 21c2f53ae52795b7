import Foundation
import Glibc
import Testing

/// A terminal without a screen, at which the program runs and a test types.
final class PseudoTerminal {
  private let master: Int32
  private let slave: Descriptor
  private let process: Spawned
  /// Linux's TIOCSPTLCK and TIOCGPTN.
  private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
  /// The beginning of a character whose other bytes have not come yet.
  private var begun: [UInt8] = []
  /// All that was shown.
  private(set) var shown = ""
  /// How many characters of it were expected.
  private var seen = 0

  convenience init(_ program: Program, _ words: String...) throws {
    try self.init(program, running: [try Program.binary.get().path] + words)
  }

  /// - Parameter command: what runs at the terminal; the program is given with its path.
  init(_ program: Program, running command: [String]) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    try #require(master >= 0)
    try #require(ioctl(master, Self.setLock, &isLocked) == 0)
    try #require(ioctl(master, Self.getNumber, &number) == 0)
    slave = try Descriptor("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    process = try Spawned(
      command, in: program.folder.path,
      environment: program.environment.merging(["TERM": "xterm"]) { $1 },
      streams: .init(input: slave.number, output: slave.number, errors: slave.number))
  }

  deinit {
    process.signal(SIGKILL)
    close(master)
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) {
    _ = write(master, bytes, bytes.count)
  }

  /// What Ctrl-C sends where the terminal controls the program.
  func interrupt() { process.signal(SIGINT) }

  /// What somebody else sends to the program.
  func send(_ signal: Int32) { process.signal(signal) }

  /// Waits until something is shown after what was expected before.
  func expect(_ text: String, at place: SourceLocation = #_sourceLocation) async throws {
    for _ in 0..<500 {
      read()
      if let found = shown.dropFirst(seen).range(of: text) {
        seen = shown.distance(from: shown.startIndex, to: found.upperBound)
        return
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("“\(text)” was not shown: \(shown)", sourceLocation: place)
  }

  /// Waits for the end; minus the signal's number when a signal ended it.
  func end() async throws -> Int32 {
    for _ in 0..<500 where process.isRunning {
      read()
      try await Task.sleep(for: .milliseconds(20))
    }
    read()
    return process.isRunning ? .max : await process.status()
  }

  /// Whether the terminal shows what is typed and makes lines of it, as a shell needs it.
  var isUsable: Bool {
    var modes = termios()
    tcgetattr(slave.number, &modes)
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  private func read() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while case let count = Glibc.read(master, &bytes, bytes.count), count > 0 {
      begun += bytes[..<count]
      let whole = begun.count - begun.cutCharacter
      shown += String(decoding: begun[..<whole], as: UTF8.self)
      begun.removeFirst(whole)
    }
  }
}

extension [UInt8] {
  /// How many bytes at the end begin a character of UTF-8 that goes on.
  fileprivate var cutCharacter: Int {
    for (index, byte) in suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return index + 1 < length ? index + 1 : 0
    }
    return 0
  }
}
