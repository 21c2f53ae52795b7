import Glibc
import Testing

/// Runs `body` with the path of a file that has these bytes.
func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
  var template = Array("/tmp/officefiles.XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  try #require(descriptor >= 0)
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { unlink(path) }
  write(descriptor, bytes, bytes.count)
  close(descriptor)
  try body(path)
}
