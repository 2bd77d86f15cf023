# SPDX-License-Identifier: MIT
"""A home of its own for a program that is measured, and an end of that program with all of its processes."""
import contextlib
import os
import pathlib
import shutil
import signal
import tempfile
import time


def family(pid):
    """The process and its children's children, as far as they are there."""
    found = [pid]
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # a process that just went
            for child in task.read_text().split():
                found += family(int(child))
    return found


def session(leader):
    """Processes of the session, also those whose parent is gone."""
    found = []
    for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if fields[3] == str(leader) and fields[0] != "Z":
                found.append(int(status.parent.name))
    return found


def is_running(pid):
    with contextlib.suppress(OSError):
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


def end(program, limit=20):
    """Ends a program that was started with start_new_session=True; returns when none of its processes runs any more."""
    known = set(family(program.pid))
    begin = time.monotonic()
    while time.monotonic() - begin < limit:
        known |= set(session(program.pid))
        running = [pid for pid in known if is_running(pid)]
        for pid in running:
            known |= set(family(pid))
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        program.poll()
        if not running:
            break
        time.sleep(0.02)
    program.wait()


@contextlib.contextmanager
def own_home():
    """A temporary folder. Removing it is tried again for a while: the last files of an ended program may come late."""
    home = tempfile.mkdtemp(prefix="galley-home-")
    try:
        yield home
    finally:
        for _ in range(50):
            shutil.rmtree(home, ignore_errors=True)
            if not os.path.exists(home):
                break
            time.sleep(0.1)
