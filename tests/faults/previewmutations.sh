#!/bin/bash
# SPDX-License-Identifier: MIT
# tests/faults/previewmutations.sh [FIRST [LAST]]: breaks each wall round a stranger's page in this very tree, which must be
# clean, builds into build-dev and runs the tests of the rules; each must turn one of them red. FIRST and LAST: line numbers of
# the table. What was broken is put back after each.
set -u

cd "$(dirname "$0")/../.." || exit 1
git diff --quiet || { echo "the tree has changes that are not committed" >&2; exit 2; }
suites="previewrules previewtrust previewtrusted previewremote previewformulas previewprint"
log=$(mktemp -d /tmp/galley-previewmutations.XXXXXX)
export QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1
trap 'git checkout --quiet -- resources/preview ui/preview; exit 130' INT TERM

# The first test that turns red, or nothing.
red()
{
    cmake --build build-dev --parallel 2 --target $(printf 'tst_%s ' $suites) >"$log/build.log" 2>&1 ||
        { echo "it does not build, see $log/build.log"; return; }
    for suite in $suites; do
        # The first failure is enough: the test is stopped there.
        first=$(timeout 300 "build-dev/bin/tst_$suite" 2>/dev/null | sed -u -n 's/^FAIL!  : \([A-Za-z]*::[A-Za-z_]*([^)]*)\).*/\1/p;s/^Totals: .*/ended/p' | head -n 1)
        [ "$first" = ended ] && continue
        echo "${first:-$suite crashed or hung}"
        return
    done
}

before=$(red)
[ -z "$before" ] || { echo "red before anything is broken: $before"; exit 1; }
survivors=0
while IFS='|' read -r name file change; do
    file=$(echo $file)
    perl -0pi -e "$change" "$file"
    if git diff --quiet; then
        verdict="the mutation no longer applies"
    else
        verdict=$(red)
    fi
    git checkout --quiet -- "$file"
    case $verdict in
    *::*|*hung) ;;
    *) verdict="NOT NOTICED $verdict"; survivors=$((survivors + 1)) ;;
    esac
    printf '%-52s %s\n' "$name" "$verdict"
done < <(grep -v '^#' tests/faults/previewmutations.txt | sed -n "${1:-1},${2:-\$}p" | sed 's/ | /|/; s/ | /|/')
[ $survivors = 0 ]
