import TargetEngine
import Testing

@testable import People
@testable import Registers

/// `registers.md`, "people".
@Suite struct PeopleTests {
  @Test("a person is known by name and unit, and a name is enough to make one")
  func key() {
    let shape = RegisterShape(Person.self)
    #expect(shape.keyFields.map { shape.fields[$0].name } == ["name", "unit"])
    #expect(shape.fields.filter { $0.roles.contains(.required) }.map(\.name) == ["name"])
  }

  @Test("a person comes back from its data as it was")
  func roundTrip() throws {
    var person = Person()
    (person.name, person.sex, person.unit) = ("张三", .female, UnitReference(7))
    person.bornOn = try day("1990-02-28")
    #expect(Person(person.state()) == person)
  }
}
