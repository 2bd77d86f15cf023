#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Memory of the window and all of its processes with a long post beside that with an empty one.

  tests/bench/window/memory.py --galley build/bin/galley [--bytes 1000000]

PSS: what several processes share is counted once. Needs no display.
"""
import argparse
import os
import pathlib
import subprocess
import time

from keytopixel import post
from ownhome import end, family, own_home


def pss(pid):
    total = {}
    for one in family(pid):
        try:
            name = pathlib.Path(f"/proc/{one}/comm").read_text().strip()
            for line in pathlib.Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total[name] = total.get(name, 0) + int(line.split()[1]) / 1024
        except OSError:
            pass  # a process that just went
    return total


def measure(galley, text):
    with own_home() as home:
        path = pathlib.Path(home) / "post.md"
        path.write_text(text)
        env = {**os.environ, "HOME": home, "QTWEBENGINE_DISABLE_SANDBOX": "1", "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": home,
               **{f"XDG_{kind}_HOME": home for kind in ("CONFIG", "STATE", "DATA", "CACHE")}}
        program = subprocess.Popen([galley, "--new-instance", str(path)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        try:
            time.sleep(8)
            last = sum(pss(program.pid).values())
            for _ in range(20):  # until it grows and shrinks no more
                time.sleep(3)
                now = sum(pss(program.pid).values())
                if abs(now - last) < last * 0.005:
                    break
                last = now
            return pss(program.pid)
        finally:
            end(program)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--galley", required=True)
    options.add_argument("--bytes", type=int, default=1000000)
    given = options.parse_args()
    sums = []
    for name, text in (("an empty post", ""), (f"{given.bytes} bytes", post(given.bytes))):
        found = measure(given.galley, text)
        sums.append(sum(found.values()))
        parts = ", ".join(f"{process} {size:.0f}" for process, size in sorted(found.items()))
        print(f"{name:<16} {sums[-1]:6.0f} MB PSS ({parts})", flush=True)
    print(f"ratio {sums[1] / sums[0]:.2f}")


if __name__ == "__main__":
    main()
