internal import Registers

/// A record at some time, with the columns that its register had then.
struct PastRecord {
  var shape: RegisterShape
  var state: RecordState?

  /// The fields of the record then, and those that it had before and has no more.
  func fields(beside other: PastRecord) -> [FieldShape] {
    shape.fields + other.shape.fields.filter { place(of: $0) == nil }
  }

  func value(of field: FieldShape) -> Datum {
    place(of: field).flatMap { state?.data[$0] } ?? .empty
  }

  /// A column that was made again under its name holds something else.
  private func place(of field: FieldShape) -> Int? {
    shape.field(named: field.name).flatMap { shape.fields[$0].kind == field.kind ? $0 : nil }
  }
}
