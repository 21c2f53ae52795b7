import Foundation
import Testing

extension FaultTests {
  /// Writers beside a copy that takes the place of their ledger.
  @Suite struct Replacing {
    /// The number and the head of every receipt in an answer.
    static func heads(in text: String) -> [(number: Int, head: String)] {
      text.matches(of: /#([0-9]+)·[0-9a-f]{4}(?: [0-9a-f]{4}){3}/).compactMap { match in
        Int(match.output.1).map { ($0, String(match.output.0)) }
      }
    }

    /// The number at which a copy says that what it replaced ended; 0 where it says nothing.
    static func end(in outcome: Program.Outcome) -> Int {
      guard let line = outcome.out.split(separator: "\n").first(where: { $0.contains("ended at") })
      else { return 0 }
      return heads(in: String(line)).first?.number ?? 0
    }

    @Test(
      "a receipt printed beside a copy is of the ledger that stands, or not after the head it names",
      arguments: [["restore"], ["backup"], ["restore", "restore"], ["backup", "backup"]])
    func receipts(_ verbs: [String]) async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      let copy = office.program.folder.file("copy.db")
      var missed = 0
      for round in 0..<(verbs.count == 1 ? 30 : 20) {
        for name in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: office.path + name)
        }
        if verbs.count == 1 || round % 2 == 0 {
          try FileManager.default.copyItem(atPath: copy, toPath: office.path)
        }
        var program = office.program
        program.environment["TAIZHANG_LANG"] = "en"
        let copies = try verbs.map { verb in
          try program.start(
            verb == "restore"
              ? ["restore", copy, "--force"]
              : ["backup", office.path, "--force", "--db", copy])
        }
        try await Task.sleep(for: .milliseconds(Int.random(in: 0..<60)))
        var receipts: [(number: Int, head: String)] = []
        while receipts.count < 3, copies.contains(where: \.isRunning) || receipts.isEmpty {
          let writers = try (1...2).map {
            try program.start(["log", "work.visits", "\($0)", "--unit", "洪林镇"])
          }
          for writer in writers {
            let outcome = try await writer.wait()
            // Refused while there is no database yet, or where another has come in its place.
            #expect([0, 66, 75].contains(outcome.status), "\(outcome.err)")
            if outcome.status == 0 { receipts += Self.heads(in: outcome.out) }
          }
        }
        var end = 0
        for child in copies {
          let outcome = try await child.wait()
          #expect(outcome.status == 0, "\(outcome.out)\(outcome.err)")
          end = max(end, Self.end(in: outcome))
        }
        for receipt in receipts
        where try await office.run("verify", "--expect", receipt.head).status != 0 {
          missed += 1
          #expect(receipt.number <= end, "round \(round): #\(receipt.number) is lost, told #\(end)")
        }
        try await office.expectSound("\(round)")
      }
      // Else the rounds prove nothing.
      if verbs.count == 1 { #expect(missed > 0) }
    }

    @Test("a writer beside init comes before it or after it")
    func founding() async throws {
      let office = try await Office()
      let path = office.program.folder.file("new.db")
      for _ in 0..<10 {
        for name in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: path + name)
        }
        var program = office.program
        program.environment["TAIZHANG_DB"] = path
        let founder = try program.start(["init"])
        var isWritten = false
        while !isWritten {
          let outcome = try await program.run(["setting", "set", "phone", "1"])
          #expect([0, 66].contains(outcome.status), "\(outcome.err)")
          isWritten = outcome.status == 0
          if !founder.isRunning, !isWritten {
            #expect(FileManager.default.fileExists(atPath: path))
          }
        }
        let founded = try await founder.wait()
        #expect(founded.status == 0, "\(founded.err)")
        // The head that is told is that of the new database, not the writer's.
        #expect(Self.heads(in: founded.out).map(\.number) == [1])
        try await office.expectSound(db: path)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      #expect(!names.contains { $0.contains("part") })
    }

    @Test(
      "what cannot be read of the ledger that is replaced is said",
      .enabled(if: Machine.hasShell), .enabled(if: FailingCalls.canPreload, FailingCalls.whyNot))
    func unread() async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      _ = try await office.run("log", "work.visits", "1", "--unit", "洪林镇")
      try await office.eachCall(
        .fails(EIO), ["restore", "copy.db", "--force"], from: try office.state(), rounds: 80
      ) { outcome, comment in
        if outcome.status == 0 {
          #expect(outcome.out.contains("#6·") || outcome.out.contains("读不出"), comment)
        }
      }
      try office.program.folder.write("no ledger", to: "台账.db")
      for (language, part) in [("zh", "读不出"), ("en", "could not be read as a ledger")] {
        let outcome = try await office.run("restore", "copy.db", "--force", language: language)
        #expect(outcome.status == 0 && outcome.out.contains(part), "\(outcome.out)\(outcome.err)")
        try office.program.folder.write("no ledger", to: "台账.db")
      }
    }

    @Test("what a copy that was killed leaves shows whose it is, and goes with the next")
    func left() async throws {
      let office = try await Office()
      let folder = office.program.folder
      let child = try office.program.start(["backup", "copy.db"])
      let names = { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
      while child.isRunning, try !names().contains(where: { $0.hasSuffix(".part") }) {}
      child.signal(SIGKILL)
      _ = try await child.wait()
      let left = try names().filter { $0.contains(".part") }
      #expect(left.allSatisfy { $0.hasPrefix("copy.db.\(child.identifier)-") }, "\(left)")
      #expect(try await office.run("backup", "other.db").status == 0)
      #expect(try !names().contains { $0.contains(".part") })
    }
  }
}
