internal import Cryptography
internal import Glibc

/// The raw bytes of a file, of standard input or of memory, read once from front to back, with
/// a running SHA-256 over everything read so far.
public final class TextFileSource {
  /// The path as given; `-` is standard input.
  public let path: String
  /// Bytes in all; nil when it cannot be known, as with a pipe.
  public let size: Int?
  /// Bytes read so far.
  public private(set) var bytesRead = 0

  /// Nil for memory, and when the end was read: an import may have many files open.
  private var descriptor: FileDescriptor?
  private var memory: ArraySlice<UInt8> = []
  private var hasEnded = false
  private var hash = SHA256()

  /// Opens a file, or standard input when `path` is `-`.
  public init(path: String) throws(FileFault) {
    let opened = try path == "-" ? FileDescriptor.standardInput() : FileDescriptor(opening: path)
    self.path = path
    size = opened.size
    descriptor = opened
  }

  /// Serves bytes already in memory; `path` only names them in faults.
  public init(bytes: [UInt8], path: String = "-") {
    self.path = path
    size = bytes.count
    memory = bytes[...]
    descriptor = nil
  }

  /// The SHA-256 (32 bytes) of what has been read so far: of the whole, once a reader has
  /// reached its end. A reader that stops early at a fault leaves it incomplete.
  public var sha256: [UInt8] { hash.finalize() }

  /// Fills `buffer` and returns how many bytes it got: fewer than it holds only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    var filled = 0
    while filled < buffer.count, !hasEnded {
      let part = try readPart(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      filled += part
      // A terminal may deliver more after an end; one end is the end.
      hasEnded = part == 0
    }
    if hasEnded { descriptor = nil }
    hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    bytesRead += filled
    return filled
  }

  private func readPart(_ buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    if let descriptor { return try descriptor.read(into: buffer, path: path) }
    let part = memory.prefix(buffer.count)
    buffer.copyBytes(from: part)
    memory = memory.dropFirst(part.count)
    return part.count
  }
}
