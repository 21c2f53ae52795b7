import Foundation
import Testing

/// A disk of a few pages, mounted in a folder of the test's own and filled at will.
final class SmallDisk: Sendable {
  let path: String
  private let program: Program

  init(_ program: Program, kilobytes: Int) async throws {
    path = program.folder.file("disk")
    self.program = program
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let outcome = try await program.tool(
      "mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "none", path)
    try #require(outcome.status == 0, "\(outcome.err)")
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Leaves this much room and no more.
  func fill(leaving kilobytes: Int = 0) async throws {
    try await program.tool(
      "sh", "-c",
      "cat /dev/zero > \"$0\" 2>/dev/null; truncate -s -\(kilobytes)K \"$0\"", file("fill"))
  }

  func makeRoom() throws { try FileManager.default.removeItem(atPath: file("fill")) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func unmount() async throws { try await program.tool("umount", "-l", path) }
}

extension Office {
  /// An office whose database lies on a small disk while `body` runs.
  static func onSmallDisk(
    kilobytes: Int = 2048, _ body: (Office, SmallDisk) async throws -> Void
  ) async throws {
    var office = try await Office()
    let disk = try await SmallDisk(office.program, kilobytes: kilobytes)
    do {
      try FileManager.default.copyItem(atPath: office.path, toPath: disk.file("a.db"))
      office.program.environment["TAIZHANG_DB"] = disk.file("a.db")
      try await body(office, disk)
    } catch {
      try await disk.unmount()
      throw error
    }
    try await disk.unmount()
  }
}
