internal import Journal

extension Ledger {
  /// Which fields the state in a body may have: those of its register, or of the core.
  func naming(of body: String) -> FieldLines.Naming {
    guard body.utf8.starts(with: RecordForm.register.utf8) else {
      return { FieldLines.coreNames.contains($0) }
    }
    return { [self] name in
      if RecordForm.ownNames.contains(name) { return true }
      let id = body.utf8.prefix { $0 != 0x0A }.dropFirst(RecordForm.register.utf8.count)
      let register = String(decoding: id, as: UTF8.self)
      if shape(register)?.field(named: name) != nil { return true }
      // A ledger that cannot be read fails at the next query.
      return (try? formerColumns(of: register))?[name] != nil
    }
  }

  /// The state that a body and the text hidden beside it say; nil for what is no more.
  func state(_ body: String, hidden: String) -> FieldList? {
    body.isEmpty ? nil : FieldList(parsing: body, hidden: hidden, naming(of: body))
  }
}
