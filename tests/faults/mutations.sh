#!/bin/bash
# SPDX-License-Identifier: MIT
# tests/faults/mutations.sh [FOLDER]: breaks each step of the save recipe in a copy of HEAD and runs the tests; each must turn
# one of them red. FOLDER (a new one in /tmp otherwise) keeps the copy and its build for the next time.
set -eu

home=$(cd "$(dirname "$0")" && pwd)
scratch=${1:-$(mktemp -d /tmp/galley-mutations.XXXXXX)}
tree=$scratch/tree
build=$tree/build-dev
suites="savefile postkeeper journal openmark iofaults kill"

mkdir -p "$scratch"
[ -d "$tree" ] || git -C "$home" worktree add --detach "$tree" HEAD
git -C "$tree" checkout --quiet --force --detach "$(git -C "$home" rev-parse HEAD)"
(cd "$tree" && cmake --preset dev -DGALLEY_BUILD_UI=OFF $(command -v ccache >/dev/null && echo -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)) >/dev/null

# The first test that turns red, or nothing.
red()
{
    cmake --build "$build" --target $(printf 'tst_%s ' $suites) faultwriter failshim >"$scratch/build.log" 2>&1 ||
        { echo "it does not build, see $scratch/build.log"; return; }
    for suite in $suites; do
        timeout 300 "$build/bin/tst_$suite" >"$scratch/$suite.log" 2>&1 && continue
        sed -n 's/^FAIL!  : \([A-Za-z]*::[A-Za-z_]*\).*/\1/p' "$scratch/$suite.log" | head -n 1 | grep . || echo "$suite crashed or hung"
        return
    done
}

before=$(red)
[ -z "$before" ] || { echo "red before anything is broken: $before"; exit 1; }
survivors=0
while IFS='|' read -r name file change; do
    file=$tree/app/core/keep/$(echo $file)
    perl -0pi -e "$change" "$file"
    if git -C "$tree" diff --quiet; then
        verdict="the mutation no longer applies"
    else
        verdict=$(red)
    fi
    git -C "$tree" checkout --quiet -- .
    case $verdict in
    *::*|*hung) ;;
    *) verdict="NOT NOTICED $verdict"; survivors=$((survivors + 1)) ;;
    esac
    printf '%-58s %s\n' "$name" "$verdict"
done < <(grep -v '^#' "$home/mutations.txt" | sed 's/ | /|/; s/ | /|/')
[ $survivors = 0 ]
