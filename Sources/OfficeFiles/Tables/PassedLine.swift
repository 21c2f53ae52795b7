/// A row of a table that holds no data of its own, and is passed over.
public struct PassedLine: Sendable, Hashable {
  /// The line of the file.
  public var line: Int
  /// What it is instead.
  public var reason: Reason

  /// What a row without data may be.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// It stands above the header.
    case title
    /// The header again, of a sheet that was pasted below another.
    case header
    /// It has a serial number and nothing else.
    case serial
    /// 合计, 小计, 总计, 共计: sums of other rows.
    case total
    /// Cells without anything in them.
    case blank
    /// 填报人, 审核人, 单位（盖章）: who made the table.
    case footer

    /// Whether data may look like it.
    var isDoubtful: Bool { self == .total || self == .footer }
  }

  /// - Parameters:
  ///   - line: from 1.
  ///   - reason: what it is.
  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}

/// The rows that a table passed over: how many, and the first of them.
public struct PassedLines: Sendable {
  /// All of them.
  public private(set) var count = 0
  /// The first ones, in their order. Blank ones take no room from the others.
  public private(set) var listed: [PassedLine] = []
  private var listedBlank = 0
  /// More that hold something, of which only the number is known.
  public private(set) var more = 0
  private static let limit = 1000

  mutating func add(_ line: PassedLine) {
    count += 1
    if line.reason == .blank {
      guard listedBlank < PassedLines.limit else { return }
      listedBlank += 1
    } else if listed.count - listedBlank >= PassedLines.limit {
      more += 1
      return
    }
    listed.append(line)
  }
}
