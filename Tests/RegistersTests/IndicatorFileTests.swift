import Foundation
import Registers
import Suite
import TargetEngine
import Testing

/// `docs/spec/indicators.csv` says what the indicators of a module are; the modules that are in it
/// declare them as it says.
@Suite struct IndicatorFileTests {
  /// The rows by their codes, each cell by its column.
  private static let rows: [String: [String: String]] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/spec/indicators.csv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map(cells)
    var rows: [String: [String: String]] = [:]
    for line in lines.dropFirst() {
      rows[line[0]] = Dictionary(uniqueKeysWithValues: zip(lines[0], line))
    }
    return rows
  }()

  /// A line's cells; only cells with a comma are quoted, and no quote is inside of one.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// What a declaration says, by the file's columns.
  private static func cells(of declared: IndicatorDeclaration) -> [String: String] {
    var cells = [
      "id": declared.code, "name": declared.name.zh, "english": declared.name.en,
      "kind": "flow", "measure": declared.measure, "decimals": "\(declared.decimals)",
      "direction": declared.direction == .less ? "less" : "more", "numerator": "",
      "denominator": "", "target": "", "monthly": declared.isPart ? "part" : "line",
    ]
    switch declared.kind {
    case .flow: break
    case .stock: cells["kind"] = "stock"
    case .ratio(let top, let bottom):
      (cells["kind"], cells["numerator"], cells["denominator"]) = ("ratio", top, bottom)
    }
    if case .flow(let code) = declared.defaultTarget { cells["target"] = "default \(code)" }
    return cells
  }

  private static let modules = Set(rows.keys.map { $0.prefix { $0 != "." } })

  private static let declared = Suite.modules.filter { modules.contains($0.name[...]) }
    .flatMap(\.indicators)

  @Test("an indicator is declared as the file says", arguments: declared.map(\.code))
  func asWritten(_ code: String) throws {
    let declared = try #require(Suite.indicators[code])
    var row = try #require(Self.rows[code], "not in the file: \(code)")
    // Whether an office usually sets a target is no declaration; a default target is one.
    if row["target"]?.hasPrefix("default ") != true { row["target"] = "" }
    let cells = Self.cells(of: declared)
    #expect(cells == row)
    #expect(declared.firstMonth == 1, "the figures of the file run by the calendar year")
  }

  @Test("the file is read: both modules, and rows with a comma in a name")
  func isRead() {
    #expect(Self.rows.count == 142 && Self.modules == ["emergency", "union"])
    let union = Self.rows.keys.filter { $0.hasPrefix("union.") }
    #expect(Set(Self.declared.map(\.code)) == Set(Self.rows.keys) && union.count == 76)
    #expect(Self.rows["union.subscription-amount"]?["english"] == "Subscriptions, amount")
  }

  @Test("what a ratio divides, and what lists plan, is declared before it in its own module")
  func parts() {
    for module in Suite.modules {
      let codes = module.indicators.map(\.code)
      for declared in module.indicators {
        if case .ratio(let top, let bottom) = declared.kind {
          #expect(codes.contains(top) && codes.contains(bottom), "\(declared.code)")
        }
        guard case .flow(let code) = declared.defaultTarget else { continue }
        #expect(Suite.indicators[code]?.isPart == true, "\(code) is planned, and so a part")
      }
    }
  }

  @Test("every indicator has names in both languages, and no two share one")
  func names() {
    let all = Suite.modules.flatMap(\.indicators)
    for names in [all.map(\.name.zh), all.map(\.name.en)] {
      #expect(names.allSatisfy { !$0.isEmpty })
      #expect(Set(names).count == names.count)
    }
  }
}
