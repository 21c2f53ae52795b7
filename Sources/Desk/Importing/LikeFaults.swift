internal import Forms
internal import OfficeFiles
internal import TargetEngine

extension ImportFault {
  /// Whether it is one and the same fault on another row.
  public func isSame(as other: ImportFault) -> Bool {
    isOfColumn(of: other) && (kind == other.kind || kind.isUnknown(as: other.kind))
  }

  /// Whether it is of the same kind, as far as that is told at once: in the same column of a file and, of what stands
  /// against an answer, about the same line.
  func isLike(_ other: ImportFault) -> Bool {
    isOfColumn(of: other) && kind.objectedLine == other.kind.objectedLine
  }

  private func isOfColumn(of other: ImportFault) -> Bool {
    place.column == other.place.column && place.file == other.place.file
  }
}

extension ImportFault.Kind {
  /// Whether both do not know the same name. What is suggested for it is looked up for the first of many only.
  fileprivate func isUnknown(as other: ImportFault.Kind) -> Bool {
    switch (self, other) {
    case (.rule(.unknownUnit(let own, _)), .rule(.unknownUnit(let name, _))),
      (.rule(.unknownIndicator(let own, _)), .rule(.unknownIndicator(let name, _))):
      own == name
    default: false
    }
  }

  /// The line of an answer against which something stands.
  fileprivate var objectedLine: LineNumber? {
    guard case .rule(.form(.objections(_, let objections))) = self else { return nil }
    return objections.first?.line
  }
}
