import Foundation
import Testing

/// Makes single calls to the system fail in the program under test: `failing-calls.c` says which.
enum FailingCalls {
  /// What becomes of the call.
  enum How: Sendable, CustomStringConvertible {
    case fails(Int32)
    /// The process is killed there, or stopped until it is continued.
    case kills, stops

    var description: String {
      switch self {
      case .fails(let errno): "\(errno)"
      case .kills: "kill"
      case .stops: "stop"
      }
    }
  }

  /// The variables of a run whose call fails.
  static func variables(at call: Int, _ how: How) throws -> [String: String] {
    ["LD_PRELOAD": try library.get(), "FAILING_AT": "\(call)", "FAILING_HOW": "\(how)"]
  }

  /// How many calls a command makes.
  static func count(_ office: Office, _ words: [String]) async throws -> Int {
    let folder = try TemporaryFolder()
    var program = office.program
    program.environment["LD_PRELOAD"] = try library.get()
    program.environment["FAILING_COUNT"] = folder.file("calls")
    let outcome = try await program.run(words)
    #expect(outcome.status == 0, "\(words): \(outcome.err)")
    return try folder.read("calls").count
  }

  /// Whether a library can be made and loaded before others here.
  static let canPreload: Bool = {
    guard let path = try? library.get(), let binary = try? Program.binary.get().path else {
      return false
    }
    let file = "\(path).probe"
    return Machine.runs(["LD_PRELOAD=\(path)", "FAILING_COUNT=\(file)", binary, "--version"])
      && FileManager.default.fileExists(atPath: file)
  }()

  static let whyNot: Comment = "no library can be made here, or loaded before the program"

  private struct NotMade: Error {}

  /// Its folder stays until the tests end.
  private static let folder = Result { try TemporaryFolder() }

  private static let library = Result<String, any Error> {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("failing-calls.c")
    let path = try folder.get().file("failing-calls.so")
    for compiler in ["cc", "clang"] {
      let words = [compiler, "-shared", "-fPIC", "-O1", "-o", path, source.path]
      if Machine.runs(words) { return path }
    }
    throw NotMade()
  }
}

extension Office {
  /// Runs a command once for each of its calls, which then fails, every time from the same state;
  /// `expect` says whether what is left is right.
  ///
  /// - Parameters:
  ///   - start: what is put back before each run.
  ///   - rounds: at most as many runs, spread over all calls.
  func eachCall(
    _ how: FailingCalls.How, _ words: [String], from start: State, rounds: Int = 60,
    expect: (Program.Outcome, Comment) async throws -> Void
  ) async throws {
    try start.putBack()
    let count = try await FailingCalls.count(self, words)
    #expect(count > 0)
    for number in stride(from: 1, through: count, by: max(1, (count + rounds - 1) / rounds)) {
      try start.putBack()
      let outcome = try await program.run(
        words, variables: FailingCalls.variables(at: number, how).mapValues { $0 })
      try await expect(outcome, "\(words) \(how) at \(number) of \(count): \(outcome.err)")
    }
    try start.putBack()
  }

  /// Files as they are now, by their paths; nil for one that is not there.
  struct State {
    var files: [String: Data?]
    var folders: [String]

    func putBack() throws {
      for folder in folders {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
          try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
      }
      for (path, bytes) in files {
        guard let bytes else {
          try? FileManager.default.removeItem(atPath: path)
          continue
        }
        let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions]
        try bytes.write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes(
          [.posixPermissions: mode ?? 0o600], ofItemAtPath: path)
      }
    }
  }

  /// - Parameters:
  ///   - files: names in the office's folder.
  ///   - folders: paths of folders that hold nothing else, and are emptied.
  func state(_ files: [String] = [], folders: [String] = []) throws -> State {
    let sides = ["", "-wal", "-shm", "-journal"]
    var paths = ([path] + files.map(program.folder.file)).flatMap { path in sides.map { path + $0 }
    }
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      paths += names.map { "\(folder)/\($0)" }
    }
    return State(
      files: Dictionary(
        uniqueKeysWithValues: paths.map {
          ($0, try? Data(contentsOf: URL(fileURLWithPath: $0)))
        }), folders: folders)
  }
}
