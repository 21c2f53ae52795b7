public import OfficeFiles
public import TargetEngine

extension CSVFault.Kind {
  func sentence(_ language: Language) -> String {
    let w = Wording(language)
    switch self {
    case .emptyFile:
      return w(
        "文件是空的。第一行应为列名，其后每行一条数据。",
        "The file is empty. Its first line should hold the column names, each further line a row.")
    case .nulByte:
      return w(
        "此处有空字节，文件可能已损坏或不是 CSV 文件。请从电子表格重新另存为 CSV。",
        "There is a NUL byte: the file may be damaged or no CSV file. Save it as CSV again.")
    case .invalidText:
      return w(
        "此处有无法识别的字符。请将文件另存为 UTF-8 编码的 CSV。",
        "There are bytes that are no character. Save the file as CSV in UTF-8.")
    case .directionMark:
      return w(
        "此处有改变文字方向的隐藏字符（如 U+202E），看到的与实际内容不同。请把这一格删掉重新输入。",
        "There is a hidden mark that turns the direction of writing (such as U+202E), so that the text"
          + " looks like another. Empty the cell and type it again.")
    case .unclosedQuote:
      return w(
        "此单元格以引号开头，但后面没有配对的引号。请补上引号或删去多余的引号。",
        "The quotation mark that opens this cell is never closed. Close it or take it away.")
    case .textAfterQuote(let line):
      return w(
        "第 \(line) 行的引号之后还有文字。引号须在单元格末尾结束，文中的引号须写成两个。",
        "Text follows the closing quotation mark on line \(line). The mark must end the cell; a"
          + " mark within the text is doubled.")
    case .lineTooLong(let limit):
      return w(
        "这一行超过 \(CSVFault.size(limit))。可能漏了换行，或有引号没有配对。",
        "This line is longer than \(CSVFault.size(limit)). A line break may be missing, or a"
          + " quotation mark unpaired.")
    case .wrongCellCount(let expected, let found):
      return w(
        "这一行有 \(found) 格，表头只有 \(expected) 列。内容里含分隔符的单元格请用引号括起。",
        "This row has \(found) cells but the header \(expected). A cell that contains the"
          + " delimiter must stand in quotation marks.")
    case .untitled(let text):
      return w(
        "\(w.quote(text))所在的列没有列名，不导入就会丢失。请补上列名，或删去这一列。",
        "\(w.quote(text)) stands in a column without a title and would be lost. Give the column a title,"
          + " or remove it.")
    case .formulaError(let text):
      return w(
        "\(w.quote(text))是公式出错的结果，不是数据。请在表格软件中改正公式，再另存为 CSV。",
        "\(w.quote(text)) is the error of a formula. Correct it in the spreadsheet and save as CSV again."
      )
    case .notText(let form): return form.sentence(w)
    case .unsupportedEncoding("GB18030"):
      return w(
        "本机缺少 GB18030 编码的转换功能，无法读取此文件。请将文件另存为 UTF-8 编码的 CSV。",
        "This system cannot convert GB18030. Save the file as CSV in UTF-8.")
    case .unsupportedEncoding(let name):
      return w(
        "文件是 \(name) 编码，无法读取。请另存为 UTF-8 编码的 CSV。",
        "The file is in \(name), which is not read. Save it as CSV in UTF-8.")
    case .doubtfulEncoding(let doubt):
      return w(
        "这一行里可能是\(w.quote(doubt.gb18030))（GB18030 编码），也可能是\(w.quote(doubt.utf8))（UTF-8 编码），文件里看不出是哪一种。"
          + "请另存为“CSV UTF-8（逗号分隔）”后再导入。",
        "This line has \(w.quote(doubt.gb18030)) if it is GB18030 and \(w.quote(doubt.utf8)) if it is UTF-8, and nothing"
          + " in the file says which. Save it as CSV in UTF-8 with its mark (BOM).")
    case .unreadable(let fault):
      return fault.sentence(language)
    }
  }

  /// Damage of data, unless the file itself failed.
  var cause: Complaint.Cause {
    if case .unreadable(let fault) = self { return fault.cause }
    return .badData
  }
}

extension BinaryForm {
  fileprivate func sentence(_ w: Wording) -> String {
    let way = w(
      "请用 WPS 或 Excel 打开，另存为“CSV UTF-8（逗号分隔）”后再导入。",
      "Open it in a spreadsheet program and save it as CSV in UTF-8.")
    let what =
      switch self {
      case .archive:
        w("这是电子表格文件（如 xlsx）或压缩包，不是 CSV。", "This is a workbook (xlsx) or another archive, no CSV.")
      case .compound:
        w(
          "这是电子表格或文字文件（如 xls、et、wps），不是 CSV。",
          "This is a workbook or document (xls, et, wps), no CSV.")
      case .pdf: w("这是 PDF 文件，不是 CSV。", "This is a PDF, no CSV.")
      case .page: w("这是网页格式的表格（有的系统导出时写作 xls），不是 CSV。", "This is a web page, no CSV.")
      }
    return w.join([what, way])
  }
}

extension CSVFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    let place = Text("第 \(line) 行第 \(column) 列：", "Line \(line), column \(column): ")(language)
    return Complaint(place + kind.sentence(language), cause: kind.cause)
  }

  fileprivate static func size(_ bytes: Int) -> String {
    switch bytes {
    case let n where n >= 1 << 20 && n % (1 << 20) == 0: "\(n >> 20) MB"
    case let n where n >= 1 << 10 && n % (1 << 10) == 0: "\(n >> 10) KB"
    default: "\(bytes) B"
    }
  }
}
