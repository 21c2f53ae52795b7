internal import Desk
internal import Registers
internal import TargetEngine

extension Desk {
  /// How the records of a register are named in commands: by their keys, or by their numbers where several
  /// have one key. A key of digits has a slash, since it may be the number of another. Of a long register the
  /// first ones only.
  func recordLabels(
    in shape: RegisterShape, _ language: Language, _ search: RecordSearch = RecordSearch()
  ) throws -> [String] {
    try snapshot {
      var search = search
      search.limit = 2000
      let records = try list(search, in: shape).records
      let names = try names(in: language)
      try names.prepare(records, shape)
      let labels = try records.map { try names.label($0, shape) }
      let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
      return zip(records, labels).map { record, label in
        if counts[label] != 1 { return names.id(record.id) }
        return Int64(label) == nil ? label : label + "/"
      }
    }
  }
}
