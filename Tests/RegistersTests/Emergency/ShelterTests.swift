import TargetEngine
import Testing

@testable import EmergencyReadiness
@testable import Registers

/// `emergency.md`, 8.
@Suite struct ShelterTests {
  private func shelter() throws -> Shelter {
    var shelter = Shelter()
    (shelter.name, shelter.unit) = ("水阳中学", UnitReference(7))
    shelter.capacity = try dated(["2021-01-01": 500, "2021-04-01": 420])
    return shelter
  }

  private func opening(
    _ shelter: RecordID, _ opened: String, _ closed: String? = nil
  ) throws -> ShelterOpening {
    var opening = ShelterOpening()
    opening.shelter = Reference(shelter)
    (opening.openedAt, opening.closedAt) = (try moment(opened), try closed.map { try moment($0) })
    return opening
  }

  private func entry(_ opening: RecordID, _ at: String, _ people: Int) throws -> ShelterEntry {
    var entry = ShelterEntry()
    (entry.opening, entry.at, entry.people) = (Reference(opening), try moment(at), people)
    return entry
  }

  @Test("a shelter counts while it has room, with the room that it has")
  func capacity() throws {
    var shelter = try shelter()
    #expect(try shelter.posts("emergency.shelters") == ["+1 2021-01-01 at 7"])
    #expect(
      try shelter.posts("emergency.shelter-capacity")
        == ["+500 2021-01-01 at 7", "-80 2021-04-01 at 7"])
    shelter.capacity.set(0, from: try day("2021-06-01"))
    #expect(
      try shelter.posts("emergency.shelters") == ["+1 2021-01-01 at 7", "-1 2021-06-01 at 7"])
    shelter.capacity.set(100, from: try day("2021-09-01"))
    #expect(try shelter.posts("emergency.shelters").last == "+1 2021-09-01 at 7")
  }

  @Test("open once a day, however often it was opened, at the shelter's unit")
  func openings() throws {
    var others = RecordsInMemory()
    let id = others.add(try shelter())
    let posts = {
      try ShelterOpening.posts("emergency.shelters-open", together: $0, by: .record(id), others)
    }
    let first = try opening(id, "2021-06-10 18:00", "2021-06-12 08:00")
    #expect(try posts([first]) == ["+1 2021-06-10 at 7", "-1 2021-06-12 at 7"])
    let seamless = try opening(id, "2021-06-12 20:00")
    #expect(try posts([first, seamless]) == ["+1 2021-06-10 at 7"])
    // For a few hours of one day: no day ends with it open.
    #expect(try posts([try opening(id, "2021-06-10 08:00", "2021-06-10 18:00")]) == [])
  }

  @Test("it is not opened again before it is closed, nor closed before it is opened")
  func openTwice() throws {
    var others = RecordsInMemory()
    let id = others.add(try shelter())
    others.add(try opening(id, "2021-06-10 18:00"))
    let again = try opening(id, "2021-06-11 18:00")
    #expect(
      try again.faults(9, others) == [
        "该场所 2021-06-10 18:00 已经启用，到 2021-06-11 18:00 还没有关闭。请先登记上一次的关闭时间，或改正启用时间。"
      ])
    let closed = others.with(try opening(id, "2021-06-10 18:00", "2021-06-11 18:00"), 2)
    #expect(try again.faults(9, closed) == [])
    #expect(
      try opening(id, "2021-06-10 18:00", "2021-06-10 17:59").faults()
        == ["“关闭时间”（2021-06-10 17:59）早于“启用时间”（2021-06-10 18:00），应在其后。"])
  }

  @Test("who comes and goes is counted on the day")
  func entries() throws {
    var others = RecordsInMemory()
    let shelter = others.add(try shelter())
    let id = others.add(try opening(shelter, "2021-06-10 18:00"))
    let came = try entry(id, "2021-06-10 19:00", 120)
    #expect(try came.posts("emergency.sheltered", others) == ["+120 2021-06-10 at 7"])
    let left = try entry(id, "2021-06-12 08:00", -120)
    #expect(try left.posts("emergency.sheltered", others) == ["-120 2021-06-12 at 7"])
    #expect(try entry(id, "2021-06-12 08:00", 0).posts("emergency.sheltered", others) == [])
  }

  /// The faults of a shelter with these entries, the last of which is new.
  private func faults(
    _ entries: KeyValuePairs<String, Int>, closed: String? = nil
  ) throws -> [String] {
    var others = RecordsInMemory()
    let shelter = others.add(try shelter())
    let id = others.add(try opening(shelter, "2021-06-10 18:00", closed))
    for (at, people) in entries.dropLast() { others.add(try entry(id, at, people)) }
    let last = try #require(entries.last)
    return try entry(id, last.key, last.value).faults(RecordID(entries.count + 2), others)
  }

  @Test("never fewer than nobody, at any moment: not at night either when they come back by day")
  func below() throws {
    #expect(try faults(["2021-06-10 19:00": 120, "2021-06-11 08:00": -120]) == [])
    #expect(
      try faults(["2021-06-10 19:00": 120, "2021-06-11 08:00": -121])
        == ["2021-06-11 08:00 场所内人数成了 -1 人。请核对离开的人数，或补登此前进入的人数。"])
    // The day ends with 40, and yet 10 too many left in the morning.
    let morning = try faults([
      "2021-06-10 19:00": 20, "2021-06-11 20:00": 50, "2021-06-11 08:00": -30,
    ])
    #expect(morning == ["2021-06-11 08:00 场所内人数成了 -10 人。请核对离开的人数，或补登此前进入的人数。"])
    #expect(try faults(["2021-06-10 19:00": .min]).count == 1)
  }

  @Test("entries lie between opening and closing, and when it closes nobody is left")
  func closing() throws {
    #expect(
      try faults(["2021-06-10 17:59": 5])
        == ["登记时间（2021-06-10 17:59）早于场所启用时间（2021-06-10 18:00）。请核对时间。"])
    let closed = "2021-06-12 09:00"
    #expect(
      try faults(["2021-06-10 19:00": 120, "2021-06-12 08:00": -100], closed: closed)
        == ["场所 2021-06-12 09:00 关闭时还有 20 人。请先登记他们离开，再登记关闭。"])
    #expect(try faults(["2021-06-10 19:00": 120, "2021-06-12 09:00": -120], closed: closed) == [])
    #expect(
      try faults(["2021-06-12 09:01": 1], closed: closed)
        == ["登记时间（2021-06-12 09:01）晚于场所关闭时间（2021-06-12 09:00）。请核对时间。"])
  }
}
