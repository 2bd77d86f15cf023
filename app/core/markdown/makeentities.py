# SPDX-License-Identifier: MIT
# makeentities.py FILE: writes HTML 5's character references, as Python's own html.entities knows them, as rows of a
# C++ array {name, UTF-8}, sorted by name. The table is not ours to keep: it is made at each build.
import html.entities
import sys

rows = sorted((name[:-1], value) for name, value in html.entities.html5.items() if name.endswith(';'))
with open(sys.argv[1], 'w', encoding='ascii') as out:
    for name, value in rows:
        # Octal, three digits: a hexadecimal escape would swallow a digit that follows.
        text = ''.join(f'\\{byte:03o}' for byte in value.encode())
        out.write(f'{{"{name}", "{text}"}},\n')
