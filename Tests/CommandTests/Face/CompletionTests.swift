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
      taizhang() { "$TAIZHANG" "$@"; }
      eval "$(taizhang --generate-completion-script bash)"
      compopt() { :; }
      IFS=$' \t\n'
      offer() {
        COMP_WORDS=(taizhang "$@"); COMP_CWORD=$#; COMPREPLY=()
        _taizhang
        [[ "$IFS" == $' \t\n' ]] || echo 'IFS leaked'
        printf '[%s]' "${COMPREPLY[@]}"; echo
      }

      """#

    private func office() async throws -> Office {
      var office = try await Office()
      try await office.addHospital("h1", name: "洪林镇卫生院")
      let added = try await office.run(
        "clinics", "project", "add", "facility=洪林镇卫生院", "year=2021")
      #expect(added.status == 0)
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
      #expect(!outcome.out.contains("IFS"))
    }

    /// Typed at a terminal with the tabulator, names of files with blanks as well.
    @Test(
      "bash at a terminal",
      arguments: [
        ("taizhang imp\t", "taizhang import "),
        ("taizhang import 我的\t", "taizhang import 我的\\ 表.csv "),
        ("taizhang import \"我的\t", "taizhang import \"我的 表.csv\" "),
        ("taizhang 记账 --单位 水\t", "taizhang 记账 --单位 水东镇 "),
        ("taizhang clinics project add owner\t", "taizhang clinics project add ownership="),
        ("taizhang 看板 \t", "taizhang 看板 "),
      ])
    func terminal(_ keys: String, _ wanted: String) async throws {
      let office = try await office()
      try office.program.folder.write("x\n", to: "我的 表.csv")
      try await expectTyped(
        keys, wanted, office,
        ["bash", "--noprofile", "--norc", "-i"],
        setup: "eval \"$(taizhang --generate-completion-script bash)\"; PS1='$ '\n")
    }

    @Test(
      "zsh at a terminal", .enabled(if: isInstalled("zsh")),
      arguments: [
        ("taizhang imp\t", "taizhang import"),
        ("taizhang import 我的\t", "taizhang import 我的\\ 表.csv"),
        ("taizhang 记账 --单位 水\t", "taizhang 记账 --单位 水东镇"),
        ("taizhang clinics project add owner\t", "ship="),
      ])
    func zsh(_ keys: String, _ wanted: String) async throws {
      let office = try await office()
      try office.program.folder.write("x\n", to: "我的 表.csv")
      try await expectTyped(
        keys, wanted, office, ["zsh", "-f", "-i"],
        setup: "autoload -U compinit; compinit -u -D; "
          + "eval \"$(taizhang --generate-completion-script zsh)\"; PS1='$ '\n")
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
      try office.program.folder.write("x\n", to: "我的 表.csv")
      let outcome = try await office.program.tool(
        "fish", "--no-config", "-c",
        "function taizhang; $TAIZHANG $argv; end; "
          + "taizhang --generate-completion-script fish | source; complete -C '\(line)'")
      #expect(outcome.out.contains(wanted), "\(line): \(outcome.out)\(outcome.err)")
    }

    /// Types keys at a shell, and expects the line that they become.
    private func expectTyped(
      _ keys: String, _ wanted: String, _ office: Office, _ shell: [String], setup: String
    ) async throws {
      let terminal = try PseudoTerminal(office.program, running: shell)
      terminal.type(setup)
      terminal.type("echo rea''dy\n")
      try await terminal.expect("ready")
      terminal.type(keys)
      try await terminal.expect(wanted)
    }
  }
}
