import Foundation

/// What this machine lets a test do.
enum Machine {
  static let isRoot = getuid() == 0

  static let hasShell = runs("sqlite3", "-version")

  /// Whether a small disk can be mounted for a test to fill.
  static let canMount = isRoot && runs("sh", "-c", probe)

  /// Words before a command that take away the powers of root; none for a plain user.
  static let powerless =
    isRoot
    ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : []

  /// Whether a powerless user can be had and can reach the program.
  static let canBePowerless: Bool = {
    guard let binary = try? Program.binary.get().path else { return false }
    return runs(powerless + [binary, "--version"])
  }()

  private static let probe =
    "d=$(mktemp -d) && mount -t tmpfs -o size=64k none $d && umount $d; s=$?; rmdir $d; exit $s"

  private static func runs(_ words: String...) -> Bool { runs(words) }

  static func runs(_ words: [String]) -> Bool {
    guard let none = try? Descriptor("/dev/null", O_RDWR) else { return false }
    let process = try? Spawned(
      words, in: "/", environment: ProcessInfo.processInfo.environment,
      streams: .init(input: none.number, output: none.number, errors: none.number))
    return process?.statusNow() == 0
  }
}
