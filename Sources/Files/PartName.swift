internal import Glibc

/// The names of files that are being made: `PLACE.PROCESS-MACHINE-RANDOM.part`, where PLACE is the
/// file whose place it is to take, and MACHINE tells where the number of its process means something.
///
/// A copy that was killed holds all that the database does: its name shows whose it is. Nobody gives a
/// file such a name by hand, so that the next copy in its folder can remove it for certain.
enum PartName {
  /// With what SQLite puts beside a database.
  private static let ends = [".part", ".part-wal", ".part-shm", ".part-journal"]

  static func new(beside path: String) -> String {
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let place = FilePath(path)
    return place.folder + "\(shortened(place.last)).\(getpid())-\(machine)-\(random)\(ends[0])"
  }

  /// Removes what processes of this machine left in a folder that are no more.
  static func sweep(beside path: String) {
    let folder = FilePath(path).folder
    for left in FilePath.names(in: folder) {
      guard let end = ends.first(where: { left.hasSuffix($0) }),
        case let name = left.dropLast(end.count), let dot = name.lastIndex(of: "."),
        case let parts = name[name.index(after: dot)...].split(separator: "-"),
        parts.count == 3, parts[1] == machine, UInt64(parts[2], radix: 16) != nil,
        let process = pid_t(parts[0]), process > 0, isGone(process)
      else { continue }
      unlink(folder + left)
    }
  }

  /// A name's beginning, where the whole of it would leave no room for the rest.
  private static func shortened(_ name: String) -> String {
    var name = name
    while name.utf8.count > longest { name.removeLast() }
    return name
  }

  /// Most systems allow 255 bytes.
  private static let longest = 180

  private static func isGone(_ process: pid_t) -> Bool {
    kill(process, 0) != 0 && errno == ESRCH
  }

  /// Where numbers of processes mean the same: in one container of one machine.
  private static let machine = hash(
    [hostName, content("/etc/machine-id"), RealPath.link("/proc/self/ns/pid") ?? ""]
      .joined(separator: "\n"))

  private static let hostName: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
