internal import Registers

/// Unions, their members, and how they are set up. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let bodiesNew = IndicatorDeclaration(
    "union.bodies-new", zh: "新建基层工会", en: "New unions", .flow, "家")
  static let legalUnitsNew = IndicatorDeclaration(
    "union.legal-units-new", zh: "新增涵盖法人单位", en: "Legal units newly covered", .flow, "家")
  static let membersNew = IndicatorDeclaration(
    "union.members-new", zh: "发展会员", en: "Members recruited", .flow, "人")
  static let gigMembersNew = IndicatorDeclaration(
    "union.gig-members-new", zh: "新就业形态劳动者入会", en: "Gig workers recruited", .flow, "人")
  static let bodies = IndicatorDeclaration(
    "union.bodies", zh: "基层工会", en: "Unions", .stock, "家")
  static let legalUnits = IndicatorDeclaration(
    "union.legal-units", zh: "涵盖法人单位", en: "Legal units", .stock, "家", isPart: true)
  static let members = IndicatorDeclaration(
    "union.members", zh: "工会会员", en: "Members", .stock, "人")
  static let womenMembers = IndicatorDeclaration(
    "union.women-members", zh: "女会员", en: "Women members", .stock, "人", isPart: true)
  static let migrantMembers = IndicatorDeclaration(
    "union.migrant-members", zh: "农民工会员", en: "Migrant members", .stock, "人", isPart: true)
  static let gigMembers = IndicatorDeclaration(
    "union.gig-members", zh: "新就业形态会员", en: "Gig members", .stock, "人", isPart: true)
  static let membershipRate = IndicatorDeclaration(
    "union.membership-rate", zh: "入会率", en: "Membership rate", .ratio(.members, over: .staff), "%",
    decimals: 1)
  static let bodiesRegistered = IndicatorDeclaration(
    "union.bodies-registered", zh: "法人登记工会", en: "Unions registered", .stock, "家", isPart: true)
  static let registrationRate = IndicatorDeclaration(
    "union.registration-rate", zh: "法人资格登记率", en: "Registration rate",
    .ratio(.bodiesRegistered, over: .bodies), "%", decimals: 1)
  static let womenOrganised = IndicatorDeclaration(
    "union.women-organised", zh: "建立女职工组织的工会", en: "Unions with a women's committee", .stock, "家",
    isPart: true)
  static let womenOrganisationRate = IndicatorDeclaration(
    "union.women-organisation-rate", zh: "女职工组织组建率", en: "Women's committees, rate",
    .ratio(.womenOrganised, over: .bodies), "%", decimals: 1)
  static let auditOrganised = IndicatorDeclaration(
    "union.audit-organised", zh: "建立经审组织的工会", en: "Unions with an audit committee", .stock, "家",
    isPart: true)
  static let auditRate = IndicatorDeclaration(
    "union.audit-rate", zh: "经审组织组建率", en: "Audit committees, rate",
    .ratio(.auditOrganised, over: .bodies), "%", decimals: 1)
  static let standardized = IndicatorDeclaration(
    "union.standardized", zh: "规范化建设工会", en: "Standardised unions", .flow, "家")
}
