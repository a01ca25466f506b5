/// The scripts that connect a shell's completion with `steward completions --of`.
enum CompletionScript {
  static func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private static let bash = #"""
    # Completion of steward for bash: a file of ~/.local/share/bash-completion/completions, or
    #   source <(steward completions bash)

    _steward() {
      local words=() word before= index line value kind= file
      # bash cuts words at = and :, and steward does not.
      for ((index = 1; index <= COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if ((${#words[@]})) && [[ $word == [=:]* || $before == [=:] ]]; then
          words[${#words[@]} - 1]+=$word
        else
          words+=("$word")
        fi
        before=$word
      done
      local current=${words[${#words[@]} - 1]}
      # What bash takes for an earlier word is not written again.
      local kept=${current%"${current##*[=:]}"}
      COMPREPLY=()
      while IFS= read -r line; do
        value=${line%%$'\t'*}
        if [[ -z $value ]]; then
          kind=${line#$'\t'}
        elif [[ $value == "$current"* ]]; then
          value=${value#"$kept"}
          [[ $value == *[!A-Za-z0-9_./:@%+=,-]* ]] && printf -v value %q "$value"
          COMPREPLY+=("$value")
        fi
      done < <("${COMP_WORDS[0]/#\~/$HOME}" completions --of -- "${words[@]}" 2>/dev/null)
      if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
      fi
      [[ -n $kind ]] || return 0
      current=${current#--*=}
      compopt -o filenames 2>/dev/null
      local action=-f
      [[ $kind == folders ]] && action=-d
      while IFS= read -r file; do
        if [[ $kind != scripts || -d $file || $file == *.steward || $file == *.md ]]; then
          COMPREPLY+=("$file")
        fi
      done < <(compgen "$action" -- "$current")
    }

    complete -F _steward steward

    """#

  private static let zsh = #"""
    #compdef steward
    # Completion of steward for zsh: the file _steward in a folder of $fpath, or
    #   source <(steward completions zsh)

    _steward() {
      local line kind
      local -a before values shown
      before=("${(@Q)words[2,CURRENT-1]}")
      while IFS= read -r line; do
        if [[ $line == $'\t'* ]]; then
          kind=${line#$'\t'}
        else
          values+=("${line%%$'\t'*}")
          shown+=("${line/$'\t'/  -- }")
        fi
      done < <("${(Q)words[1]/#\~/$HOME}" completions --of -- "${before[@]}" "${(Q)PREFIX}" 2>/dev/null)
      if (( ${#values} == 1 )) && [[ ${values[1]} == *= ]]; then
        compadd -S '' -l -d shown -- "${values[@]}"
      elif (( ${#values} )); then
        compadd -l -d shown -- "${values[@]}"
      fi
      [[ -n $kind ]] && compset -P '--*='
      case $kind in
        files) _files ;;
        scripts) _files -g '*.(steward|md)(-.)' ;;
        folders) _files -/ ;;
      esac
    }

    if [[ ${funcstack[1]} == _steward ]]; then
      _steward "$@"
    else
      compdef _steward steward
    fi

    """#

  private static let fish = #"""
    # Completion of steward for fish: a file of ~/.config/fish/completions, or
    #   steward completions fish | source

    function __steward_complete
        set -l words (commandline -opc)
        set -l token (commandline -ct)
        set -l kind
        for line in (command $words[1] completions --of -- $words[2..-1] "$token" 2>/dev/null)
            if string match -q \t'*' -- $line
                set kind (string sub -s 2 -- $line)
            else
                echo $line
            end
        end
        set -l path (string replace -r -- '^--[^=]*=' '' "$token")
        switch "$kind"
            case files
                __fish_complete_path "$path"
            case scripts
                for file in (__fish_complete_path "$path")
                    string match -qr '(/|\.steward|\.md)(\t|$)' -- $file; and echo $file
                end
            case folders
                __fish_complete_directories "$path"
        end
    end

    complete -c steward -f -a '(__steward_complete)'

    """#
}
