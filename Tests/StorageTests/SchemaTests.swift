import StorageSQLite
import Suite
import Testing

@testable import Storage

@Suite struct SchemaTests {
  @Test("released steps never change")
  func frozen() {
    let pins = Schema.steps(Suite.registers).filter { !$0.isRenewed }
      .map { "\($0.id) \($0.sha256.prefix(16))" }
    #expect(pins == SchemaTests.pins)
  }

  @Test("a register's table has its declared fields")
  func columns() throws {
    let connection = try SQLiteDatabase.inMemory()
    let ledger = try Ledger.found(
      on: connection, registers: Suite.registers, site: "TEST", at: "")
    for shape in ledger.allShapes() {
      let table = RegisterTable(shape)
      let columns = try connection.rows("SELECT name FROM pragma_table_info('\(table.name)')") {
        $0.text(0)
      }
      // Those that came later stand last in the table: statements name their columns.
      #expect(columns.sorted() == table.columns.map { $0.replacing("\"", with: "") }.sorted())
    }
  }

  @Test("records are found by unit and by what they refer to through an index, removed or not")
  func lookups() throws {
    let connection = try SQLiteDatabase.inMemory()
    let ledger = try Ledger.found(
      on: connection, registers: Suite.registers, site: "TEST", at: "")
    for shape in ledger.allShapes() {
      for (index, field) in shape.fields.enumerated() {
        guard !field.kind.registers.isEmpty || index == shape.placeField else { continue }
        let plan = try connection.rows(
          "EXPLAIN QUERY PLAN SELECT stage FROM \(RegisterTable(shape).name)"
            + " WHERE \(RegisterTable.column(field)) = 1"
        ) { $0.text(3) }
        #expect(plan.count == 1)
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(shape.id) \(field.name) \(plan)")
      }
    }
  }

  @Test(
    "records that lack a part of their key are found among many of one name without reading these")
  func blanks() throws {
    let connection = try SQLiteDatabase.inMemory()
    let ledger = try Ledger.found(
      on: connection, registers: Suite.registers, site: "TEST", at: "")
    for shape in ledger.allShapes() where !shape.laterKeyFields.isEmpty {
      let table = RegisterTable(shape)
      let plan = try connection.rows(
        "EXPLAIN QUERY PLAN " + table.selectLacking, shape.firmKeyFields.map { _ in .null }
      ) { $0.text(3) }
      let blank = RegisterTable.column(shape.fields[shape.laterKeyFields[0]]).replacing(
        "\"", with: "")
      #expect(
        plan.contains { $0.hasPrefix("SEARCH") && $0.contains("\(blank)=?") }, "\(shape.id) \(plan)"
      )
    }
  }

  private static let pins = [
    "core.1 7f244013d54cf78f",
    "core.2 3c36fc754de55159",
    "core.3 68f7dd4c7e566839",
    "core.4 b480d768e8614504",
    "core.5 0a855d37514535d3",
    "core.6 0477653aa0a600c1",
    "workforce.post.1 d660e1ad97abd0ca",
    "workforce.post.thin e3b0c44298fc1c14",
    "workforce.post.compared d8b99e110f4e0a4a",
    "workforce.hire.1 c54f474786711980",
    "workforce.hire.2 a1af43c68c371e99",
    "workforce.hire.thin 164ece43fcd58816",
    "workforce.hire.compared e3b0c44298fc1c14",
    "workforce.trainee.1 a870a5c1e66f6a53",
    "workforce.trainee.2 bf7d7e936ac8f644",
    "workforce.trainee.thin e2ce69249c92d849",
    "workforce.trainee.compared e3b0c44298fc1c14",
    "workforce.village-doctor.1 eb8ad96f6bf6b638",
    "workforce.village-doctor.thin a91b45973fbba116",
    "workforce.village-doctor.compared e3b0c44298fc1c14",
    "workforce.establishment.1 1dd9c7042e24c1ae",
    "workforce.establishment.thin 69b312440e799114",
    "workforce.establishment.compared c7b5eac617c1bc23",
    "workforce.staff.1 914b19f7ba6a7773",
    "workforce.staff.thin e54c822b99ac5041",
    "workforce.staff.compared e3b0c44298fc1c14",
    "clinics.project.1 eaf7117640a1eeb5",
    "clinics.project.thin a3be27dd5c4ffc76",
    "clinics.project.compared 5af803be6253ad0d",
    "clinics.finding.1 0bdda66f9d9294ac",
    "clinics.finding.2 ce4e00de1c94a49f",
    "clinics.finding.3 56710cb804736e3d",
    "clinics.finding.thin 63462276f60f7f66",
    "clinics.finding.compared 148fab22b9419e7a",
    "clinics.course.1 669439c231115574",
    "clinics.course.2 063b900f7cccb1f6",
    "clinics.course.thin e3b0c44298fc1c14",
    "clinics.course.compared 8cd00ec25db18c2d",
    "clinics.participant.1 59a489f081bf8239",
    "clinics.participant.thin eaac2bf0b2f4e094",
    "clinics.participant.compared e3b0c44298fc1c14",
    "clinics.studio.1 9b28f2c4d855846c",
    "clinics.studio.thin 0cc474129bbd3a64",
    "clinics.studio.compared e1a2a08a430560c3",
    "clinics.checklist.1 615a4bee364948e4",
    "clinics.checklist.thin e3b0c44298fc1c14",
    "clinics.checklist.compared 3f4ab52a9caa117b",
    "emergency.officer.1 38fec79de21efbeb",
    "emergency.officer.thin fff90e472e276eff",
    "emergency.officer.compared 56f0b86ef9b83ec4",
    "emergency.demonstration.1 43132f56439d6ea5",
    "emergency.demonstration.thin e3b0c44298fc1c14",
    "emergency.demonstration.compared 2ae5787e1e5c5f50",
    "emergency.fund.1 5df2efffb43e4b86",
    "emergency.fund.thin e3b0c44298fc1c14",
    "emergency.fund.compared 97e1970c0dc02d88",
    "emergency.planning.1 ea4a89a0e2d06cc7",
    "emergency.planning.thin 4e8add13db7604ec",
    "emergency.planning.compared 1965e562efe12bcc",
    "emergency.contingency.1 dadb9d6e35baafe6",
    "emergency.contingency.thin e3b0c44298fc1c14",
    "emergency.contingency.compared c9c45f1d56349d9b",
    "emergency.drill.1 e2deeb228b9adde4",
    "emergency.drill.thin e3b0c44298fc1c14",
    "emergency.drill.compared 3be6fa0ac72aa5d6",
    "emergency.drill-finding.1 142f607d202dc435",
    "emergency.drill-finding.thin 5a69b516733cd4d5",
    "emergency.drill-finding.compared 735a3ddd8b163430",
    "emergency.dispatch.1 0b5bc3c1eda8bc44",
    "emergency.dispatch.thin 4e99f517409b088e",
    "emergency.dispatch.compared 2af3e45b15bd60c7",
    "emergency.equipment.1 42dd50e6e8ca632a",
    "emergency.equipment.thin b45facc2b3d885b7",
    "emergency.equipment.compared 23c4859c59a780af",
    "emergency.risk-source.1 d199f61350528b4a",
    "emergency.risk-source.thin e3b0c44298fc1c14",
    "emergency.risk-source.compared 227cb7f7b62b31db",
    "emergency.hazard.1 2aee4441050b545c",
    "emergency.hazard.thin e3b0c44298fc1c14",
    "emergency.hazard.compared 09a05c3aa153da44",
    "emergency.team.1 8221cac622cd58d1",
    "emergency.team.thin e3b0c44298fc1c14",
    "emergency.team.compared 12874e91f67b84bf",
    "emergency.member.1 5a8d9f39f48a1179",
    "emergency.member.thin 64c7e2e78b0a77d9",
    "emergency.member.compared e3b0c44298fc1c14",
    "emergency.shelter.1 501c0c5198cb2401",
    "emergency.shelter.thin e3b0c44298fc1c14",
    "emergency.shelter.compared 2c7bcdabcd166f80",
    "emergency.shelter-opening.1 1d1c65c7bc712b0b",
    "emergency.shelter-opening.thin f3949970a36b5062",
    "emergency.shelter-opening.compared e3b0c44298fc1c14",
    "emergency.shelter-entry.1 1c8a4844dd134ab5",
    "emergency.shelter-entry.thin 8dda71a7b6723073",
    "emergency.shelter-entry.compared e3b0c44298fc1c14",
    "emergency.outreach.1 1a3557d8651c7eec",
    "emergency.outreach.thin e3b0c44298fc1c14",
    "emergency.outreach.compared d0e74cc489ec391c",
    "emergency.damage.1 a754519be9288e31",
    "emergency.damage.thin a35c24e246914b47",
    "emergency.damage.compared 6a37c36916f6087f",
    "emergency.donation.1 7be1725dd173ca7a",
    "emergency.donation.thin 83298c3d08605e01",
    "emergency.donation.compared ed284675877341f0",
    "emergency.donation-use.1 8f827963f3148650",
    "emergency.donation-use.thin 94d9f8924e1915ac",
    "emergency.donation-use.compared 84689c6d9cec5bd9",
    "plan.document.1 aca159d409563a55",
    "plan.document.thin e3b0c44298fc1c14",
    "plan.document.compared 8451819644d25722",
    "plan.task.1 00ed4bd5bea3a9a4",
    "plan.task.2 f267827757fcbacd",
    "plan.task.3 aae1fa99694d5dfe",
    "plan.task.thin e3b0c44298fc1c14",
    "plan.task.compared ea0ba3486dc23205",
    "plan.reminder.1 ded330e3c25dc485",
    "plan.reminder.thin c8ed7a2daa5548ca",
    "plan.reminder.compared e3b0c44298fc1c14",
    "plan.recurrence.1 2cba1dbaf612e9e7",
    "plan.recurrence.thin e3b0c44298fc1c14",
    "plan.recurrence.compared 0c8c7044556963dc",
    "plan.fulfilment.1 22a163778db8bbff",
    "plan.fulfilment.thin 674bddced99417f4",
    "plan.fulfilment.compared f2734072de722e60",
    "people.person.1 616afebd7c7bab40",
    "people.person.2 1fd7a9d8f317501b",
    "people.person.thin e3b0c44298fc1c14",
    "people.person.compared 1d16b4b676b70db5",
  ]
}
