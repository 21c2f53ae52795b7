internal import Glibc

/// What file systems this machine has mounted where, as `/proc/self/mountinfo` says it.
public struct MountTable: Sendable {
  /// Of file systems that nobody can write to, by the number of their device.
  private let unchangeable: Set<Substring>

  public init() { self.init(text: wholeContent(of: "/proc/self/mountinfo")) }

  /// - Parameter text: a line for each mount: `36 35 98:0 /root /mnt ro,noatime - ext3 /dev/sda1 ro,errors=continue`.
  init(text: String) {
    unchangeable = Set(
      text.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: " ")
        guard fields.count > 3, let dash = fields.firstIndex(of: "-"), dash + 3 < fields.count
        else { return nil }
        // What is mounted for reading here may be mounted for writing elsewhere; the last options are the file
        // system's own. One that is no device of this machine belongs to another, which writes when it likes.
        let isReadOnly = fields[dash + 3].split(separator: ",").contains("ro")
        return isReadOnly && fields[dash + 2].hasPrefix("/dev/") ? fields[2] : nil
      })
  }

  /// Whether nobody at all can change a file, by any path: modes do not bind the owner or root.
  public func isUnchangeable(_ path: String) -> Bool {
    guard let device = FileFacts(path)?.identity.device else { return false }
    return unchangeable.contains("\(major(device)):\(minor(device))")
  }
}

// The macros of the system's headers.
private func major(_ device: dev_t) -> UInt64 {
  (UInt64(device) >> 8) & 0xFFF | (UInt64(device) >> 32) & 0xFFFF_F000
}

private func minor(_ device: dev_t) -> UInt64 {
  UInt64(device) & 0xFF | (UInt64(device) >> 12) & 0xFFFF_FF00
}

/// Empty where it cannot be read.
private func wholeContent(of path: String) -> String {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return "" }
  defer { close(file) }
  var (bytes, part) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 14))
  while case let count = read(file, &part, part.count), count > 0 { bytes += part[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}
