internal import OfficeFiles
public import Registers
internal import Storage
public import TargetEngine

extension Desk {
  /// The CSV that `import` reads, in one language: the header, and every record that a search
  /// finds.
  ///
  /// - Parameter search: nil for the header alone, a template to be filled in.
  public func exportRecords(
    _ search: RecordSearch?, in shape: RegisterShape, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool
  ) throws -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    let system: [SystemColumn] = shape.stages.count > 1 ? [.stage, .note] : [.note]
    writer.write(
      shape.fields.map { $0.title(language) } + system.map { $0.title(language) })
    guard let search else { return writer.bytes }
    for state in try list(search, in: shape).records {
      var cells: [String] = []
      for (field, datum) in zip(shape.fields, state.data) {
        // A unit's code is unique, its name need not be.
        if case .unit(let id) = datum {
          cells.append(try names.unit(id)?.code ?? "")
        } else {
          cells.append(try names.text(datum, field.kind))
        }
      }
      for column in system {
        switch column {
        case .stage: cells.append(shape.stage(named: shape.stage(of: state))?.title(language) ?? "")
        case .note: cells.append(state.note)
        case .id: cells.append(names.id(state.id))
        }
      }
      writer.write(cells)
    }
    return writer.bytes
  }
}
