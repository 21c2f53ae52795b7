import Dispatch
import Foundation
import Glibc
import Synchronization

/// A process of a test, started with `posix_spawn`.
///
/// Foundation's `Process` lists the open descriptors of the test process and copies each
/// `dirent` whole, which reads past the buffer of `readdir`: the more descriptors are open, the
/// likelier the tests crash.
final class Spawned: Sendable {
  /// The descriptors that become the process's three streams.
  struct Streams {
    var input: Int32
    var output: Int32
    var errors: Int32
  }

  struct Failure: Error, CustomStringConvertible {
    let call: String
    let number: Int32
    var description: String { "\(call): \(String(cString: strerror(number)))" }
  }

  let identifier: pid_t
  /// The exit status, minus the signal's number when a signal ended it; nil while it runs.
  private let ending = Mutex<Int32?>(nil)
  private let ended = DispatchGroup()

  /// - Parameter words: the program, sought in the folders of `PATH`, and its arguments.
  init(
    _ words: [String], in folder: String, environment: [String: String], streams: Streams
  ) throws {
    var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, stream) in [streams.input, streams.output, streams.errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    // What the test process opens itself is closed on exec; what it was given has low numbers.
    for number in Int32(3)..<64 { posix_spawn_file_actions_addclose(&actions, number) }
    // Whoever runs the tests may ignore or block signals; the process starts with none of that.
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var pid = pid_t()
    // A folder to start in is not among what `posix_spawn` takes everywhere.
    let words = ["/usr/bin/env", "-C", folder] + words
    let result = Spawned.withStrings(words) { arguments in
      Spawned.withStrings(environment.map { "\($0)=\($1)" }) { variables in
        posix_spawn(&pid, words[0], &actions, &attributes, arguments, variables)
      }
    }
    guard result == 0 else { throw Failure(call: words[0], number: result) }
    identifier = pid
    ended.enter()
    Thread.detachNewThread { self.reap() }
  }

  var isRunning: Bool { ending.withLock { $0 == nil } }

  /// Sends a signal, unless the process has ended.
  func signal(_ number: Int32) {
    ending.withLock { if $0 == nil { kill(identifier, number) } }
  }

  /// The exit status, minus the signal's number when a signal ended it.
  func status() async -> Int32 {
    await withCheckedContinuation { continuation in
      ended.notify(queue: .global()) { continuation.resume() }
    }
    return ending.withLock { $0 ?? .max }
  }

  /// As `status()`, for what cannot wait in a task.
  func statusNow() -> Int32 {
    ended.wait()
    return ending.withLock { $0 ?? .max }
  }

  /// Waits for the end, and takes it under the lock: no signal reaches a number that another
  /// process has by then.
  private func reap() {
    var information = siginfo_t()
    while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) == -1, errno == EINTR {}
    ending.withLock {
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) == -1, errno == EINTR {}
      let signal = status & 0x7f
      $0 = signal == 0 ? (status >> 8) & 0xff : -signal
    }
    ended.leave()
  }

  /// What C calls a vector of strings: it ends with a null pointer.
  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// An open file of the test process, closed with the last copy of this value and in no child
/// but by its number.
final class Descriptor: Sendable {
  let number: Int32

  init(_ path: String, _ flags: Int32) throws {
    number = open(path, flags | O_CLOEXEC)
    guard number >= 0 else { throw Spawned.Failure(call: path, number: errno) }
  }

  deinit { close(number) }
}
