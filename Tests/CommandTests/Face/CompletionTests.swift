import Foundation
import Testing

extension FaceTests {
  /// Completion in the shells themselves, by their own scripts.
  @Suite struct Completions {
    static func isInstalled(_ shell: String) -> Bool {
      ["/usr/bin/", "/bin/"].contains {
        FileManager.default.isExecutableFile(atPath: $0 + shell)
      }
    }

    /// What bash offers for a line, as readline would call the function.
    private static let bash = #"""
      taizhang() { "$TAIZHANG" "$@" || touch failed; }
      eval "$(taizhang --generate-completion-script bash)"
      compopt() { :; }
      IFS=$' \t\n'
      offer() {
        COMP_WORDS=(taizhang "$@"); COMP_CWORD=$#; COMPREPLY=()
        _taizhang
        [[ "$IFS" == $' \t\n' ]] || echo 'IFS leaked'
        [[ ! -e failed ]] || echo 'the program failed'
        printf '[%s]' "${COMPREPLY[@]}"; echo
      }

      """#

    private func office() async throws -> Office {
      var office = try await Office()
      try await office.addHospital("h1", name: "洪林镇卫生院")
      let added = try await office.run(
        "clinics", "project", "add", "facility=洪林镇卫生院", "year=2021")
      #expect(added.status == 0)
      let units = FaceTests.Completions.names.enumerated().map { index, name in
        "n\(index),341802,\"\(name.replacing("\"", with: "\"\""))\",township\n"
      }
      try office.program.folder.write("code,parent,name,kind\n" + units.joined(), to: "foreign.csv")
      let imported = try await office.run("import", "foreign.csv", "--yes")
      #expect(imported.status == 0, "\(imported.err)")
      try office.program.folder.write("x\n", to: "我的 表.csv")
      let folder = try Program.binary.get().deletingLastPathComponent().path
      office.program.environment["PATH"] = "\(folder):/usr/local/bin:/usr/bin:/bin"
      office.program.environment["LANG"] = "C.UTF-8"
      return office
    }

    @Test(
      "bash",
      arguments: [
        ("imp", "[import]"), ("导", "[导入]"), ("clin", "[clinics]"), ("看板 ''", "[人员]"),
        ("dashboard --u", "[--unit]"), ("看板 --单", "[--单位]"), ("log --unit 水", "[水东镇]"),
        ("log --unit = 水", "[水东镇]"), ("记账 走", "[走访]"), ("log work.v", "[work.visits]"),
        ("report ''", "[月度]"), ("report monthly 2021-0", "[2021-05]"),
        ("clinics project add ownership = gov", "[government]"),
        ("标准化建设项目 推进 洪", "[洪林镇卫生院/2021]"),
        ("标准化建设项目 添加 建设机构=洪林镇卫", "[建设机构=洪林镇卫生院]"),
        ("report monthly --format j", "[json]"), ("unit add x --kind 村", "[村社区]"),
        ("import ''", "[]"), ("import 我的", "[]"), ("report monthly --output ''", "[]"),
        ("log work.visits ''", "[]"), ("import --ag", "[--again]"),
        ("entry cor", "[correct]"), ("明细 更", "[更正]"), ("close --reiss", "[--reissue]"),
      ])
    func bash(_ line: String, _ wanted: String) async throws {
      let office = try await office()
      let outcome = try await office.program.tool(
        "bash", "-c", FaceTests.Completions.bash + "offer " + line)
      #expect(outcome.status == 0, "\(outcome.err)")
      #expect(outcome.out.contains(wanted), "\(line): \(outcome.out)\(outcome.err)")
      #expect(!outcome.out.contains("IFS") && !outcome.out.contains("failed"), "\(outcome.out)")
    }

    /// Typed at a terminal with the tabulator, names of files with blanks as well. What the shell makes of the
    /// line tells whether it is right, not what the keys show.
    @Test(
      "bash at a terminal",
      arguments: [
        ("imp", "<import>;"), ("import 我的", "<import><我的 表.csv>;"),
        ("import \"我的", "<import><我的 表.csv>;"), ("记账 --单位 水", "<记账><--单位><水东镇>;"),
        ("clinics project add owner", "<clinics><project><add><ownership=>;"), ("看板 ", "<看板>;"),
      ] + foreign)
    func terminal(_ line: String, _ wanted: String) async throws {
      try await expectTyped(line, wanted, ["bash", "--noprofile", "--norc", "-i"])
    }

    @Test(
      "zsh at a terminal", .enabled(if: isInstalled("zsh")),
      arguments: [
        ("imp", "<import>;"), ("import 我的", "<import><我的 表.csv>;"),
        ("记账 --单位 水", "<记账><--单位><水东镇>;"),
        ("clinics project add owner", "<clinics><project><add><ownership=>;"),
      ] + foreign.filter { !$0.0.contains { "\"'".contains($0) } })
    func zsh(_ line: String, _ wanted: String) async throws {
      try await expectTyped(
        line, wanted, ["zsh", "-f", "-i"], setup: "autoload -U compinit; compinit -u -D; ")
    }

    /// Names of units as a file of others may hold them, of which a shell must not run or expand anything.
    private static let names = [
      "$(touch PWNED)x", "`touch PWNED`y", "a\"b", "o'k", "*", "甲 乙", "~root", "{p,q}", "w!1",
      "c\\d",
    ]

    /// Beginnings of these names, without quotes and within both kinds of them.
    private static let foreign = [
      ("\\$\\(t", 0), ("\"$(t", 0), ("'$(t", 0), ("\\`t", 1), ("'`t", 1), ("a", 2), ("\"a", 2),
      ("'a", 2),
      ("o", 3), ("\"o", 3), ("'o", 3), ("甲", 5), ("\"甲", 5), ("'甲", 5), ("\\~", 6), ("'~", 6),
      ("\\{", 7), ("'{", 7), ("w", 8), ("'w", 8), ("c", 9), ("\"c", 9), ("'c", 9),
    ].map { typed, name in ("log --unit \(typed)", "<log><--unit><\(names[name])>;") }

    @Test("a name that is a pattern offers no files")
    func pattern() async throws {
      let office = try await office()
      let outcome = try await office.program.tool(
        "bash", "-c", FaceTests.Completions.bash + "offer log --unit ''")
      #expect(outcome.out.contains("[\\*]"), "\(outcome.out)\(outcome.err)")
      #expect(!outcome.out.contains("表.csv"))
    }

    @Test(
      "fish", .enabled(if: isInstalled("fish")),
      arguments: [
        ("taizhang imp", "import"), ("taizhang import 我的", "我的 表.csv"),
        ("taizhang 记账 --单位 水", "水东镇"), ("taizhang log --un", "--unit"),
        ("taizhang clinics project add owner", "ownership="),
      ])
    func fish(_ line: String, _ wanted: String) async throws {
      let office = try await office()
      let outcome = try await office.program.tool(
        "fish", "--no-config", "-c",
        "function taizhang; $TAIZHANG $argv; end; "
          + "taizhang --generate-completion-script fish | source; complete -C '\(line)'")
      #expect(outcome.out.contains(wanted), "\(line): \(outcome.out)\(outcome.err)")
    }

    /// Types the beginning of a line and the tabulator at a shell, and expects the words that come of it.
    private func expectTyped(
      _ line: String, _ wanted: String, _ shell: [String], setup: String = ""
    ) async throws {
      let office = try await office()
      let terminal = try PseudoTerminal(office.program, running: shell)
      terminal.type(
        setup + "eval \"$(taizhang --generate-completion-script \(shell[0]))\"; PS1='$ '\n")
      terminal.type(
        "taizhang() { if [[ $1 == ---words ]]; then command taizhang \"$@\"; else "
          + "printf '<%s>' \"$@\"; echo ';'; fi; }\n")
      terminal.type("echo rea''dy\n")
      try await terminal.expect("ready")
      terminal.type("taizhang \(line)\t\n")
      try await terminal.expect(wanted)
      #expect(!FileManager.default.fileExists(atPath: office.program.folder.path + "/PWNED"))
    }
  }
}
