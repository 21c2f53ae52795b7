internal import Reports

/// A list of a JSON object that is left out where it is empty.
func listMember(_ key: String, _ items: [JSONValue]) -> [(String, JSONValue)] {
  items.isEmpty ? [] : [(key, .array(items))]
}
