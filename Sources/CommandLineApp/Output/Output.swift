internal import Files
internal import Glibc
internal import Reports
internal import StorageSQLite
internal import TargetEngine

/// Prints a result in the wanted format, to standard output or into a file.
struct Output {
  let options: CommonOptions
  let language = Session.current.language
  /// Whether a file that is written is for its owner alone, since it shows secrets.
  var isPrivate = false

  /// Prints tables, or their JSON.
  func show(
    _ tables: @autoclosure () throws -> [Table], json: @autoclosure () throws -> JSONValue
  ) throws {
    if options.format == .json { return try write(json()) }
    let tables = try tables()
    try write { try renderer.render(tables, to: $0) }
  }

  /// Lays tables out in the wanted format.
  private var renderer: any TableRenderer {
    switch options.format {
    case .table, .json:
      TerminalRenderer(width: Terminal.width, color: usesColor, language: language)
    case .csv: CSVRenderer(byteOrderMark: options.output != nil)
    case .markdown: MarkdownRenderer()
    case .html: HTMLRenderer(language: language)
    }
  }

  /// Prints a table whose rows are made while it is printed.
  func show(_ table: Table, rows: RowMaker) throws {
    try write { try renderer.render(table, rows: rows, to: $0) }
  }

  /// Prints a list; its sums are for people only.
  func show(_ list: ObjectList) throws {
    var list = list
    if options.format == .csv { list.total = nil }
    try show([list.table], json: list.json)
  }

  /// Prints a short message, or its JSON.
  func tell(_ message: String, json: JSONValue) throws {
    if options.format == .json { try write(json) } else { try tell(message) }
  }

  /// Prints sentences: whatever they quote reaches no terminal as a command to it.
  func tell(_ sentences: String) throws {
    try write(ControlCharacters.replacedKeepingLines(in: sentences) + "\n")
  }

  private func write(_ json: JSONValue) throws {
    try write { sink in
      try sink.write(json)
      try sink.write("\n")
    }
  }

  var usesColor: Bool {
    switch options.colorChoice {
    case .always: true
    case .never: false
    case .auto:
      options.output == nil && Terminal.isOutput && Session.variable("NO_COLOR") == nil
        && Session.variable("TERM") != "dumb"
    }
  }

  func write(_ text: String) throws { try write { try $0.write(text) } }

  func write(_ text: [UInt8]) throws { try write { try $0.write(text) } }

  /// Writes UTF-8 to standard output, or a file that appears whole or not at all.
  func write(_ body: (ByteSink) throws -> Void) throws {
    guard let path = options.output else {
      try Output.put(STDOUT_FILENO, name: "-", body)
      return
    }
    try expectRoom()
    if Output.isReplaced(path) {
      try replace(path, body)
    } else {
      try Output.put(intoDevice: path, body)
    }
  }

  /// Whether the output can go where the options say.
  ///
  /// - Throws: `UsageFault.outputExists`, `.outputIsDatabase`, `.outputIsLedger`, `.outputIsKey`.
  func expectRoom() throws {
    guard let path = options.output else { return }
    try expectFree(path)
    if path.hasSuffix("/") || FileFacts(path)?.isFolder == true {
      throw UsageFault.cannotWrite(path, reason: String(cString: strerror(EISDIR)))
    }
    if !options.force, FileFacts(path) != nil, Output.isReplaced(path) {
      throw UsageFault.outputExists(path)
    }
    // Another ledger may be in use; a copy of one is put in its place by `backup` alone.
    if LedgerFiles.isLedger(path) { throw UsageFault.outputIsLedger(path) }
    // A file of that name would hide the log from the guards of the next copy.
    if let log = LedgerFiles.strayLog(beside: path) { throw CopyFault.strayLog(path: log) }
    // Asked before anything is opened: a number that is free now may be the database's later.
    if let descriptor = RealPath.descriptor(RealPath.of(path)), fcntl(descriptor, F_GETFD) < 0 {
      throw Output.fault(path)
    }
  }

  /// - Throws: `UsageFault.outputIsDatabase`, `.outputIsKey`: nothing is written over what the command
  ///   works on.
  func expectFree(_ path: String) throws {
    if let database = try? Workplace(options: options).path,
      LedgerFiles.isPart(path, of: database)
    {
      throw UsageFault.outputIsDatabase(path)
    }
    try Output.expectNoKey(path)
  }

  /// - Throws: `UsageFault.outputIsKey`: without its key nobody reads the secrets of a database.
  static func expectNoKey(_ path: String) throws {
    if KeyFile.holdsKey(path) { throw UsageFault.outputIsKey(path) }
  }

  /// Whether a file is made under that name: a device or a pipe, and what a path such as
  /// `/dev/stdout` stands for, is written into.
  static func isReplaced(_ path: String) -> Bool {
    let isFile = FileFacts(path).map { $0.isRegular || $0.isFolder } ?? true
    return isFile && !RealPath.isOpenFile(RealPath.of(path))
  }

  /// Faults name the file that was asked for.
  private func replace(_ path: String, _ body: (ByteSink) throws -> Void) throws {
    let part = Replacement(
      of: path, mode: isPrivate ? 0o600 : 0o644, isPrivate: isPrivate)
    do {
      let file = try part.create()
      defer { close(file) }
      try Output.put(file, name: path, body)
      try part.take(replacing: options.force)
    } catch let fault as SystemFault {
      part.discard()
      if fault.errno == EEXIST { throw UsageFault.outputExists(path) }
      throw UsageFault.cannotWrite(path, reason: String(cString: strerror(fault.errno)))
    } catch {
      part.discard()
      throw error
    }
  }

  /// Writes into a device, a pipe or what is already open: it cannot be replaced.
  private static func put(
    intoDevice path: String, _ body: (ByteSink) throws -> Void
  ) throws {
    let open = RealPath.descriptor(RealPath.of(path))
    let file =
      open.map { dup($0) }
      ?? Glibc.open(path, O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw fault(path) }
    defer { close(file) }
    try put(file, name: path, body)
  }

  static func print(_ text: String) throws {
    try put(STDOUT_FILENO, name: "-") { try $0.write(text) }
  }

  private static func put(
    _ file: Int32, name: String, _ body: (ByteSink) throws -> Void
  ) throws {
    let sink = ByteSink { try put($0, file, name: name) }
    do {
      try body(sink)
      try sink.finish()
    } catch is ReaderHasGone {
      // A reader that has seen enough, such as `head`, is no failure.
    }
  }

  private struct ReaderHasGone: Error {}

  private static func put(_ bytes: [UInt8], _ file: Int32, name: String) throws {
    let error: (any Error)? = bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while let start = rest.baseAddress, !rest.isEmpty {
        let written = Glibc.write(file, start, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return errno == EPIPE ? ReaderHasGone() : fault(name)
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return nil
    }
    if let error { throw error }
  }

  private static func fault(_ path: String) -> UsageFault {
    .cannotWrite(path, reason: String(cString: strerror(errno)))
  }

  /// Says beside a file of bare rows what any other format has below its table.
  func tellBeside(_ notes: @autoclosure () -> [String]) {
    if options.format == .csv { notes().forEach(Output.note) }
  }

  /// Says something beside the result.
  static func note(_ text: String) { prompt(text + "\n") }

  /// A question, behind which the answer is typed.
  static func prompt(_ text: String) {
    let plain = ControlCharacters.replacedKeepingLines(in: text)
    try? put(Array(plain.utf8), STDERR_FILENO, name: "-")
  }
}
