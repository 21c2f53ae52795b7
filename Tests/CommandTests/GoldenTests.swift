import Foundation
import Testing

/// Plays each script of `Golden` against the real program. `UPDATE_GOLDEN=1` writes what the
/// program prints into the scripts instead of comparing: read the difference before keeping it.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden", isDirectory: true)

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".test") }.sorted()
  }()

  @Test func thereAreScripts() { #expect(!GoldenTests.names.isEmpty) }

  @Test(arguments: names)
  func script(_ name: String) async throws {
    let file = GoldenTests.folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    var script = try GoldenScript(text)
    let player = GoldenPlayer(program: try Program())
    let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
    for index in script.steps.indices {
      let step = script.steps[index]
      let printed = try await player.play(step.action)
      if updates {
        script.steps[index].expected = printed
      } else if printed != step.expected {
        let place = SourceLocation(
          fileID: "CommandTests/\(name)", filePath: file.path, line: step.line, column: 1)
        let difference = GoldenTests.difference(step.expected, printed)
        Issue.record("\(step.action.title)\n\(difference)", sourceLocation: place)
      }
    }
    if updates, script.text != text {
      try script.text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  /// Both texts in one: `-` is expected and missing, `+` is printed and not expected.
  private static func difference(_ expected: [String], _ printed: [String]) -> String {
    let changes = printed.difference(from: expected)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for case .remove(let offset, _, _) in changes.removals { removed.insert(offset) }
    for case .insert(let offset, _, _) in changes.insertions { added.insert(offset) }
    var lines: [String] = []
    var (old, new) = (0, 0)
    while old < expected.count || new < printed.count {
      if removed.contains(old) {
        lines.append("- " + expected[old])
        old += 1
      } else if added.contains(new) {
        lines.append("+ " + printed[new])
        new += 1
      } else {
        lines.append("  " + expected[old])
        (old, new) = (old + 1, new + 1)
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// Carries out the steps of one script.
private final class GoldenPlayer {
  let program: Program
  var mask: GoldenMask

  init(program: Program) {
    self.program = program
    mask = GoldenMask(folder: program.folder.path)
  }

  /// Does a step and gives the lines that a script holds after it.
  func play(_ action: GoldenScript.Action) async throws -> [String] {
    switch action {
    case .write(let name, let content):
      try program.folder.write(mask.filled(content), to: name)
      return []
    case .show(let name):
      return mask.lines(String(decoding: try program.folder.read(name), as: UTF8.self))
    case .run(let command):
      return try await run(GoldenScript.words(mask.filled(command)))
    }
  }

  private func run(_ words: [String]) async throws -> [String] {
    var words = words
    var input = Data()
    if words.count >= 2, words[words.count - 2] == "<" {
      input = try program.folder.read(words.removeLast())
      words.removeLast()
    }
    let settings = words.prefix { $0.wholeMatch(of: /[A-Z_]+=.*/) != nil }
    let variables = settings.map { setting in
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), Optional(String(parts[1])))
    }
    let outcome = try await program.run(
      Array(words.dropFirst(settings.count)), input: input,
      variables: Dictionary(uniqueKeysWithValues: variables))
    var lines = mask.lines(outcome.out)
    lines += mask.lines(outcome.err).map { $0.isEmpty ? "!" : "! " + $0 }
    if outcome.status != 0 { lines.append("exit \(outcome.status)") }
    return lines + (outcome.timedOut ? ["timed out"] : [])
  }
}

extension GoldenScript.Action {
  /// The line that begins a step.
  fileprivate var title: String {
    switch self {
    case .run(let command): "$ " + command
    case .show(let name): "@ " + name
    case .write(let name, _): "<<< " + name
    }
  }
}
