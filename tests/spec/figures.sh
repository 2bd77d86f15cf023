#!/bin/bash
# SPDX-License-Identifier: MIT
# figures.sh BUILD VECTORS: counts what equals kramdown's HTML of real posts and of its own cases, Liquid's output, and
# the examples of CommonMark and GFM; exit 1 when a figure is below its floor in floors.txt.
set -u
build=${1:?usage: figures.sh BUILD VECTORS}
vectors=${2:?usage: figures.sh BUILD VECTORS}
floors=$(dirname "$0")/floors.txt
result=0

# figure NAME FILE COMMAND…: the last line of the command is "N of M equal".
figure()
{
    local name=$1 file=$2 line count floor
    shift 2
    if [ ! -s "$file" ]; then
        printf '%-11s skipped: there is no %s\n' "$name" "$file"
        return
    fi
    line=$("$@" "$file" | tail -n 1)
    count=${line%% of *}
    floor=$(awk -v name="$name" '$1 == name { print $2 }' "$floors")
    if ! [ "$count" -ge "$floor" ] 2>/dev/null; then
        line="$line: BELOW the floor of $floor"
        result=1
    elif [ "$count" -gt "$floor" ]; then
        line="$line (the floor of $floor in floors.txt may rise)"
    fi
    printf '%-11s %s\n' "$name" "$line"
}

figure posts "$vectors/posts-kramdown.jsonl" "$build/bin/vectors" posts
figure cases "$vectors/kramdown-cases.jsonl" "$build/bin/vectors" cases
figure liquid "$vectors/liquid-cases.jsonl" "$build/bin/vectors" liquid
figure commonmark "$build/specs/commonmark.txt" "$build/bin/specexamples"
figure gfm "$build/specs/gfm.txt" "$build/bin/specexamples"
exit $result
