internal import TargetEngine

extension Datum {
  /// The value, or the list, with one value in the place of another. Where a list has both already
  /// they become one, with the days of either.
  ///
  ///     let moved = Datum.record(12).replacing(.record(12), with: .record(7))  // record 7
  ///
  /// - Parameter new: nil leaves the other out.
  public func replacing(_ old: Datum, with new: Datum?) -> Datum {
    if self == old { return new ?? .empty }
    guard case .list(let members) = self, members.contains(where: { $0.value == old }) else {
      return self
    }
    guard let new else { return Datum(members: members.filter { $0.value != old }) }
    var joined: [Member] = []
    for member in members {
      guard member.value == old || member.value == new else {
        joined.append(member)
        continue
      }
      var member = member
      member.value = new
      let same = joined.indices.filter { joined[$0].value == new && joined[$0].meets(member) }
      for index in same { member = member.joined(with: joined[index]) }
      for index in same.dropFirst().reversed() { joined.remove(at: index) }
      if let first = same.first { joined[first] = member } else { joined.append(member) }
    }
    return Datum(members: joined)
  }
}

extension Datum.Member {
  /// Whether both belong to the list on some day.
  fileprivate func meets(_ other: Datum.Member) -> Bool {
    let isAfter = { (a: Datum.Member, b: Datum.Member) in
      a.since.flatMap { since in b.until.map { since > $0 } } ?? false
    }
    return !isAfter(self, other) && !isAfter(other, self)
  }

  /// The same value on the days of both.
  fileprivate func joined(with other: Datum.Member) -> Datum.Member {
    Datum.Member(
      value, since: since.flatMap { a in other.since.map { min(a, $0) } },
      until: until.flatMap { a in other.until.map { max(a, $0) } })
  }
}
