public import Forms
internal import Storage
public import TargetEngine

/// A definition with all that its files say of it. Source: `forms.md`, "Files".
public struct WholeForm: Sendable {
  /// The form with all its versions.
  public var definition: FormDefinition
  /// By their first day.
  public var exemptions: [FormExemption]
  /// The units that either names, with their titles.
  public var units: [UnitID: Unit]
}

extension Desk {
  /// Everything that defines a form, for another office to read in.
  ///
  /// - Parameter text: its code, or its title.
  /// - Throws: `DeskError.form` where there is no such form.
  public func wholeForm(_ text: String) throws -> WholeForm {
    try snapshot {
      let form = try storedForm(text)
      let exemptions = try ledger.exemptions(from: form)
      let units = try units(in: [form.definition], besides: exemptions.map(\.unit))
      return WholeForm(definition: form.definition, exemptions: exemptions, units: units)
    }
  }
}
