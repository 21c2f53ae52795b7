import Testing

@testable import Desk

/// "called nearly alike: the same without brackets, the time and a measure at the end, or one within the other character
/// by character but for a third of it".
///
/// Source: `forms.md`, "Overlap".
@Suite struct NearNameTests {
  private func resembles(_ one: String, _ other: String) -> Bool {
    let (a, b) = (NearName(one), NearName(other))
    #expect(a.resembles(b) == b.resembles(a))
    return a.resembles(b)
  }

  @Test("brackets, the time and the measure of a title make no other of it")
  func same() {
    #expect(resembles("慰问经费（含物资）", "慰问经费"))
    #expect(resembles("其中：本月 培训（乡镇）人数", "培训人次"))
    #expect(resembles("全年走访困难户户数", "走访困难户"))
    #expect(resembles("Doctors trained this month", "Doctors trained"))
    #expect(!resembles("人数", "户数"))
    #expect(!resembles("（）", "（人）"))
  }

  @Test("so does a word of a long title, and no other word in its place")
  func within() {
    #expect(resembles("培训乡村医生", "培训村医"))
    #expect(resembles("女职工人数", "职工人数（在岗）") == false)
    #expect(resembles("困难女职工人数", "困难职工人数"))
    #expect(!resembles("男职工人数", "女职工人数"))
    #expect(!resembles("Women employed", "Men employed"))
    #expect(!resembles("村卫生室建筑面积", "村卫生室"))
    #expect(!resembles("走访", "走访慰问"))
  }
}
