import OfficeFiles
import Testing

/// All that a reader delivers of some bytes.
struct Reading: Equatable {
  struct Row: Equatable, CustomStringConvertible {
    var line: Int
    var cells: [String]
    var description: String { "\(line): \(cells)" }
  }

  var header: [String] = []
  var delimiter: UInt8?
  var rows: [Row] = []
  var faults: [CSVFault] = []

  var cells: [[String]] { rows.map(\.cells) }

  init(_ source: TextFileSource, delimiter: UInt8? = nil, lineLimit: Int, chunk: Int) {
    do throws(CSVFault) {
      var reader = try CSVReader(
        source, delimiter: delimiter, lineLimit: lineLimit, chunk: chunk, keepsLines: true)
      header = reader.header
      self.delimiter = reader.delimiter
      while readRow(&reader) {}
    } catch {
      faults.append(error)
    }
  }

  private mutating func readRow(_ reader: inout CSVReader) -> Bool {
    do throws(CSVFault) {
      guard try reader.next() else { return false }
      rows.append(
        Row(line: reader.row.line, cells: (0..<reader.row.count).map { reader.row.string($0) }))
    } catch {
      faults.append(error)
      guard error.isRecoverable else {
        // Nothing comes after the end.
        let isRecord = try? reader.next()
        #expect(isRecord == false)
        return false
      }
    }
    return true
  }
}

/// Reads `bytes` in one piece, and makes sure that other chunk sizes give the same.
func read(
  _ bytes: [UInt8], delimiter: UInt8? = nil, lineLimit: Int = 1 << 20,
  chunks: some Sequence<Int> = [1, 2, 3, 4, 5, 7, 8, 13, 16, 31, 64],
  at place: SourceLocation = #_sourceLocation
) -> Reading {
  func read(chunk: Int) -> Reading {
    Reading(
      TextFileSource(bytes: bytes), delimiter: delimiter, lineLimit: lineLimit, chunk: chunk)
  }
  let whole = read(chunk: 1 << 20)
  for chunk in chunks {
    #expect(read(chunk: chunk) == whole, "chunk \(chunk)", sourceLocation: place)
  }
  return whole
}

func read(
  _ text: String, delimiter: UInt8? = nil, lineLimit: Int = 1 << 20,
  at place: SourceLocation = #_sourceLocation
) -> Reading {
  read(
    Array(text.utf8), delimiter: delimiter, lineLimit: lineLimit, chunks: 1...64, at: place)
}

func fault(_ line: Int, _ column: Int, _ kind: CSVFault.Kind) -> CSVFault {
  CSVFault(line: line, column: column, kind: kind)
}
