import Foundation

/// A process that was started and runs beside the test.
final class Child: Sendable {
  private let process: RunningProcess
  private let streams: TemporaryFolder
  private let end: Task<Void, Never>

  /// The process is only touched to start it, to signal it and to read how it ended.
  private final class RunningProcess: @unchecked Sendable { let process = Process() }

  /// - Parameter input: a pipe that keeps the process's standard input open.
  init(
    _ executable: URL, _ arguments: [String], in folder: TemporaryFolder,
    environment: [String: String], input: Pipe? = nil
  ) throws {
    streams = try TemporaryFolder()
    for name in ["output", "errors"] { try streams.write(Data(), to: name) }
    self.process = RunningProcess()
    let process = process.process
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder.url
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = try Child.writing(to: streams.file("output"))
    process.standardError = try Child.writing(to: streams.file("errors"))
    let ended = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in ended.continuation.finish() }
    try process.run()
    end = Task { for await _ in ended.stream {} }
  }

  deinit { if process.process.isRunning { kill(process.process.processIdentifier, SIGKILL) } }

  var identifier: Int32 { process.process.processIdentifier }
  var isRunning: Bool { process.process.isRunning }

  func signal(_ number: Int32) {
    if process.process.isRunning { kill(process.process.processIdentifier, number) }
  }

  func wait() async throws -> Program.Outcome {
    await end.value
    let status = process.process.terminationStatus
    return Program.Outcome(
      status: process.process.terminationReason == .exit ? status : -status,
      output: try streams.read("output"), errors: try streams.read("errors"), timedOut: false)
  }

  private static func writing(to path: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }
}

extension Program {
  /// Starts the program and goes on.
  func start(_ arguments: [String]) throws -> Child {
    try Child(try Program.binary.get(), arguments, in: folder, environment: environment)
  }

  /// Starts another program of the machine, with `TAIZHANG` naming the one under test.
  func start(tool arguments: [String], input: Pipe? = nil) throws -> Child {
    var environment = environment
    environment["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    environment["TAIZHANG"] = try Program.binary.get().path
    return try Child(
      URL(fileURLWithPath: "/usr/bin/env"), arguments, in: folder, environment: environment,
      input: input)
  }

  /// Runs another program of the machine to its end.
  @discardableResult
  func tool(_ arguments: String...) async throws -> Outcome {
    try await start(tool: arguments).wait()
  }
}
