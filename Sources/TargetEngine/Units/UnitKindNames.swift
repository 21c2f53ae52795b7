extension UnitKind {
  /// The kind by any of the words that people write for it.
  public init?(named text: String) {
    let word = text.lowercased()
    // The generated counties call their kind so.
    let known = word == "county" ? "district" : word
    let kind = UnitKind.allCases.first { $0.rawValue == known || $0.names.contains(text) }
    guard let kind else { return nil }
    self = kind
  }

  /// The Chinese words of a kind.
  private var names: [String] {
    switch self {
    case .province: ["省", "自治区", "直辖市"]
    case .city: ["市", "地市", "地级市"]
    case .district: ["县区", "区", "县", "区县", "县市区"]
    case .township: ["乡镇街道", "乡镇", "镇", "乡", "街道"]
    case .village: ["村社区", "村", "社区", "村居"]
    case .hospital: ["医院", "卫生院"]
    case .clinic: ["诊所卫生室", "卫生室", "诊所", "村卫生室", "社区卫生服务中心", "社区卫生服务站"]
    case .enterprise: ["企业"]
    case .school: ["学校"]
    case .agency: ["机关", "部门", "单位"]
    case .other: ["其他", "其它"]
    }
  }
}
