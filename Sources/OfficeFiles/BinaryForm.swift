/// Files that people take for tables of text, known by their first bytes.
public enum BinaryForm: Sendable, Equatable {
  /// A workbook of today, or another zip archive: `.xlsx`, `.et` saved as such, `.ods`.
  case archive
  /// A workbook or document of before 2007, or of WPS: `.xls`, `.et`, `.wps`, `.doc`.
  case compound
  case pdf
  /// A web page, as some systems write for `.xls`.
  case page

  init?(_ head: [UInt8]) {
    let signs: [(BinaryForm, [[UInt8]])] = [
      (.archive, [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]),
      (.compound, [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]]),
      (.pdf, [Array("%PDF-".utf8)]),
      (
        .page,
        ["<html", "<HTML", "<table", "<TABLE", "<!DOCTY", "<!docty", "<?xml"].map { Array($0.utf8) }
      ),
    ]
    guard let form = signs.first(where: { $0.1.contains { head.starts(with: $0) } }) else {
      return nil
    }
    self = form.0
  }
}
