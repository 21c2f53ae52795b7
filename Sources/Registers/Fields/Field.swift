public import TargetEngine

/// One field of a register: a property of its records with the name, titles and roles that people
/// see.
///
///     Field("lead", \.lead, zh: "牵头单位", en: "Lead unit", [.required, .place], units: [.township]),
///     Field("scheme-on", \.schemeOn, zh: "方案日期", en: "Scheme on", since: 2)
///
/// The property's type decides what the field holds, see `FieldValue`. It is known only in the
/// initializers: from there on everything works on `Datum`. A class, since every record that is
/// read goes through all fields.
public final class Field<Record>: Sendable {
  /// The field without its record's type.
  public let shape: FieldShape
  let path: any PartialKeyPath<Record> & Sendable
  let read: @Sendable (Record) -> Datum
  /// False when the datum is of another kind than the field.
  let write: @Sendable (inout Record, Datum) -> Bool

  /// Declares a field. Released fields keep their name, kind and order; a new one is added at the
  /// end with `since:` and the register's next `version`.
  ///
  /// - Parameters:
  ///   - name: the word in commands, columns and JSON, `accepted-on`.
  ///   - path: a stored property of the record.
  ///   - roles: what the field is for, `[.required, .key]`; none for a plain value.
  ///   - register: for a text, the id of the register whose records it names by their key. It is
  ///     completed from them; a text that no record has is kept and noted, since a list on paper
  ///     may be ahead.
  ///   - units: the kinds of unit that the field takes; empty for any. Units of other kinds are
  ///     refused.
  ///   - version: the version of the register that brought the field.
  public init<Value: FieldValue>(
    _ name: String, _ path: any WritableKeyPath<Record, Value> & Sendable, zh: String, en: String,
    _ roles: FieldRoles = [], names register: String? = nil, units: [UnitKind] = [],
    since version: Int = 1
  ) {
    shape = FieldShape(
      name: name, title: Text(zh, en), kind: Value.kind, roles: roles, names: register,
      units: units, since: version)
    self.path = path
    let place = FieldPlace(path)
    read = { place.value(in: $0).datum }
    write = { record, datum in
      guard let value = Value(datum) else { return datum.isEmpty }
      place.set(value, in: &record)
      return true
    }
  }

  /// Declares a secret field: encrypted where it is kept, masked where it is shown, and open only
  /// while it is typed or after it was revealed with a reason.
  ///
  ///     Field("phone", secret: \.phone, .phone, zh: "联系电话", en: "Phone")
  ///
  /// - Parameter form: how a value is checked and masked; what is no such value is refused.
  public init(
    _ name: String, secret path: any WritableKeyPath<Record, Secret?> & Sendable,
    _ form: SecretForm, zh: String, en: String, _ roles: FieldRoles = [], since version: Int = 1
  ) {
    shape = FieldShape(
      name: name, title: Text(zh, en), kind: .secret(form), roles: roles, since: version)
    self.path = path
    let place = FieldPlace(path)
    read = { place.value(in: $0).map { .secret($0) } ?? .empty }
    write = { record, datum in
      guard case .secret(let secret) = datum else { return datum.isEmpty }
      place.set(secret, in: &record)
      return true
    }
  }
}
