import Foundation

/// The real program, run as a process in a fresh folder that is its home, its data folder and its
/// working folder. The folder goes away with the last copy of this value.
struct Program: Sendable {
  let folder: TemporaryFolder
  /// The whole environment of a run: nothing is taken from the machine.
  var environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    environment = [
      "HOME": folder.path, "XDG_DATA_HOME": folder.path, "TAIZHANG_DB": folder.file("台账.db"),
      "TAIZHANG_LANG": "zh", "TAIZHANG_ACTOR": "张敏", "TAIZHANG_TODAY": "2021-06-30",
      "NO_COLOR": "1", "COLUMNS": "100", "TZ": "UTC", "LANG": "C.UTF-8",
      "TAIZHANG_SEEDS": Program.package.appendingPathComponent("seeds").path,
    ]
  }

  /// How a run ended and what it wrote.
  struct Outcome: Sendable {
    /// The exit status; minus the signal's number when a signal ended the run.
    let status: Int32
    let output: Data
    let errors: Data
    let timedOut: Bool

    var out: String { String(decoding: output, as: UTF8.self) }
    var err: String { String(decoding: errors, as: UTF8.self) }
  }

  /// - Parameters:
  ///   - variables: changes to the environment of this run; nil takes a variable away.
  ///   - output: a file that takes standard output in place of `Outcome.output`, as `/dev/full`.
  ///   - memory: how many kilobytes of address space it may have.
  func run(
    _ arguments: [String], input: Data = Data(), variables: [String: String?] = [:],
    output: String? = nil, memory: Int? = nil, within limit: Duration = .seconds(60)
  ) async throws -> Outcome {
    let streams = try Streams(input: input, output: output)
    defer { streams.close() }
    let process = Process()
    let binary = try Program.binary.get()
    if let memory {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit -v \(memory); exec \"$@\"", "sh", binary.path] + arguments
    } else {
      process.executableURL = binary
      process.arguments = arguments
    }
    process.environment = variables.reduce(into: environment) { $0[$1.key] = $1.value }
    process.currentDirectoryURL = folder.url
    process.standardInput = streams.input
    process.standardOutput = streams.output
    process.standardError = streams.errors
    let timedOut = try await Program.wait(for: process, within: limit)
    let isExit = process.terminationReason == .exit
    return Outcome(
      status: isExit ? process.terminationStatus : -process.terminationStatus,
      output: try streams.written(to: .output), errors: try streams.written(to: .errors),
      timedOut: timedOut)
  }

  /// Starts the process and waits for its end; true when it had to be killed.
  private static func wait(for process: Process, within limit: Duration) async throws -> Bool {
    let end = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in end.continuation.finish() }
    try process.run()
    let pid = process.processIdentifier
    let alarm = Task {
      guard (try? await Task.sleep(for: limit)) != nil else { return false }
      kill(pid, SIGKILL)
      return true
    }
    for await _ in end.stream {}
    alarm.cancel()
    return await alarm.value
  }
}

/// A new folder that is removed when nobody holds it any more.
final class TemporaryFolder: Sendable {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("taizhang-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: url.appendingPathComponent(name))
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func read(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }
}

extension Program {
  struct NoBinary: Error, CustomStringConvertible {
    let description = "no taizhang found: build the package or set TAIZHANG_BINARY"
  }

  private static let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  /// `TAIZHANG_BINARY`, else the program beside the tests, else the package's debug build.
  static let binary: Result<URL, NoBinary> = {
    if let path = ProcessInfo.processInfo.environment["TAIZHANG_BINARY"] {
      return .success(URL(fileURLWithPath: path))
    }
    let started = CommandLine.arguments.enumerated()
      .filter { $0.offset == 0 || $0.element.hasSuffix(".xctest") }
      .map { URL(fileURLWithPath: $0.element).deletingLastPathComponent() }
    let places = started + [package.appendingPathComponent(".build/debug", isDirectory: true)]
    for place in places {
      let file = place.appendingPathComponent("taizhang").standardizedFileURL
      if FileManager.default.isExecutableFile(atPath: file.path) { return .success(file) }
    }
    return .failure(NoBinary())
  }()
}

/// The three streams of a run as files: no pipe can fill up and block it.
private struct Streams {
  enum Name: String { case input, output, errors }

  let input: FileHandle
  let output: FileHandle
  let errors: FileHandle
  /// Not the program's own folder, which a test may list.
  private let folder: TemporaryFolder

  init(input data: Data, output other: String?) throws {
    let folder = try TemporaryFolder()
    let url = { (name: Name) in folder.url.appendingPathComponent(name.rawValue) }
    try folder.write(data, to: Name.input.rawValue)
    for name in [Name.output, .errors] { try folder.write(Data(), to: name.rawValue) }
    input = try FileHandle(forReadingFrom: url(.input))
    output = try FileHandle(
      forWritingTo: other.map { URL(fileURLWithPath: $0) } ?? url(.output))
    errors = try FileHandle(forWritingTo: url(.errors))
    self.folder = folder
  }

  func written(to name: Name) throws -> Data { try folder.read(name.rawValue) }

  func close() { for stream in [input, output, errors] { try? stream.close() } }
}
