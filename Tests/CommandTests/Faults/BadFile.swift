import Foundation
import Testing

/// A file that an import refuses, and what it is to say of it.
struct BadFile: Sendable, CustomTestStringConvertible {
  var title: String
  var bytes: Data
  /// `LINE:COLUMN` of every fault, in order.
  var places: [String]
  /// A part of the first sentence, in Chinese and in English.
  var zh: String
  var en: String

  var testDescription: String { title }

  init(_ title: String, _ text: String, at places: String..., zh: String, en: String) {
    self.init(title, Data(text.utf8), at: places, zh: zh, en: en)
  }

  init(_ title: String, _ bytes: Data, at places: [String], zh: String, en: String) {
    self.title = title
    self.bytes = bytes
    self.places = places
    self.zh = zh
    self.en = en
  }

  /// Rows of an entries file under its header.
  static func entries(_ rows: String...) -> String {
    "date,indicator,unit,amount\n" + rows.map { $0 + "\n" }.joined()
  }

  /// Imports the file in both languages: refused with every place, and nothing is touched.
  func expectRefusal() async throws {
    let office = try await Office()
    try office.program.folder.write(bytes, to: "bad.csv")
    let before = try office.snapshot()
    for (language, part) in [("zh", zh), ("en", en)] {
      let outcome = try await office.run("import", "bad.csv", language: language)
      let lines = outcome.err.split(separator: "\n").map(String.init)
      let heads = lines.dropLast().map { line in
        line.split(separator: ":", maxSplits: 3).prefix(3).joined(separator: ":")
      }
      #expect(outcome.status == 65)
      #expect(outcome.out == "")
      #expect(heads == places.map { "bad.csv:\($0)" }, "\(outcome.err)")
      #expect(lines.first?.contains(part) == true, "\(outcome.err)")
      #expect(try office.snapshot() == before)
    }
  }
}
