import Foundation
import Testing

/// A file of entries so large that a process can be stopped in the midst of importing it.
enum BulkFile {
  static let count = 80_000

  static let bytes: Data = {
    var text = "date,indicator,unit,amount\n"
    let units = ["341802105", "341802106"]
    for index in 0..<count {
      let day = index % 20 + 10
      text += "2021-06-\(day),work.visits,\(units[index / 500 % 2]),\(index % 5 + 1)\n"
    }
    return Data(text.utf8)
  }()
}

/// A first list of records, so large that a second thread reads it.
enum BulkRecords {
  static let count = 500
  /// The codes of the units that they name.
  static let facilities = ["h1", "h2"]

  static let bytes: Data = {
    var text = "facility,year,assessed-on,accepted-on,note\n"
    let note = String(repeating: "整改事项较多，", count: 120)
    for index in 0..<count {
      text +=
        "\(BulkRecords.facilities[index % 2]),\(1_950 + index / 2),2021-03-0\(index % 9 + 1),2021-06-10,\(note)\n"
    }
    return Data(text.utf8)
  }()
}

extension Office {
  /// Expects all records of the bulk import or none; true when all.
  func expectBulkRecordsWholeOrAbsent(_ comment: Comment) async throws -> Bool {
    try await expectSound(comment)
    let found = try await sql(
      """
      SELECT (SELECT COUNT(*) FROM clinics_project),
        (SELECT COALESCE(SUM(extent), 0) FROM change WHERE subject IN ('list', 'record')),
        (SELECT COUNT(*) FROM change_text), (SELECT COUNT(record) FROM entry)
      """)
    let count = BulkRecords.count
    #expect(
      ["0|0|0|0", "\(count)|\(count)|\(count)|\(2 * count)"].contains(found), comment)
    return found != "0|0|0|0"
  }

  /// Expects all of the bulk import or nothing of it; true when all.
  func expectBulkWholeOrAbsent(_ comment: Comment) async throws -> Bool {
    try await expectSound(comment)
    let found = try await sql(
      "SELECT (SELECT COUNT(*) FROM entry), (SELECT MAX(tx) FROM journal),"
        + " (SELECT COUNT(*) FROM imported)")
    let absent = "2|5|3"
    #expect([absent, "\(BulkFile.count + 2)|6|4"].contains(found), comment)
    // The first reader after the crash has put away what was left.
    #expect(try snapshot().beside == [], comment)
    return found != absent
  }
}
