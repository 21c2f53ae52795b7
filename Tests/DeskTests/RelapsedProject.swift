import TargetEngine

@testable import Desk

extension RecordFixture {
  /// A project that was assessed on 8 February, accepted on 20 March and relapsed on 3 May.
  static func relapsedProject() throws -> RecordFixture {
    let fixture = try RecordFixture(today: "2021-06-28")
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-08",
      "accepted-on=2021-03-20")
    try fixture.advance(
      "clinics.project", "c1/2021", "rectifying", nil, ["relapsed-on=2021-05-03"])
    return fixture
  }

  /// The moves of the project of a year: `assessed 02-08, accepted 03-20, rectifying 05-03`.
  func projectMoves(_ year: String = "2021") throws -> String {
    try desk.record("c1/\(year)", in: try shape("clinics.project")).moves.map {
      "\($0.stage) \($0.isUndated ? "?" : "")\($0.day.description.dropFirst(5))"
    }.joined(separator: ", ")
  }
}
