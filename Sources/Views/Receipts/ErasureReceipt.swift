public import Desk
public import Registers
internal import Reports
internal import Sentences
public import TargetEngine

/// What is said before and after a record's texts and secrets are destroyed.
public struct ErasureReceipt {
  private let record: String
  private let label: String
  private let doubles: [String]
  private let w: Wording

  /// - Parameters:
  ///   - doubles: the records that were merged into it, which are destroyed with it.
  ///   - names: in the same language.
  public init(
    _ record: RecordState, in shape: RegisterShape, doubles: [RecordState], _ names: RecordNames,
    _ language: Language
  ) throws {
    self.record = names.id(record.id)
    self.doubles = doubles.map { names.id($0.id) }
    label = try RecordView(shape, names, language).summary(record)
    w = Wording(language)
  }

  private var also: String {
    doubles.isEmpty
      ? ""
      : w(
        "\n并入它的重复记录一并销毁：\(doubles.joined(separator: "、"))",
        "\nwith the records that were merged into it: \(doubles.joined(separator: ", "))")
  }

  /// What is going to be destroyed.
  public var warning: String {
    w("将销毁 \(label) 的文字和保密内容，不可恢复。", "This destroys what \(label) says, for good.") + also
  }

  /// What was destroyed.
  public func receipt(_ written: Written<ErasedRecord>) -> Receipt {
    let done =
      written.lingering == nil
      ? w("已销毁 \(record) 的内容", "Erased \(record)")
      : w("\(record) 的内容已在数据库中销毁", "What \(record) said is destroyed in the database")
    return Receipt(
      done + also,
      [
        ("record", .string(record)), ("doubles", .array(doubles.map { .string($0) })),
        ("plainDigests", .array(written.result.files.map { .string($0) })),
      ])
  }

  /// What is lost with it, and what could not be destroyed.
  public func notes(_ erased: ErasedRecord) -> [String] {
    let forgotten = w(
      "注意：此前导入的名单不再认得出，同一份文件再导入时不会拒收，会把此人重新建立。",
      "Note: lists that were imported before are not known again: the same file is no longer refused"
        + " and would add this person once more.")
    if erased.files.isEmpty { return [forgotten] }
    let files = w.list(erased.files.map(Wording.plain))
    return [
      forgotten,
      w(
        "注意：导入 \(files) 时记下的校验值没有加密（早先版本如此），留在流水里，无法销毁；如果其中写有此人，"
          + "知道表格其余内容的人可能由此猜出。",
        "Note: \(files) were noted by digests without salt, as earlier versions did, which stay in the"
          + " history: where they tell of this person, who knows the rest of the file may guess it."
      ),
    ]
  }
}
