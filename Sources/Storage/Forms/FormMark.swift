internal import Cryptography
internal import Database
public import Forms

extension FormVersion {
  /// What is printed and judged by a version, in short: two that have the same lines and checks have
  /// the same mark. A submission that was sent keeps that of the version by which it was judged.
  public var mark: String {
    let text = (lines.map(\.cells) + ["\n"] + checks.map(\.cells)).joined(separator: "\n")
    return hexadecimal(SHA256.hash(Array(text.utf8)).prefix(8))
  }
}
