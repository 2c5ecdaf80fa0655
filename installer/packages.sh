# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by installer/run, tests/run and .ci/run: what must be installed, and how.
# shellcheck shell=bash

# Needed to build and run the program.
build_packages=(g++ cmake ninja-build ccache pkg-config qt6-base-dev qt6-charts-dev "qt6-svg-dev|libqt6svg6-dev"
  "libqt6opengl6-dev|qt6-base-dev" libgl-dev libsqlite3-dev libsqlitecpp-dev libzstd-dev libqpdf-dev
  libarchive-dev libsimdjson-dev libxml2-dev fonts-inter tzdata qt6-qpa-plugins "libqt6svg6|libqt6svg6t64")
# Needed by the tests besides.
test_packages=(libgtest-dev libgmock-dev python3 poppler-utils qpdf sqlite3 libxml2-utils xvfb xauth)
# Needed by CI besides.
ci_packages=(clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev)

say() { printf '\033[1m%s\033[0m\n' "$*"; }

as_root() {
  if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

is_installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -q '^installed$'; }

is_offered() { apt-cache policy "$1" 2>/dev/null | grep Candidate | grep -qv '(none)'; }

# meant CHOICE: of "a|b" the first that is installed or that this Debian offers; the last where it is not known yet.
meant() {
  local name
  for name in ${1//|/ }; do
    if is_installed "$name" || is_offered "$name"; then break; fi
  done
  echo "$name"
}

# install_missing CHOICE...: installs what is not there.
install_missing() {
  local missing=() names=() choice
  for choice in "$@"; do
    is_installed "${choice%%|*}" || is_installed "$(meant "$choice")" || missing+=("$choice")
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "These packages are missing, and this is no Debian where they could be installed: ${missing[*]}" >&2
    return 1
  fi
  say "Installing: ${missing[*]}"
  as_root apt-get update -qq
  for choice in "${missing[@]}"; do names+=("$(meant "$choice")"); done
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" >/dev/null
}

# configure PRESET [OPTION...]: makes the build folder, once, and again when the options change.
configure() {
  local preset=$1
  shift
  local marks="build/$preset.options" wanted="$preset $*"
  if [[ ! -e build/${preset/#ci/release}/build.ninja || $(cat "$marks" 2>/dev/null) != "$wanted" ]]; then
    say "Configuring ($preset)"
    cmake --preset "$preset" "$@" >"${TMPDIR:-/tmp}/downtimeline-configure.$$.log" 2>&1 || {
      tail -n 40 "${TMPDIR:-/tmp}/downtimeline-configure.$$.log" >&2
      return 1
    }
    rm -f "${TMPDIR:-/tmp}/downtimeline-configure.$$.log"
    mkdir -p build && echo "$wanted" >"$marks"
  fi
}

# ccache with a precompiled header needs to be told what to overlook; with a base folder another clone finds what this one
# has built.
use_ccache() {
  export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
  export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
}
