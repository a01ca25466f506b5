# shellcheck shell=bash
# What the scripts share. Sourced by them, never run; it moves to the project's root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The one configuration in which everything here is built (docs/decisions/0003).
configuration=release
# shellcheck disable=SC2034  # used by the scripts that source this
steward=.build/$configuration/steward

# Where the tests find the official Python SDK.
# shellcheck disable=SC2034  # used by the scripts that source this
sdk=.build/sdk
# A newer one may have operations that the catalog does not describe yet: Tests/SDKTests says which.
# shellcheck disable=SC2034
sdk_version=2.12.0

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  shift
  [[ $# -eq 0 ]] || printf '  %s\n' "$@" >&2
  exit 1
}

# Prints the comment at the head of the calling script.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p;}' "$0"; }

# A remark beside the results: grey on a terminal.
remark() {
  if [[ -t 1 && -z ${NO_COLOR:-} ]]; then printf '\033[90m%s\033[0m\n' "$*"; else say "$*"; fi
}

# Fetches the Swift packages that Package.swift names. Needs no network once they are there.
fetch_packages() {
  local log
  log=$(swift package resolve 2>&1) && return
  printf '%s\n' "$log" >&2
  fail "could not fetch the Swift packages that Package.swift names" \
    "They come over the network: connect to it and run this again."
}

# Builds. A terminal sees swift's own moving line; a log gets a line for every tenth.
build() {
  fetch_packages
  if [[ -t 1 ]]; then
    swift build -c "$configuration" "$@"
  else
    swift build -c "$configuration" "$@" 2>&1 | every_tenth
  fi
}

# Passes text on, but of lines such as "[120/800] Compiling …" only one for every tenth of the way.
every_tenth() {
  local line tenth last=0
  while IFS= read -r line; do
    if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
      tenth=$((10 * BASH_REMATCH[1] / BASH_REMATCH[2]))
      ((tenth != last)) || continue
      last=$tenth
    fi
    printf '%s\n' "$line"
  done
}
