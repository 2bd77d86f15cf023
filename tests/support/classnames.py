#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Test classes of one folder become one program (galleytests.cmake): two types of one name in it, outside of an unnamed
namespace, would silently be taken for one. Fails with the names and files."""
import collections
import pathlib
import re
import sys


def types_of(text):
    """Classes and structs that other files of the program could mean too. Nothing inside a namespace is indented."""
    unnamed, found = 0, []
    for line in text.splitlines():
        if line in ("namespace", "namespace {"):
            unnamed += 1
        elif line in ("} // namespace", "} // namespace\r"):
            unnamed -= 1
        match = re.match(r"(?:class|struct|union|enum class|enum) (\w+)(?!.*;)", line)
        if match and unnamed == 0:
            found.append(match.group(1))
    return found


def main():
    tests = pathlib.Path(__file__).resolve().parent.parent
    twice = 0
    folders = {path.parent for path in tests.rglob("tst_*.cpp")}
    for folder in sorted(folders):
        files = collections.defaultdict(list)
        for path in sorted(folder.glob("tst_*.cpp")):
            for name in types_of(path.read_text()):
                files[name].append(path.name)
        for name, places in sorted(files.items()):
            if len(places) > 1:
                twice += 1
                print(f"{folder.relative_to(tests)}: {name} stands in {', '.join(places)}")
    return 1 if twice or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
