/// What can be wrong with a file as such, before anything is known about its contents.
public enum FileFault: Error, Sendable, Equatable {
  case notFound(String)
  case isDirectory(String)
  case noPermission(String)
  /// Any other failure of opening or reading, with the system's error number.
  case unreadable(String, errno: Int32)

  /// The path as the caller gave it.
  public var path: String {
    switch self {
    case .notFound(let path), .isDirectory(let path), .noPermission(let path): path
    case .unreadable(let path, _): path
    }
  }
}
