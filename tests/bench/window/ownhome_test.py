#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Programs that write into their home to the last, and that leave processes behind, end and their home goes."""
import os
import pathlib
import subprocess
import sys
import time
import unittest

from ownhome import end, is_running, own_home

# The child leaves the session and its parent, as Chromium's processes may, and writes new files without end.
WRITER = """
import os, pathlib, sys, time
home = pathlib.Path(sys.argv[1])
(home / "started").write_text("")
if os.fork() == 0:
    os.setsid()
    (home / "child").write_text(str(os.getpid()))
number = 0
while True:
    number += 1
    folder = home / f"{os.getpid()}-{number % 50}"
    folder.mkdir(exist_ok=True)
    (folder / "file").write_text("x")
"""


class OwnHome(unittest.TestCase):
    def test_writing_programs_end_and_their_home_is_removed(self):
        with own_home() as home:
            program = subprocess.Popen([sys.executable, "-c", WRITER, home], start_new_session=True)
            child = pathlib.Path(home) / "child"
            begin = time.monotonic()
            while (not child.exists() or not child.read_text()) and time.monotonic() - begin < 30:
                time.sleep(0.01)
            pid = int(child.read_text())
            end(program)
            self.assertFalse(is_running(pid))
            self.assertIsNotNone(program.returncode)
        self.assertFalse(os.path.exists(home))

    def test_home_goes_when_the_measurement_fails(self):
        with self.assertRaises(ValueError):
            with own_home() as home:
                (pathlib.Path(home) / "file").write_text("x")
                raise ValueError
        self.assertFalse(os.path.exists(home))

    def test_a_file_that_comes_late_is_removed_too(self):
        with own_home() as home:
            late = subprocess.Popen([sys.executable, "-c", WRITER, home], start_new_session=True)
            while not (pathlib.Path(home) / "child").exists():
                time.sleep(0.01)
            stopper = subprocess.Popen(["sh", "-c", f"sleep 0.6; kill -9 {late.pid} $(cat {home}/child)"])
            time.sleep(0.3)
        stopper.wait()
        end(late)
        self.assertFalse(os.path.exists(home))


if __name__ == "__main__":
    unittest.main()
