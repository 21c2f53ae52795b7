import Database
import Foundation
import Testing

@testable import Desk

/// What keeps the ledger from being read is no fault of a file, and is not told as one.
@Suite struct StorageErrorTests {
  @Test(
    "a file of forms or answers is not blamed for a ledger that cannot be read",
    arguments: [
      ("form,period,unit,line,value\ndaily,2021-06,v1,1,5", "unit"),
      ("form,unit,from,until,reason\ndaily,v1,2021-01-01,,away", "unit"),
      ("form,unit,from,until,reason\ndaily,v1,2021-01-01,,away", "form"),
      ("form,title,cycle,due,owed-by,below\nx,X,month,+1-05,village,v1", "unit"),
      ("form,line,title,content,indicator\ndaily,9,Nine,amount,a.done", "indicator"),
    ])
  func imports(text: String, table: String) throws {
    let world = try FormWorld()
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).csv").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try world.fixture.connection.execute("ALTER TABLE \(table) RENAME TO elsewhere")
    #expect(throws: StorageError.self) { _ = try world.desk.importFiles([path]) }
  }
}
