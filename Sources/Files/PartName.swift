internal import Glibc

/// The names of files that are being made: `.taizhang-PLACE-PROCESS-RANDOM.part`, where PLACE tells
/// of which file it is to take the place, and where the process runs.
///
/// Nobody gives a file such a name by hand, so that what a process left here that was killed is known
/// for certain and removed by the next.
enum PartName {
  private static let start = ".taizhang-"
  /// With what SQLite puts beside a database.
  private static let ends = [".part", ".part-wal", ".part-shm", ".part-journal"]

  static func new(beside path: String) -> String {
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    return FilePath(path).folder + "\(mark(path))\(getpid())-\(random)\(ends[0])"
  }

  /// Removes what processes of this machine left that are no more.
  static func sweep(beside path: String) {
    let folder = FilePath(path).folder
    let mark = mark(path)
    for left in FilePath.names(in: folder) where left.hasPrefix(mark) {
      guard let end = ends.first(where: { left.hasSuffix($0) }),
        case let parts = left.dropFirst(mark.count).dropLast(end.count).split(separator: "-"),
        parts.count == 2, UInt64(parts[1], radix: 16) != nil,
        let process = pid_t(parts[0]), process > 0, isGone(process)
      else { continue }
      unlink(folder + left)
    }
  }

  private static func mark(_ path: String) -> String {
    "\(start)\(hash(FilePath(path).last + "\n" + machine))-"
  }

  private static func isGone(_ process: pid_t) -> Bool {
    kill(process, 0) != 0 && errno == ESRCH
  }

  /// Where numbers of processes mean the same: in one container of one machine.
  private static let machine: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let host = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return [host, content("/etc/machine-id"), RealPath.link("/proc/self/ns/pid") ?? ""]
      .joined(separator: "\n")
  }()

  private static func content(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// FNV-1a, which is the same in every process.
  private static func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
