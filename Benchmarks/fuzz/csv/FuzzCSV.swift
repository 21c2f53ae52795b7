// Fuzzing of the CSV reader, built with its sources as one module by run.sh.
//
// Any bytes must be read without a crash, the same whatever the chunk size, with positions that
// rise and lie within the file; and what was read must read back after writing.

struct Row: Equatable {
  var line: Int
  var cells: [[UInt8]]
}

struct Outcome: Equatable {
  var header: [String] = []
  var delimiter: UInt8 = 0
  var rows: [Row] = []
  var faults: [CSVFault] = []

  init(_ bytes: [UInt8], lineLimit: Int, chunk: Int) {
    let source = TextFileSource(bytes: bytes)
    do throws(CSVFault) {
      var reader = try CSVReader(source, lineLimit: lineLimit, chunk: chunk, keepsLines: true)
      header = reader.header
      delimiter = reader.delimiter
      while readRow(&reader) {}
    } catch {
      faults.append(error)
    }
    let mayStopEarly = faults.contains { !$0.isRecoverable } || header.isEmpty
    precondition(mayStopEarly || source.bytesRead == bytes.count, "not all was read")
  }

  private mutating func readRow(_ reader: inout CSVReader) -> Bool {
    do throws(CSVFault) {
      guard try reader.next() else { return false }
      let count = reader.row.count
      precondition(count <= header.count && count > 0, "cell count")
      rows.append(
        Row(line: reader.row.line, cells: (0..<count).map { Array(reader.row.cell($0)) }))
    } catch {
      faults.append(error)
      return error.isRecoverable
    }
    return true
  }
}

func check(_ outcome: Outcome, size: Int) {
  var line = 0
  for row in outcome.rows {
    precondition(row.line > line && row.line <= size + 1, "line of a row")
    line = row.line
    for cell in row.cells {
      precondition(String(validating: cell, as: UTF8.self) != nil, "text of a cell")
    }
  }
  line = 0
  for fault in outcome.faults {
    precondition(fault.line >= line && fault.line <= size + 1, "line of a fault")
    precondition(fault.column >= 1 && fault.column <= size + 1, "column of a fault")
    line = fault.line
  }
}

/// Every table that was read comes back the same after being written.
func checkRoundTrip(_ outcome: Outcome) {
  // A header of one cell, or of none but empty cells, does not carry its delimiter.
  guard outcome.header.count > 1, outcome.header.contains(where: { !$0.isEmpty }) else { return }
  var writer = CSVWriter(delimiter: outcome.delimiter, lineEnd: .crlf, byteOrderMark: true)
  writer.write(outcome.header)
  let rows = outcome.rows.map { $0.cells.map { String(decoding: $0, as: UTF8.self) } }
  for row in rows { writer.write(row) }
  let again = Outcome(writer.bytes, lineLimit: 1 << 20, chunk: 4096)
  precondition(again.faults.isEmpty, "a written table has faults")
  precondition(again.header == outcome.header, "header written and read")
  precondition(again.delimiter == outcome.delimiter, "delimiter written and read")
  precondition(again.rows.map(\.cells) == outcome.rows.map(\.cells), "rows written and read")
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  guard size > 1 else { return 0 }
  // The first byte chooses the limit and the chunk size; the rest is the file.
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: size - 1))
  let lineLimit = data[0] & 0x80 == 0 ? 1 << 20 : 24
  let chunk = Int(data[0] & 0x3F) + 1
  let whole = Outcome(bytes, lineLimit: lineLimit, chunk: 1000)
  precondition(whole == Outcome(bytes, lineLimit: lineLimit, chunk: chunk), "chunk \(chunk)")
  check(whole, size: size)
  checkRoundTrip(whole)
  return 0
}
