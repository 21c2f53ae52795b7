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
    try await Places.shared.one {
      try await runNow(
        arguments, input: input, variables: variables, output: output, memory: memory,
        within: limit)
    }
  }

  private func runNow(
    _ arguments: [String], input: Data, variables: [String: String?], output: String?,
    memory: Int?, within limit: Duration
  ) async throws -> Outcome {
    let streams = try StreamFiles(input: input, output: output)
    let words = [try Program.binary.get().path] + arguments
    let limits = memory.map { ["/bin/sh", "-c", "ulimit -v \($0); exec \"$@\"", "sh"] } ?? []
    let process = try Spawned(
      limits + words, in: folder.path,
      environment: variables.reduce(into: environment) { $0[$1.key] = $1.value },
      streams: streams.descriptors)
    let alarm = Task {
      guard (try? await Task.sleep(for: limit)) != nil else { return false }
      process.signal(SIGKILL)
      return true
    }
    let status = await process.status()
    alarm.cancel()
    return Outcome(
      status: status, output: try streams.written(to: .output),
      errors: try streams.written(to: .errors), timedOut: await alarm.value)
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

/// The three streams of a process as files: no pipe can fill up and block it.
struct StreamFiles {
  enum Name: String { case input, output, errors }

  private let input, output, errors: Descriptor
  /// Not the program's own folder, which a test may list.
  private let folder: TemporaryFolder

  /// - Parameter other: a file that takes standard output in place of the one of `written(to:)`.
  init(input data: Data = Data(), output other: String? = nil) throws {
    let folder = try TemporaryFolder()
    let path = { (name: Name) in folder.file(name.rawValue) }
    try folder.write(data, to: Name.input.rawValue)
    for name in [Name.output, .errors] { try folder.write(Data(), to: name.rawValue) }
    input = try Descriptor(path(.input), O_RDONLY)
    output = try Descriptor(other ?? path(.output), O_WRONLY)
    errors = try Descriptor(path(.errors), O_WRONLY)
    self.folder = folder
  }

  var descriptors: Spawned.Streams {
    Spawned.Streams(input: input.number, output: output.number, errors: errors.number)
  }

  func written(to name: Name) throws -> Data { try folder.read(name.rawValue) }
}
