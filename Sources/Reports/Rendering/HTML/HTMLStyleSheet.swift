/// How a printed table looks: the margins and typefaces of official documents, in thin lines.
///
/// The typefaces are named, never shipped; each is followed by free ones of the same style.
enum HTMLStyleSheet {
  static func text(landscape: Bool) -> String {
    "@page { size: A4\(landscape ? " landscape" : ""); margin: 20mm 18mm; }\n" + rules
  }

  private static let rules = """
    body { margin: 0 auto; padding: 1em; max-width: 297mm; color: #000; background: #fff;
      font: 11pt/1.5 "FangSong", "FangSong_GB2312", "STFangsong", "Noto Serif CJK SC",
      "Source Han Serif SC", "SimSun", serif; }
    h1, h2 { margin: 0 0 .6em; text-align: center; font-weight: bold;
      font-family: "FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif CJK SC", "SimSun", serif; }
    h1 { font-size: 18pt; }
    h2 { margin-top: 1.4em; font-size: 15pt; }
    p { margin: .2em 0; }
    .subtitle { display: flex; justify-content: space-between; }
    table { width: 100%; border-collapse: collapse; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { border: .5pt solid #000; padding: .15em .4em; text-align: left; }
    th { text-align: center; font-weight: bold;
      font-family: "SimHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
    .center { text-align: center; }
    .trailing { text-align: right; font-variant-numeric: tabular-nums; }
    .whole { white-space: nowrap; }
    .total td { border-top-width: 1.5pt; font-weight: bold; }
    .section th { text-align: left; }
    .green { color: #1a6b2f; }
    .yellow { color: #8a5a00; }
    .red { color: #b3131b; }
    .grey { color: #555; }
    .note { font-size: 10pt; }
    .footer { display: flex; flex-wrap: wrap; gap: 0 2em; justify-content: space-between;
      margin-top: .8em; }
    @media print { body { padding: 0; max-width: none; } }

    """
}
