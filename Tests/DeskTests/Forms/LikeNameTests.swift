import Testing

@testable import Desk

/// "called alike in either language: the same without brackets, 其中 and punctuation, or one clearly within the other".
///
/// Source: `forms.md`, "Overlap".
@Suite struct LikeNameTests {
  private func isLike(_ one: String, _ other: String) -> Bool {
    let (a, b) = (LikeName(one), LikeName(other))
    #expect(a.isLike(b) == b.isLike(a))
    return a.isLike(b)
  }

  @Test("what forms put around a name changes nothing")
  func same() {
    #expect(isLike("其中：在岗村医（人）", "在岗村医"))
    #expect(isLike("Of these: village doctors", "Village Doctors"))
    #expect(isLike("门急诊 人次", "门急诊人次"))
    #expect(isLike("１型", "1型"))
  }

  @Test("a name within another is like it only where it is more than half of it")
  func within() {
    #expect(isLike("在岗村医数", "在岗村医"))
    #expect(isLike("village doctors", "village doctor"))
    #expect(!isLike("村卫生室建筑面积", "村卫生室"))
    #expect(!isLike("人数", "培训人数"))
    #expect(!isLike("village", "village doctors"))
    #expect(!isLike("names", "name"))
  }

  @Test("what says nothing is like nothing")
  func empty() {
    #expect(!isLike("（）", "（人）"))
    #expect(!isLike("：", "——"))
  }
}
