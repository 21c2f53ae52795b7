public import Registers
internal import Reports
internal import Storage
public import TargetEngine

extension RecordTally {
  /// What groups are made by.
  public struct Key: Sendable {
    /// The stable name for machines: that of the field, `stage`, or the kind of unit.
    public var name: String
    /// What people call it.
    public var title: Text
    /// The kind of its values.
    public var kind: FieldKind
  }

  /// What the groups are made by, in the order of their values.
  public func keys(in shape: RegisterShape) -> [Key] {
    zip(subjects, levels).enumerated().map { place, column in
      let (subject, level) = column
      switch subject {
      case .field(let field) where months.contains(place):
        let title = shape.fields[field].title
        return Key(
          name: shape.fields[field].name + "-month",
          title: Text("\(title.zh)（月）", "\(title.en) (month)"), kind: .text)
      case .field(let field):
        let field = shape.fields[field]
        return Key(name: field.name, title: field.title, kind: field.kind.element)
      case .place:
        return Key(
          name: level?.rawValue ?? "unit", title: level?.title ?? Phrase.unit.text, kind: .unit)
      case .stage, .note:
        return Key(
          name: SystemColumn.stage.rawValue, title: SystemColumn.stage.title,
          kind: .choice(shape.stages.map { Choice(name: $0.name, title: $0.title) }))
      }
    }
  }

  /// The fields that are added up, in the order of the sums. Each has a name that no key has: a field may
  /// be counted by and added up at once.
  public func summed(in shape: RegisterShape) -> [(name: String, field: FieldShape)] {
    let taken = Set(keys(in: shape).map(\.name) + ["count"])
    return sums.map { field in
      let field = shape.fields[field]
      return (taken.contains(field.name) ? field.name + "Sum" : field.name, field)
    }
  }
}
