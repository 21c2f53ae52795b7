public import Storage

// Values of the layers below that a shell names, so that it imports none of those layers.

/// A unit with its former names.
public typealias StoredUnit = Storage.StoredUnit
/// What opens the secrets of a database.
public typealias KeyMaterial = Storage.KeyMaterial
/// Why secrets cannot be read or written.
public typealias SecretsFault = Storage.SecretsFault
