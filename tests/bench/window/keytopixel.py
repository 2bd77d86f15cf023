#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""From a key to the first changed pixel of the preview, seen from outside: a person's view of any Markdown editor.

  tests/bench/window/keytopixel.py --galley build/bin/galley [--peer ghostwriter] [--keys 15] [--sizes 3000,100000,1000000]

Starts each program with the same post on an X server of its own (Xvfb), presses keys (XTEST) and compares pictures of the
left and of the right part of its window as fast as the server gives them. Prints the medians and the ratio.
Packages: xvfb, and ghostwriter for the peer.
"""
import argparse
import ctypes
import os
import pathlib
import statistics
import subprocess
import time

from ownhome import end, own_home

WIDTH, HEIGHT = 1400, 900
LEFT = (0.02, 0.04, 0.46, 0.7)   # x, y, right, bottom as parts of the window: the text …
RIGHT = (0.56, 0.04, 0.98, 0.7)  # … and the page
ZPIXMAP, ALL_PLANES = 2, ctypes.c_ulong(-1)


class XImage(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]


class Attributes(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("border", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong),
                ("klass", ctypes.c_int), ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
                ("backing_store", ctypes.c_int), ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong),
                ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int),
                ("map_state", ctypes.c_int), ("rest", ctypes.c_byte * 64)]


class Screen:
    """An X server without a window manager: the largest window is the program's."""

    def __init__(self, number):
        self.name = f":{number}"
        self.server = subprocess.Popen(["Xvfb", self.name, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.x = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self.x, name).restype = ctypes.c_void_p
        for name in ("XDefaultRootWindow", "XStringToKeysym"):
            getattr(self.x, name).restype = ctypes.c_ulong
        for _ in range(100):
            self.display = ctypes.c_void_p(self.x.XOpenDisplay(self.name.encode()))
            if self.display:
                break
            time.sleep(0.05)
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.handler)  # windows go while we look at them

    def close(self):
        self.server.terminate()
        self.server.wait()

    def window(self):
        root, parent, children, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self.x.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                          ctypes.byref(count))
        best, area = None, 200 * 200
        for i in range(count.value):
            seen = Attributes()
            self.x.XGetWindowAttributes(self.display, ctypes.c_ulong(children[i]), ctypes.byref(seen))
            if seen.map_state == 2 and seen.width * seen.height > area:
                best, area = children[i], seen.width * seen.height
        return best

    def take(self, window):
        self.x.XMoveResizeWindow(self.display, ctypes.c_ulong(window), 0, 0, WIDTH, HEIGHT)
        self.x.XSetInputFocus(self.display, ctypes.c_ulong(window), 2, ctypes.c_ulong(0))
        self.x.XSync(self.display, 0)

    def picture(self, part):
        x, y = int(part[0] * WIDTH), int(part[1] * HEIGHT)
        width, height = int(part[2] * WIDTH) - x, int(part[3] * HEIGHT) - y
        image = self.x.XGetImage(self.display, self.root, x, y, width, height, ALL_PLANES, ZPIXMAP)
        shown = ctypes.cast(image, ctypes.POINTER(XImage)).contents
        bytes_ = ctypes.string_at(shown.data, shown.bytes_per_line * height)
        self.x.XFree(ctypes.c_void_p(shown.data))
        self.x.XFree(ctypes.c_void_p(image))
        return bytes_

    def press(self, key):
        code = self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(self.x.XStringToKeysym(key.encode())))
        for down in (1, 0):
            self.test.XTestFakeKeyEvent(self.display, code, down, 0)
        self.x.XSync(self.display, 0)


def post(size):
    """Paragraphs of some 290 bytes, the average of a block in 751 real posts."""
    paragraph = (
        "We met in the library and *talked* about small services for an hour or so, number {}. Somebody had brought a\n"
        "board full of cables, which nobody dared to touch, and the speaker showed what happens when one of the services\n"
        "goes away: the others wait, ask again and [give up](https://example.org/retry) at last.\n\n")
    out, bytes_so_far = ["x first words\n\n"], 0
    while bytes_so_far < size:
        out.append(paragraph.format(len(out)))
        bytes_so_far += len(out[-1])
    return "".join(out)


def still(screen, part, seconds, limit):
    """Waits until the part of the window has not changed for so long."""
    begin, last, since = time.monotonic(), screen.picture(part), time.monotonic()
    while time.monotonic() - begin < limit:
        time.sleep(0.03)
        now = screen.picture(part)
        if now != last:
            last, since = now, time.monotonic()
        elif time.monotonic() - since > seconds:
            return True
    return False


def one_key(screen, key):
    """Milliseconds until the text and until the page show something else."""
    still(screen, RIGHT, 0.35, 20)
    text, page = screen.picture(LEFT), screen.picture(RIGHT)
    begin = time.perf_counter()
    screen.press(key)
    first = {}
    while len(first) < 2 and time.perf_counter() - begin < 10:
        if "text" not in first and screen.picture(LEFT) != text:
            first["text"] = (time.perf_counter() - begin) * 1000
        if screen.picture(RIGHT) != page:
            first["page"] = (time.perf_counter() - begin) * 1000
            break
    return first


def measure(screen, command, size, keys, picture):
    with own_home() as home:
        path = pathlib.Path(home) / "post.md"
        path.write_text(post(size))
        env = {**os.environ, "DISPLAY": screen.name, "HOME": home, "QTWEBENGINE_DISABLE_SANDBOX": "1", "LIBGL_ALWAYS_SOFTWARE": "1",
               "XDG_RUNTIME_DIR": home, **{f"XDG_{kind}_HOME": home for kind in ("CONFIG", "STATE", "DATA", "CACHE")}}
        env.pop("QT_QPA_PLATFORM", None)
        program = subprocess.Popen([*command, str(path)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        try:
            begin = time.monotonic()
            while not (window := screen.window()) and time.monotonic() - begin < 60:
                time.sleep(0.1)
            time.sleep(2)
            screen.take(screen.window() or window)
            still(screen, RIGHT, 2, 90)
            if picture:
                subprocess.run(["import", "-display", screen.name, "-window", "root", picture], check=False)
            found = [one_key(screen, "abcdefghijklmnopqrstuvw"[i % 23]) for i in range(keys + 2)][2:]
        finally:
            end(program)
    whole = [one for one in found if "page" in one]
    if len(whole) < keys * 0.8:
        return None
    return statistics.median(one.get("text", one["page"]) for one in whole), statistics.median(one["page"] for one in whole)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--galley", required=True)
    options.add_argument("--peer", default="ghostwriter")
    options.add_argument("--keys", type=int, default=15)
    options.add_argument("--sizes", default="3000,100000,1000000")
    options.add_argument("--pictures", help="folder for a picture of each window")
    given = options.parse_args()
    screen = Screen(90 + os.getpid() % 100)
    print(f"{'bytes':>9}  {'program':<12} {'text':>7}  {'page':>7}   ms to the first changed pixel, median of {given.keys} keys")
    try:
        for size in map(int, given.sizes.split(",")):
            pages = {}
            for name, command in (("galley", [given.galley, "--new-instance"]), (given.peer, [given.peer])):
                picture = given.pictures and f"{given.pictures}/{name}-{size}.png"
                answer = measure(screen, command, size, given.keys, picture)
                if answer is None:
                    print(f"{size:>9}  {name:<12} no change was seen")
                    continue
                pages[name] = answer[1]
                print(f"{size:>9}  {name:<12} {answer[0]:7.1f}  {answer[1]:7.1f}", flush=True)
            if len(pages) == 2:
                print(f"{size:>9}  {given.peer} takes {pages[given.peer] / pages['galley']:.1f} times as long", flush=True)
    finally:
        screen.close()


if __name__ == "__main__":
    main()
