internal import Files

/// Where a new key waits until the database knows it: a name that no other process has, which says
/// of which database it is and which key it is to replace.
struct WaitingKey {
  let path: String
  /// Of the database; empty in a file of an earlier version.
  let site: String
  /// The fingerprint of the key that it may replace.
  let replaced: String

  private static let end = ".new"
  private static let none = "none"

  /// - Parameters:
  ///   - fingerprint: nil where there is no key yet.
  init(beside path: String, site: String, replacing fingerprint: String?) {
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    self.site = site
    replaced = fingerprint ?? WaitingKey.none
    self.path = "\(path).\(site).\(random).\(replaced)\(WaitingKey.end)"
  }

  private init(_ path: String, _ fields: [Substring]) {
    self.path = path
    site = fields.count == 3 ? String(fields[0]) : ""
    replaced = fields.count == 3 ? String(fields[2]) : ""
  }

  /// All that wait beside a key file.
  static func all(beside path: String) -> [WaitingKey] {
    let name = FilePath(path)
    return FilePath.names(in: name.folder).sorted().compactMap { found in
      guard found.hasPrefix(name.last + "."), found.hasSuffix(end) else { return nil }
      let fields = found.dropFirst(name.last.count + 1).dropLast(end.count).split(separator: ".")
      return WaitingKey(name.folder + found, fields)
    }
  }
}
