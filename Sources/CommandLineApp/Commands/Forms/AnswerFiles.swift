internal import ArgumentParser
internal import Desk
internal import Files
internal import Sentences
internal import Views

extension ImportArguments {
  /// Imports files of answers, each by itself: one that is refused hinders no other. On a terminal it is shown
  /// what would become of all, and asked once.
  ///
  /// - Throws: exit 65 where any was refused.
  func importEach() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let output = Output(options: common)
    var shown: [String: Imported] = [:]
    if doubts.asks(files) {
      let trial = try each(desk, isDryRun: true)
      shown = trial.imported
      trial.sentences.forEach(Output.note)
      try Confirmation.ask(say("写入以上内容。", "This will be written."), isGiven: false)
    }
    let done = try each(desk, isDryRun: doubts.dryRun, shown: shown)
    done.refusals.forEach(Output.note)
    let head = try desk.head()
    let show = {
      try output.show(
        done.arrived.tables(output.language, head: head.description),
        json: done.arrived.json(head: head.description))
    }
    if doubts.dryRun { try show() } else { try output.afterWriting(head.spoken, show) }
    if done.arrived.refused > 0 { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  private func each(
    _ desk: Desk, isDryRun: Bool, shown: [String: Imported] = [:]
  ) throws -> FilesOfAnswers {
    let language = Session.current.language
    var done = FilesOfAnswers(arrived: ArrivedAnswers(isRehearsal: isDryRun))
    for file in files {
      do {
        var options = doubts.options
        options.isDryRun = isDryRun
        options.shown = shown[file]
        let written = try doubts.measured(options) {
          try desk.importFiles([file], only: .answers, $0, progress: $1)
        }
        done.imported[file] = written.result
        done.arrived.take(file, written.result)
        let receipt = written.result.receipt(language, isRehearsal: isDryRun)
        done.sentences.append(receipt.of(written, language).sentence)
      } catch let error as any Explained {
        let lines = error.complaint(language).lines
        // What came through a pipe is gone.
        let isThere = FileFacts(file)?.isRegular ?? false
        done.arrived.refuse(
          file, lines, about: isThere ? try desk.periodsAnswered(in: file) : [])
        let refusal = ([say("\(file)：未导入", "\(file): not imported")] + lines)
          .joined(separator: "\n")
        done.refusals.append(refusal)
        done.sentences.append(refusal)
      }
    }
    try done.arrived.lookUp(desk)
    return done
  }
}

/// What became of several files.
private struct FilesOfAnswers {
  var arrived: ArrivedAnswers
  var imported: [String: Imported] = [:]
  /// Why files were refused.
  var refusals: [String] = []
  /// What is said of each file, before it is asked about.
  var sentences: [String] = []
}
