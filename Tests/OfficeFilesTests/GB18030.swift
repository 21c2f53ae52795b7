import Glibc

/// The bytes of a text in GB18030.
func gb18030(_ text: String) -> [UInt8] {
  convert(Array(text.utf8), from: "UTF-8", to: "GB18030")
}

func convert(_ bytes: [UInt8], from: String, to: String) -> [UInt8] {
  guard let handle = iconv_open(to, from) else { return [] }
  defer { iconv_close(handle) }
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: 4 * input.count + 16)
  let room = output.count
  var left = room
  input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (source, target) = (input.baseAddress, output.baseAddress)
      var sourceLeft = input.count
      iconv(handle, &source, &sourceLeft, &target, &left)
    }
  }
  return output.prefix(room - left).map { UInt8(bitPattern: $0) }
}
