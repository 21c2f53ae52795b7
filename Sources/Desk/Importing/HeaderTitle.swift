internal import OfficeFiles
internal import TargetEngine

/// The title of a column as offices write it: `*日 期（必填）`, `数量（个）：`.
///
/// Source: `office-files.md`, "Header".
struct HeaderTitle {
  /// As it stands there.
  let text: String
  /// Without stars, notes in brackets, colons and the blanks of Chinese text.
  let plain: String
  /// A unit in brackets in which numbers would mean something else, such as 万元.
  let scale: String?
  /// A unit in brackets that leaves numbers as they are, such as 元; nil where none is given.
  let measure: String?

  init(_ text: String) {
    self.text = text.trimmed
    var rest = self.text.filter { !HeaderTitle.marks.contains($0) }.trimmed
    var (scale, measure): (String?, String?)
    while let (before, note) = HeaderTitle.note(endOf: rest) {
      if HeaderTitle.isScale(note) { scale = note }
      guard scale == note || HeaderTitle.isPlain(note) else { break }
      if HeaderTitle.units.contains(note) { measure = note }
      rest = before
    }
    while rest.count > 1, let last = rest.last, ":：".contains(last) {
      rest = String(rest.dropLast()).trimmed
    }
    (plain, self.scale, self.measure) = (HeaderTitle.joined(rest), scale, measure)
  }

  /// Whether nothing could be meant by what stands below.
  var saysNothing: Bool { OneLine.isBlank(text) || SerialTitle.isOne(plain) }

  /// What it names: as it stands, else without what decorates it.
  func find<Column>(_ column: (String) -> Column?) -> Column? {
    if text.isEmpty { return nil }
    return column(text) ?? (plain.isEmpty || plain == text ? nil : column(plain))
  }

  func names(_ isNamed: (String) -> Bool) -> Bool { find { isNamed($0) ? true : nil } != nil }

  private static let marks: Set<Character> = ["*", "＊", "★", "※"]

  /// A title that ends with a note in brackets, whatever it says: `1.4` and 元 of `1.4（元）`.
  static func bracketed(_ text: String) -> (title: String, note: String)? {
    note(endOf: text.filter { !marks.contains($0) }.trimmed).map { ($0.before, $0.note) }
  }

  /// Whether a note is a unit in which numbers may count, such as 元, 万元 and 亩.
  static func isUnit(_ note: String) -> Bool {
    units.contains(note) || isScale(note) || Amount.measure(of: "1" + note) != nil
  }

  /// Whether it is a unit of many, in which numbers would mean something else.
  static func isScale(_ note: String) -> Bool {
    scales.contains(where: note.hasPrefix) && !measures.contains(where: note.hasPrefix)
  }

  /// Whether a note only says how to fill in a column.
  static func isRemark(_ note: String) -> Bool { isPlain(note) && !units.contains(note) }

  /// The last note in brackets, and what stands before it.
  private static func note(endOf text: String) -> (before: String, note: String)? {
    var body = text[...]
    while let last = body.last, ":： ".contains(last) { body = body.dropLast() }
    guard let last = body.last, ")）]】".contains(last),
      let opening = body.lastIndex(where: { "(（[【".contains($0) }), opening > body.startIndex
    else { return nil }
    let note = body[body.index(after: opening)...].dropLast()
    return (String(body[..<opening]).trimmed, String(note).trimmed)
  }

  /// Whether a note says nothing that would make another column of it, as 其中女 would.
  private static func isPlain(_ note: String) -> Bool {
    notes.contains(note) || units.contains(note)
      || ["如", "例", "格式"].contains { note.hasPrefix($0) }
  }

  private static let notes: Set = [
    "必填", "选填", "可不填", "required", "optional", "日", "岁", "年", "月",
  ]
  private static let units: Set = [
    "元", "个", "人", "名", "人次", "户", "次", "份", "家", "所", "场", "期", "件", "项", "处", "张", "天", "学时",
    "课时",
    "平方米", "㎡", "%", "％",
  ]
  private static let scales = ["万", "千", "百", "十", "亿"]
  /// Measures that begin with such a word and scale nothing.
  private static let measures = ["千克", "千米", "千瓦", "百分"]

  /// The unit of many in which a row above a table says that its numbers count: 单位：万元, or （万元） behind
  /// a title.
  static func scale(ofTable text: String) -> String? {
    let compact = text.filter { !$0.isWhitespace }
    let parts = compact.split { "：:，,；;、（）()[]【】".contains($0) }.map { String($0) }
    return parts.first { part in
      guard let last = counted.first(where: part.hasSuffix) else { return false }
      let scale = part.dropLast(last.count)
      return !scale.isEmpty && scale.allSatisfy { scales.contains(String($0)) }
    }
  }

  /// Longer words first.
  private static let counted = ["平方米", "人次", "元", "个", "人", "户", "次", "件", "份", "亩", "吨", "名", "套"]

  /// Without the blanks within, unless it is of words of another script.
  private static func joined(_ text: String) -> String {
    let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    return isChinese ? text.filter { !$0.isWhitespace } : text
  }
}
