#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Memory of the window and all of its processes with a long post beside that with an empty one.

  tests/bench/window/memory.py --galley build/bin/galley [--bytes 1000000]

What only the program has (PSS of anonymous and shared memory) is summed over its processes; a mapped file, such as a
library, counts once with the most that one process has of it. Unlike plain PSS that does not depend on what else runs on
the machine: another program with the same libraries would halve their share. Needs no display.
"""
import argparse
import os
import pathlib
import subprocess
import time

from keytopixel import post
from ownhome import end, family, own_home


def files_of(pid):
    """MB of each mapped file that lie in memory, without the process's own changes to them."""
    found, name = {}, None
    for line in pathlib.Path(f"/proc/{pid}/smaps").read_text().splitlines():
        words = line.split()
        if "-" in words[0] and not words[0].endswith(":"):
            name = " ".join(words[5:]) if len(words) > 5 and words[5].startswith("/") else None
        elif name and words[0] in ("Rss:", "Anonymous:"):
            sign = 1 if words[0] == "Rss:" else -1
            found[name] = found.get(name, 0) + sign * int(words[1]) / 1024
    return {name: size for name, size in found.items() if not name.startswith(("/dev/", "/memfd:", "/SYSV"))}


def memory(pid):
    """MB by process name, and of mapped files."""
    total, files = {}, {}
    for one in family(pid):
        try:
            name = pathlib.Path(f"/proc/{one}/comm").read_text().strip()
            for line in pathlib.Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith(("Pss_Anon:", "Pss_Shmem:")):
                    total[name] = total.get(name, 0) + int(line.split()[1]) / 1024
            for name, size in files_of(one).items():
                files[name] = max(files.get(name, 0), size)
        except OSError:
            pass  # a process that just went
    return {**total, "mapped files": sum(files.values())}


def is_busy(pid):
    """Whether a thread wants the processor in more than one of ten looks: on a busy machine it may get little of it."""
    busy = 0
    for _ in range(10):
        time.sleep(0.1)
        for one in family(pid):
            for status in pathlib.Path(f"/proc/{one}/task").glob("*/stat"):
                try:
                    if status.read_text().rpartition(")")[2].split()[0] in "RD":
                        busy += 1
                        break
                except OSError:
                    pass
    return busy > 1


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
            last = 0
            for _ in range(60):  # until it grows and shrinks no more
                time.sleep(2)
                now = sum(memory(program.pid).values())
                if abs(now - last) < now * 0.005 and not is_busy(program.pid):
                    break
                last = now
            return memory(program.pid)
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
        print(f"{name:<16} {sums[-1]:6.0f} MB ({parts})", flush=True)
    print(f"ratio {sums[1] / sums[0]:.2f}")


if __name__ == "__main__":
    main()
