internal import OfficeFiles

/// Rows of a list of records that look like none of its data.
extension RowReading {
  /// The columns of units.
  var places: [Int] {
    columns.indices.filter { index in
      if case .field(let field) = columns[index] {
        shape.fields[field].kind == .unit
      } else {
        false
      }
    }
  }

  /// Whether a row that looks like a sum or a signature is data all the same: it has what every record needs, or
  /// names its record, and its units are known; or it has a day and nothing else.
  func isData(_ row: borrowing TableRow, _ names: some NameReading) -> Bool {
    for place in places where !row.cell(place).isEmpty {
      if (try? names.unit(row.cell(place))) == nil { return false }
    }
    if id(in: row) != nil { return true }
    var cells: [Int] = []
    for index in columns.indices where index != serial && !row.cell(index).isEmpty {
      cells.append(index)
    }
    // The word of a sum or a signature is no name, but it may be a unit that is known, and a name may end like it.
    let isName = cells.first.map { isNameOfSomething($0, row, names) } ?? false
    let told = cells.filter { $0 != cells.first || isName || places.contains($0) }
    let fields = Set(told.compactMap { columns[$0]?.field })
    if shape.requiredFields.allSatisfy(fields.contains) { return true }
    // A day alone says when the table was made, in whatever column it stands.
    if cells.count == 1 { return false }
    return shape.isNamed { $0.field.map(fields.contains) ?? false }
  }

  /// Whether a cell that ends like the word of a sum is the name of something, as 护理合计 is that of a course: what
  /// the sum would be of is no unit, nor all of a place.
  private func isNameOfSomething(
    _ place: Int, _ row: borrowing TableRow, _ names: some NameReading
  ) -> Bool {
    guard let summed = row.summed(place), !summed.isEmpty,
      !["全", "本", "各", "总", "以上", "上述"].contains(where: summed.hasPrefix)
    else { return false }
    var text = summed
    return text.withUTF8 { (try? names.unit($0)) == nil }
  }
}
