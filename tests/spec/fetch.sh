#!/bin/bash
# SPDX-License-Identifier: MIT
# fetch.sh FOLDER: gets the specifications of CommonMark 0.31.2 (npm's commonmark-spec) and GFM 0.29 (Debian's
# cmark-gfm) into FOLDER, as commonmark.txt and gfm.txt. What is there already is kept.
set -eu
folder=${1:?usage: fetch.sh FOLDER}
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$(cd "$folder" && pwd)
cd "$work"
if [ ! -s "$folder/commonmark.txt" ]; then
    npm pack --silent commonmark-spec@0.31.2 >/dev/null
    tar xzf commonmark-spec-0.31.2.tgz package/spec.txt
    mv package/spec.txt "$folder/commonmark.txt"
fi
if [ ! -s "$folder/gfm.txt" ]; then
    apt-get download -qq cmark-gfm
    dpkg-deb -x cmark-gfm_*.deb deb
    gunzip -c deb/usr/share/doc/cmark-gfm/spec.txt.gz >"$folder/gfm.txt"
fi
