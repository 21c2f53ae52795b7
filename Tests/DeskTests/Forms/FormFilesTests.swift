import Foundation
import Forms
import Reports
import Storage
import TargetEngine
import Testing
import Views

@testable import Desk

/// A definition that was written out is read back as the same. Source: `forms.md`, "Files".
@Suite struct FormFilesTests {
  /// Reads the files of a form, as they are, into a desk.
  private func read(
    _ form: WholeForm, _ language: Language, into desk: Desk
  ) throws -> Written<Imported> {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try form.files(language).map { name, list in
      let sink = ByteSink()
      try CSVRenderer(byteOrderMark: true).render([list.table], to: sink)
      let path = folder.appendingPathComponent(name).path
      try Data(sink.bytes).write(to: URL(fileURLWithPath: path))
      return path
    }
    return try desk.importFiles(paths)
  }

  private func keep(_ form: FormDefinition, in fixture: Fixture) throws {
    _ = try fixture.desk.write { transaction in
      let stored = try transaction.set(form)
      for (unit, until) in [("v1", nil), ("v2", "2021-11-30")] {
        guard let unit = try fixture.desk.ledger.unit(code: unit)?.unit.id else { continue }
        try transaction.set(
          FormExemption(
            unit, from: try day("2021-06-01"), until: try until.map { try day($0) }, reason: "改造"),
          from: stored)
      }
    }
  }

  @Test("a definition with its changes reads back equal, and as unchanged", arguments: 1...40)
  func equal(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 15_485_863)
    let (fixture, other) = (try Fixture(), try Fixture())
    var form = try RandomForm(fixture, &random)
    for _ in 0..<Int.random(in: 0...4, using: &random) { form.change(&random) }
    try keep(form.definition, in: fixture)
    let language: Language = Bool.random(using: &random) ? .zh : .en
    let whole = try fixture.desk.wholeForm("f")
    #expect(try read(whole, language, into: fixture.desk).isEmpty, "seed \(seed)")
    _ = try read(whole, language, into: other.desk)
    let again = try other.desk.wholeForm("f")
    #expect(again.definition == form.definition, "seed \(seed)")
    #expect(again.exemptions == whole.exemptions)
  }

  @Test(
    "changes of one day, before others and before the beginning come out right", arguments: 1...40)
  func sameVersions(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 32_452_843)
    let (fixture, other) = (try Fixture(), try Fixture())
    var form = try RandomForm(fixture, &random)
    for _ in 0..<5 { form.changeAnywhere(&random) }
    try keep(form.definition, in: fixture)
    let whole = try fixture.desk.wholeForm("f")
    #expect(try read(whole, .zh, into: fixture.desk).isEmpty, "seed \(seed)")
    _ = try read(whole, .zh, into: other.desk)
    let again = try other.desk.form("f")
    #expect(again.from == form.definition.from)
    for day in form.days where form.definition.from.map({ $0 <= day }) ?? true {
      #expect(again.version(on: day) == form.definition.version(on: day), "seed \(seed) \(day)")
    }
  }

  @Test("a file says from when a row holds only where that is not from the beginning")
  func dated() throws {
    let fixture = try Fixture()
    var random = SplitMix(state: 1)
    let plain = try RandomForm(fixture, &random, from: nil)
    try keep(plain.definition, in: fixture)
    let files = try fixture.desk.wholeForm("f").files(.en)
    #expect(
      files.map { $0.list.columns.last?.title } == ["From", "Indicator", "message", "reason"])
    #expect(
      files.map(\.name) == ["forms.csv", "form-lines.csv", "form-checks.csv", "exemptions.csv"])
  }
}
