public typealias UnitID = Int64

/// A place in the tree that reports: a district, its townships, villages, hospitals, enterprises.
public struct Unit: Sendable, Hashable {
  /// The row in the database; 0 before it has one. Never shown to people.
  public var id: UnitID
  public var code: String
  public var name: String
  /// What people read where others may have the name: set where that is known, else the name.
  public var title: String {
    get { path ?? name }
    set { path = newValue == name ? nil : newValue }
  }
  private var path: String?
  public var kind: UnitKind
  public var parent: UnitID?
  /// First and last day of its existence; absent when it always was or goes on.
  public var opened: Day?
  public var closed: Day?

  public init(
    id: UnitID = 0, code: String, name: String, kind: UnitKind, parent: UnitID? = nil,
    opened: Day? = nil, closed: Day? = nil
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.opened = opened
    self.closed = closed
  }

  public func exists(on day: Day) -> Bool {
    (opened.map { $0 <= day } ?? true) && (closed.map { $0 >= day } ?? true)
  }

  /// Whether the unit existed on any day of `month`. Source: `engine.md`, "Ranking".
  public func appears(in month: Month) -> Bool {
    (opened.map { $0 <= month.lastDay } ?? true) && (closed.map { $0 >= month.firstDay } ?? true)
  }
}

/// What a unit is. The tree does not prescribe which kind hangs under which.
public enum UnitKind: String, Sendable, CaseIterable {
  case province, city, district, township, village, hospital, clinic, enterprise, school, agency
  case other

  public var title: Text {
    switch self {
    case .province: Text("省", "Province")
    case .city: Text("市", "City")
    case .district: Text("县区", "District")
    case .township: Text("乡镇街道", "Township")
    case .village: Text("村社区", "Village")
    case .hospital: Text("医院", "Hospital")
    case .clinic: Text("诊所卫生室", "Clinic")
    case .enterprise: Text("企业", "Enterprise")
    case .school: Text("学校", "School")
    case .agency: Text("机关", "Agency")
    case .other: Text("其他", "Other")
    }
  }
}
