internal import Glibc

/// Where paths lead.
public enum RealPath {
  /// The absolute path of the file behind every symbolic link, whether that file is there or not.
  ///
  /// The links of `/proc`, such as `/dev/stdout`, are where it ends: they lead to what a program
  /// has open, and what they say of its name need not be true.
  public static func of(_ path: String) -> String {
    var path = path
    for _ in 0..<linksAtMost {
      let name = FilePath(path)
      guard !name.last.isEmpty, let folder = real(name.folder) else { break }
      let place = (folder == "/" ? "" : folder) + "/" + name.last
      if folder.hasPrefix("/proc/") { return place }
      guard let link = link(place) else { return real(place) ?? place }
      path = link.hasPrefix("/") ? link : folder + "/" + link
    }
    return real(path) ?? path
  }

  /// Whether two paths lead to one file by any of its names, whether that file is there or not.
  public static func areOne(_ path: String, _ other: String) -> Bool {
    let (real, otherReal) = (of(path), of(other))
    if real == otherReal { return true }
    guard let identity = FileFacts(real)?.identity else { return false }
    return identity == FileFacts(otherReal)?.identity
  }

  /// The descriptor of this process that a real path stands for: 1 for where `/dev/stdout` leads.
  public static func descriptor(_ real: String) -> Int32? {
    let name = FilePath(real)
    let folders = ["self", "thread-self", "\(getpid())"].map { "/proc/\($0)/fd/" }
    return folders.contains(name.folder) ? Int32(name.last) : nil
  }

  /// Whether a real path leads to what some process has open.
  public static func isOpenFile(_ real: String) -> Bool {
    let folder = FilePath(real).folder
    return folder.hasPrefix("/proc/") && folder.hasSuffix("/fd/")
  }

  /// The system gives up at as many.
  private static let linksAtMost = 40

  /// Nil also for a name that is no UTF-8, which a `String` would make another name of.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(validatingCString: found)
  }

  /// What a symbolic link says.
  static func link(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(path, &buffer, buffer.count)
    return length > 0 ? String(validating: buffer[..<length], as: UTF8.self) : nil
  }
}

/// A path in its two parts.
public struct FilePath: Sendable {
  /// Up to the last slash and with it; `./` where there is none.
  public let folder: String
  public let last: String

  public init(_ path: String) {
    let slash = path.lastIndex(of: "/")
    folder = slash.map { String(path[...$0]) } ?? "./"
    last = String(path[(slash.map { path.index(after: $0) } ?? path.startIndex)...])
  }

  /// The names in a folder; none where it cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
