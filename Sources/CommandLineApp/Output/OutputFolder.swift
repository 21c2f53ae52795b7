internal import Files
internal import Reports

/// A folder into which a command writes several files.
struct OutputFolder {
  let path: String
  /// The options of the command without the folder, into which nothing else is written.
  let plain: CommonOptions

  /// Nil where `--output` names no folder: neither one that is there, nor a path that ends with a slash.
  init?(_ common: CommonOptions) {
    guard let path = common.output, path.hasSuffix("/") || FileFacts(path)?.isFolder == true else {
      return nil
    }
    self.path = path.hasSuffix("/") ? path : path + "/"
    var plain = common
    plain.output = nil
    self.plain = plain
  }

  /// Writes files, all or, where one has no room, none, and says which.
  func write(_ files: [(name: String, write: (Output) throws -> Void)]) throws {
    let outputs = files.map { file in
      var options = plain
      options.output = path + file.name
      return Output(options: options)
    }
    try Workplace.makeFolder(of: path)
    for output in outputs { try output.expectRoom() }
    for (file, output) in zip(files, outputs) { try file.write(output) }
    try Output(options: plain).tell(written: outputs.compactMap(\.options.output))
  }
}

extension Output {
  /// Says that a file was written, where there is one; what goes to a device or a pipe is all that it has.
  func tellWritten() throws {
    guard let path = options.output, Output.isReplaced(path) else { return }
    var plain = options
    plain.output = nil
    try Output(options: plain).tell(written: [path])
  }

  fileprivate func tell(written paths: [String]) throws {
    try tell(
      say("已写入 \(paths.count) 个文件：", "Wrote \(paths.count) file(s):") + "\n"
        + paths.joined(separator: "\n"),
      json: .object([("files", .array(paths.map { .string($0) }))]))
  }
}
