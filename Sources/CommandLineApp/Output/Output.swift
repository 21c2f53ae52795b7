internal import Glibc
internal import Reports
internal import TargetEngine

/// Prints a result in the wanted format, to standard output or into a file.
struct Output {
  let options: CommonOptions
  let language = Session.current.language

  /// Prints tables, or their JSON.
  func show(
    _ tables: @autoclosure () throws -> [Table], json: @autoclosure () throws -> JSONValue
  ) throws {
    switch options.format {
    case .json: try write(json())
    case .table: try write(renderer.render(tables()))
    case .csv: try write(CSVRenderer(byteOrderMark: options.output != nil).render(tables()))
    case .markdown: try write(MarkdownRenderer().render(tables()))
    case .html: try write(HTMLRenderer(language: language).render(tables()))
    }
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
    var bytes = json.bytes
    bytes.append(UInt8(ascii: "\n"))
    try write(bytes)
  }

  private var renderer: TerminalRenderer {
    TerminalRenderer(width: Terminal.width, color: usesColor, language: language)
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

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes UTF-8 to standard output, or a file that appears whole or not at all.
  func write(_ text: [UInt8]) throws {
    guard let path = options.output else {
      try Output.put(text, STDOUT_FILENO, name: "-")
      return
    }
    if !options.force, access(path, F_OK) == 0 { throw UsageFault.outputExists(path) }
    let part = "\(path).\(getpid()).part"
    do {
      try Output.put(text, into: part, for: path)
      guard rename(part, path) == 0 else { throw Output.fault(path) }
    } catch {
      unlink(part)
      throw error
    }
  }

  /// Writes `part`; faults name the file that was asked for.
  private static func put(_ text: [UInt8], into part: String, for path: String) throws {
    let file = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw fault(path) }
    defer { close(file) }
    try put(text, file, name: path)
    guard fsync(file) == 0 else { throw fault(path) }
  }

  static func print(_ text: String) throws {
    try put(Array(text.utf8), STDOUT_FILENO, name: "-")
  }

  private static func put(_ text: [UInt8], _ file: Int32, name: String) throws {
    let error: UsageFault? = text.withUnsafeBytes { bytes in
      var rest = bytes
      while let start = rest.baseAddress, !rest.isEmpty {
        let written = Glibc.write(file, start, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          // A reader that has seen enough, such as `head`, is no failure.
          return errno == EPIPE ? nil : fault(name)
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

  /// Says something beside the result.
  static func note(_ text: String) { prompt(text + "\n") }

  /// A question, behind which the answer is typed.
  static func prompt(_ text: String) {
    let plain = ControlCharacters.replacedKeepingLines(in: text)
    try? put(Array(plain.utf8), STDERR_FILENO, name: "-")
  }
}
