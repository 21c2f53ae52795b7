import Foundation

/// A process that was started and runs beside the test.
final class Child: Sendable {
  private let process: Spawned
  private let streams: StreamFiles

  /// - Parameter input: a pipe that keeps the process's standard input open.
  init(
    _ words: [String], in folder: TemporaryFolder, environment: [String: String],
    input: Pipe? = nil
  ) throws {
    streams = try StreamFiles()
    var descriptors = streams.descriptors
    if let input {
      descriptors.input = input.fileHandleForReading.fileDescriptor
      // In another child the pipe's end would stay open when the test has closed it.
      _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    process = try Spawned(
      words, in: folder.path, environment: environment, streams: descriptors)
    // Who writes must see that nobody reads any more.
    try input?.fileHandleForReading.close()
  }

  deinit { process.signal(SIGKILL) }

  var identifier: Int32 { process.identifier }
  var isRunning: Bool { process.isRunning }

  func signal(_ number: Int32) { process.signal(number) }

  func wait() async throws -> Program.Outcome {
    let status = await process.status()
    return Program.Outcome(
      status: status, output: try streams.written(to: .output),
      errors: try streams.written(to: .errors), timedOut: false)
  }
}

extension Program {
  /// Starts the program and goes on.
  func start(_ arguments: [String]) throws -> Child {
    try Child(
      [try Program.binary.get().path] + arguments, in: folder, environment: environment)
  }

  /// Starts another program of the machine, with `TAIZHANG` naming the one under test.
  func start(tool arguments: [String], input: Pipe? = nil) throws -> Child {
    var environment = environment
    environment["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    environment["TAIZHANG"] = try Program.binary.get().path
    return try Child(
      arguments, in: folder, environment: environment, input: input)
  }

  /// Runs another program of the machine to its end.
  @discardableResult
  func tool(_ arguments: String...) async throws -> Outcome {
    try await start(tool: arguments).wait()
  }
}
