public import TargetEngine

/// Sentences about what may be wrong in any list alike.
extension Register {
  /// That a day lies before the one that it follows.
  public func misordered(
    _ earlier: KeyPath<Self, Day?>, _ later: KeyPath<Self, Day?>
  ) -> [Text] {
    guard let first = self[keyPath: earlier], let second = self[keyPath: later], second < first
    else { return [] }
    let (before, after) = (title(earlier), title(later))
    return [
      Text(
        "“\(after.zh)”（\(second)）早于“\(before.zh)”（\(first)），应在同日或之后。",
        "“\(after.en)” (\(second)) is before “\(before.en)” (\(first)); "
          + "it must be that day or later.")
    ]
  }

  /// That a part is more than its whole.
  public func exceeding(_ part: KeyPath<Self, Int?>, of whole: KeyPath<Self, Int?>) -> [Text] {
    guard let few = self[keyPath: part], let all = self[keyPath: whole], few > all else {
      return []
    }
    let (less, more) = (title(part), title(whole))
    return [
      Text(
        "“\(less.zh)”（\(few)）多于“\(more.zh)”（\(all)），最多与之相等。",
        "“\(less.en)” (\(few)) is more than “\(more.en)” (\(all)); it can at most equal it.")
    ]
  }

  /// That a number is below 0, or a year not one of the calendar.
  public var implausible: [Text] {
    var problems: [Text] = []
    for field in Self.fields where field.isNumber {
      switch field.read(self) {
      case .int(let year) where field.isYear && !(1900...2999).contains(year):
        let title = field.shape.title
        problems.append(
          Text(
            "“\(title.zh)”为 \(year)，应为四位年份，例如 2021。",
            "“\(title.en)” is \(year); it must be a year of four digits such as 2021."))
      case .int(let number) where number < 0: problems.append(Self.negative(field))
      case .dated(let dated) where dated.steps.contains { $0.value < 0 }:
        problems.append(Self.negative(field))
      default: break
      }
    }
    return problems
  }

  private static func negative(_ field: Field<Self>) -> Text {
    let title = field.shape.title
    return Text("“\(title.zh)”不能小于 0。", "“\(title.en)” cannot be below 0.")
  }

  private func title(_ path: PartialKeyPath<Self>) -> Text {
    Self.fields.first { $0.path == path }?.shape.title ?? Text("", "")
  }
}
