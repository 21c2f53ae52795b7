internal import Files
internal import Glibc

/// An open file of the system; closed with its last reference, standard input never.
final class FileDescriptor {
  private let number: Int32
  private let closes: Bool
  /// Bytes of a regular file; nil for pipes, terminals and devices.
  let size: Int?

  init(opening path: String) throws(FileFault) {
    // The system would silently cut such a path at its first NUL.
    guard !path.utf8.contains(0) else { throw .notFound(path) }
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY
    var number = open(path, flags)
    if number < 0, errno == EMFILE, Self.allowMore() { number = open(path, flags) }
    guard number >= 0 else { throw Self.fault(errno, path: path) }
    self.number = number
    closes = true
    do {
      size = try Self.size(of: number, path: path)
    } catch {
      OpenDatabase.close(number)
      throw error
    }
  }

  private init(standardInput number: Int32) throws(FileFault) {
    self.number = number
    closes = false
    size = try Self.size(of: number, path: "-")
  }

  static func standardInput() throws(FileFault) -> FileDescriptor {
    try FileDescriptor(standardInput: STDIN_FILENO)
  }

  deinit {
    if closes { OpenDatabase.close(number) }
  }

  /// One read of the system: 0 at the end, otherwise any part of `buffer`.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, path: String
  ) throws(FileFault) -> Int {
    while true {
      let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitForInput()
      case let code: throw Self.fault(code, path: path)
      }
    }
  }

  /// Whoever shares standard input with this process may have made it non-blocking.
  private func waitForInput() {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, -1)
  }

  /// Lets this process have as many files open as the system allows: an import opens all of its files
  /// before it reads one.
  private static func allowMore() -> Bool {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
      limit.rlim_cur < limit.rlim_max
    else {
      return false
    }
    limit.rlim_cur = limit.rlim_max
    return setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
  }

  private static func size(of number: Int32, path: String) throws(FileFault) -> Int? {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw fault(errno, path: path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isDirectory(path)
    // Files of /proc claim to be empty, so 0 says nothing.
    case S_IFREG where status.st_size > 0: return Int(status.st_size)
    default: return nil
    }
  }

  private static func fault(_ code: Int32, path: String) -> FileFault {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path)
    case EISDIR: .isDirectory(path)
    case EACCES, EPERM: .noPermission(path)
    default: .unreadable(path, errno: code)
    }
  }
}
