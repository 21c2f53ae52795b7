import Foundation
import Testing

extension FaultTests {
  /// Somebody who may read but not write, while the owner writes.
  @Suite(.enabled(if: Machine.canBePowerless, "no user without powers can reach the program"))
  struct Guests {
    /// Logs until told to stop; now and then what was written is brought home.
    private static let owner = """
      i=0; while [ ! -e stop ]; do i=$((i+1)); \
      "$TAIZHANG" log work.visits 1 --unit 洪林镇 --on 2021-06-10 >/dev/null || exit; \
      [ $((i % 10)) != 0 ] || "$TAIZHANG" key change --file > /dev/null || exit; done
      """

    /// The words of a guest, who prints a line for each run that ends otherwise than well or busy,
    /// and the numbers of runs that ended well.
    private static let guest = """
      good=0; for i in $(seq 52); do for words in verify "report monthly 2021-06"; do \
      out=$("$0" --lang en --db "$1" $words 2>&1); status=$?; \
      case $status in 0) good=$((good+1));; 75) ;; *) echo "$status $words: $out";; esac; \
      done; done; echo "good $good"
      """

    @Test(
      "no false finding and no failure, through a link too",
      .enabled(if: Machine.isRoot, "this needs two users"), arguments: [false, true])
    func whileTheOwnerWrites(_ isLink: Bool) async throws {
      var office = try await Office()
      #expect(try await office.run("key", "create", "--file").status == 0)
      let folder = office.program.folder
      let shared = folder.file("shared")
      try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: false)
      try FileManager.default.copyItem(atPath: office.path, toPath: shared + "/a.db")
      try await office.program.tool("chmod", "755", shared, folder.path)
      try await office.program.tool("chmod", "644", shared + "/a.db")
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link.db"), withDestinationPath: shared + "/a.db")
      office.program.environment["TAIZHANG_DB"] = shared + "/a.db"
      let owner = try office.program.start(tool: ["sh", "-c", Self.owner])
      let path = isLink ? folder.file("link.db") : shared + "/a.db"
      let guest = try await office.program.start(
        tool: Machine.powerless + ["sh", "-c", Self.guest, try Program.binary.get().path, path]
      ).wait()
      try folder.write("", to: "stop")
      let ended = try await owner.wait()
      #expect(ended.status == 0, "\(ended.err)")
      let lines = guest.out.split(separator: "\n")
      #expect(lines.count == 1, "\(guest.out)\(guest.err)")
      let good = lines.last?.split(separator: " ").last.flatMap { Int($0) } ?? 0
      #expect(good > 50)
      try await office.expectSound()
    }

    @Test(
      "what the owner has written last is read, from the log of a program that was killed too",
      .enabled(if: Machine.isRoot, "this needs two users"),
      .enabled(if: Machine.hasShell, "the sqlite3 shell leaves a log behind"),
      arguments: [["-wal"], ["-wal", "-shm"]])
    func log(_ sides: [String]) async throws {
      let office = try await Office()
      let script = """
        mkdir shared; cp "$TAIZHANG_DB" old.db; sqlite3 old.db "PRAGMA wal_autocheckpoint=0;
        SELECT COUNT(*) FROM entry" ".shell \\"$TAIZHANG\\" --db old.db log work.visits 7 \
        --unit 洪林镇; cp old.db shared/a.db; \
        for s in \(sides.joined(separator: " ")); do cp old.db\\$s shared/a.db\\$s; done"; \
        chmod -R a+rX . 
        """
      let made = try await office.program.tool("sh", "-c", script)
      try #require(made.status == 0, "\(made.err)")
      let read = try await office.program.start(
        tool: Machine.powerless + [
          try Program.binary.get().path, "--db", office.program.folder.file("shared/a.db"),
          "verify", "--format", "json",
        ]
      ).wait()
      #expect(read.status == 0 && read.out.contains("#6·"), "\(read.out)\(read.err)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: office.program.folder.file("shared"))
      #expect(names.sorted() == ["a.db"] + sides.map { "a.db" + $0 }.sorted())
    }
  }
}
