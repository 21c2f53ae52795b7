import Foundation
import Glibc
import Registers
import Testing

@testable import Desk

/// A file is opened once, whoever imports it: so a pipe is read like any other file.
struct OpenedOnceTests {
  /// The files of every importer, and what the receipt counts of each.
  static let samples: [(name: String, text: String)] = [
    ("units", "code,parent,name,kind\nv9,t1,unit v9,village\n"),
    ("indicators", "id,name,kind,measure\nx.done,x,flow,个\n"),
    ("targets", "indicator,unit,year,amount\nclinics.accepted,t1,2021,12\n"),
    ("entries", "date,indicator,unit,amount\n2021-06-01,union.members,t1,3\n"),
    ("holidays", "day,kind,name\n2027-01-01,off,元旦\n2027-10-01,off,国庆节\n"),
    ("records", "facility,year,stage,accepted-on\nc1,2021,accepted,2021-06-01\n"),
    ("persons", "name,id-number\n张三,110101190003070002\n"),
  ]

  @Test("every importer opens a file once", arguments: samples.map(\.name), [false, true])
  func files(name: String, isLarge: Bool) throws {
    let text = try #require(OpenedOnceTests.samples.first { $0.name == name }?.text)
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let watch = inotify_init1(Int32(IN_NONBLOCK))
    defer { close(watch) }
    try #require(inotify_add_watch(watch, path, UInt32(IN_OPEN)) >= 0)
    try read(path, name, isLarge: isLarge)
    var events = [UInt8](repeating: 0, count: 4096)
    let opened = Glibc.read(watch, &events, events.count)
    // An event of a watched file has no name behind it.
    #expect(opened == MemoryLayout<inotify_event>.size)
  }

  @Test("every importer reads a pipe", arguments: samples.map(\.name))
  func pipes(name: String) throws {
    let text = try #require(OpenedOnceTests.samples.first { $0.name == name }?.text)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    _ = write(ends[1], text, text.utf8.count)
    close(ends[1])
    defer { close(ends[0]) }
    try read("/dev/fd/\(ends[0])", name, isLarge: false)
  }

  private func read(_ path: String, _ name: String, isLarge: Bool) throws {
    let office = try RecordFixture()
    office.desk.largeFile = isLarge ? 0 : .max
    if name == "persons" { try office.makeKey() }
    let head = try office.desk.importFiles([path]).head
    #expect(head.transaction > 0)
  }
}
