internal import ArgumentParser

/// The shells' scripts: the parser's, and before it a function that asks the program for the words of
/// registers.
enum CompletionScript {
  /// The word with which a script asks; what is typed follows.
  static let question = "---words"

  /// The script for a shell; nil for one that is unknown, which the parser tells.
  static func script(for shell: String) -> String? {
    guard let known = CompletionShell(rawValue: shell) else { return nil }
    let script = Taizhang.completionScript(for: known)
    return switch shell {
    case "bash": script + bash
    case "zsh": zsh(script)
    default: script + fish
    }
  }

  /// After `=` bash replaces only what follows it.
  private static let bash = """

    _taizhang_words() {
        local IFS=$'\\n' last="${COMP_WORDS[COMP_CWORD]}" words
        words=($(taizhang \(question) "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
        if [[ "${#words[@]}" -gt 0 && "$COMP_CWORD" -gt 1 ]]; then
            COMPREPLY=("${words[@]#*=}")
            [[ "$last" == "=" || "${COMP_WORDS[COMP_CWORD-1]}" == "=" ]] || COMPREPLY=("${words[@]}")
            compopt +o filenames
            [[ "${words[0]}" == *= ]] && compopt -o nospace
            return
        fi
        _taizhang "$@"
        COMPREPLY+=("${words[@]}")
    }
    complete -o filenames -F _taizhang_words taizhang

    """

  private static let fish = """

    complete -c taizhang -a '(taizhang \(question) (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'

    """

  private static func zsh(_ script: String) -> String {
    let function = """
      __taizhang_words() {
          local -a found
          found=("${(@f)$(taizhang \(question) "${(@)words[2,CURRENT]}" 2>/dev/null)}")
          found=("${(@)found:#}")
          [[ "${#found}" -gt 0 ]] || return 1
          if [[ "${found[1]}" == *= ]]; then compadd -S '' -- "${found[@]}"; else compadd -- "${found[@]}"; fi
          [[ "$CURRENT" -gt 2 ]]
      }

      __taizhang_first() { __taizhang_words || _taizhang "${@}" }

      """
    return script.replacing("#compdef taizhang\n", with: "#compdef taizhang\n\n" + function)
      .replacing(
        "    _taizhang \"${@}\"\n",
        with: "    compdef __taizhang_first taizhang\n    __taizhang_first \"${@}\"\n"
      ).replacing(
        "    compdef _taizhang taizhang\n", with: "    compdef __taizhang_first taizhang\n")
  }
}
