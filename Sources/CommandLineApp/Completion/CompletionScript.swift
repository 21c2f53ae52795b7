/// The shells' scripts. They know nothing of the commands: each asks the program for the words that may
/// come next, and completes names of files itself where the program says so.
enum CompletionScript {
  /// The word with which a script asks; what is typed follows, the word being typed last.
  static let question = "---words"
  /// The answer where the name of a file may come next.
  static let files = "---files"

  /// The script for a shell; nil for one that is unknown, which the parser tells.
  static func script(for shell: String) -> String? {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    case "fish": fish
    default: nil
    }
  }

  /// Names come out of files of others: what is put into the line is quoted for the quotes that stand open
  /// there, so that the shell runs and expands none of it. After `=` bash replaces only what follows it.
  /// Without an answer of its own, Bash completes files better than a script could; `+o default` keeps it
  /// from that elsewhere.
  private static let bash = #"""
    _taizhang() {
        local word last="${COMP_WORDS[COMP_CWORD]}" quote="" found
        case "$last" in \"*|\'*) quote="${last:0:1}"; last="${last:1}" ;; esac
        [[ "$quote" == "'" ]] || last="${last//\\/}"
        COMPREPLY=()
        mapfile -t found < <(
            taizhang ---words "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$last" 2>/dev/null)
        [[ "${found[0]}" == ---files ]] && return
        compopt +o default
        [[ "${#found[@]}" -eq 1 && "${found[0]}" == *= ]] && compopt -o nospace
        for word in "${found[@]}"; do
            [[ "$last" == "=" || "${COMP_WORDS[COMP_CWORD-1]}" == "=" ]] && word="${word#*=}"
            case "$quote" in
                \")
                    word=${word//\\/\\\\} word=${word//\"/\\\"} word=${word//\$/\\\$}
                    word=${word//\`/\\\`} word=${word//!/\"\'!\'\"}
                    ;;
                \') word=${word//\'/\'\\\'\'} ;;
                *)
                    [[ "$word" == *[][:space:]\'\"\\\$\`\&\;\(\)\<\>\|\*\?\#\!\~\{\}\^[]* ]] &&
                        printf -v word %q "$word"
                    ;;
            esac
            COMPREPLY+=("$word")
        done
    }
    complete -o default -F _taizhang taizhang

    """#

  private static let zsh = #"""
    #compdef taizhang

    _taizhang() {
        local -a found
        found=("${(@f)$(taizhang ---words "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
        found=("${(@)found:#}")
        if [[ "${found[1]}" == ---files ]]; then
            [[ "$PREFIX" == --*=* ]] && compset -P '*='
            _files
            return
        fi
        compadd -S '' -- "${(@M)found:#*=}"
        compadd -- "${(@)found:#*=}"
    }

    if [[ "${funcstack[1]}" == _taizhang ]]; then
        _taizhang "$@"
    else
        compdef _taizhang taizhang
    fi

    """#

  private static let fish = #"""
    function __taizhang_words
        set -l found (taizhang ---words (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
        if test "$found[1]" = ---files
            __fish_complete_path (commandline -ct)
        else
            printf '%s\n' $found
        end
    end
    complete -c taizhang -f -a '(__taizhang_words)'

    """#
}
