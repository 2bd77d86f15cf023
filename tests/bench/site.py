#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times `galley-cli build` against `jekyll build` side by side: samples/coursesite grown to 500 and 5,000 posts,
sources and output of both on tmpfs, medians. Wall clock, and the processor time that a busy machine does not stretch.

  site.py --cli GALLEY_CLI [--window BENCH_OPENSITE] [--posts 500,5000] [--runs 5] [--jekyll-runs 5] [--jobs N]
"""
import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent.parent / "samples" / "coursesite"
WORDS = "list loop string file number answer question teacher reader table graph window result test value key".split()


def grow(target, count):
    """The sample with `count` posts; those added are of the write-up's length and kind."""
    shutil.copytree(SAMPLE, target)
    chance = random.Random(7)
    authors = ["nvola", "mbraun", "kdiaz", "teacher"]
    have = len(list((target / "_posts").rglob("*.md")))
    for i in range(have, count):
        author = authors[i % 4]
        day, month, year = 1 + i % 28, 1 + (i // 28) % 12, 2010 + (i // 336) % 14
        paragraphs = [" ".join(chance.choice(WORDS) for _ in range(chance.randint(60, 160))).capitalize() + "."
                      for _ in range(chance.randint(2, 6))]
        category = "categories: exercise\n" if i % 5 == 0 else ""
        (target / "_posts" / author / f"{year}-{month:02}-{day:02}-post-{i}.md").write_text(
            f"---\nlayout: post\nauthor: {author}\ntitle: \"Post number {i}\"\n{category}---\n" + "\n\n".join(paragraphs) + "\n")


def timed(command, cwd):
    start, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env={**os.environ, "TZ": "UTC"})
    if run.returncode:
        raise SystemExit(f"{command}: exit {run.returncode}\n{run.stderr[-2000:]}")
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, end.ru_utime + end.ru_stime - used.ru_utime - used.ru_stime


def medians(pairs):
    return [statistics.median(values) for values in zip(*pairs)]


def memory_of(command, cwd):
    """Peak resident memory in MB."""
    run = subprocess.run(["/usr/bin/python3", "-c",
                          "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);"
                          "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"] + command,
                         cwd=cwd, capture_output=True, text=True)
    return int(run.stdout) / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--window", help="the program that opens the site and types, as the window does")
    parser.add_argument("--posts", default="500,5000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--jekyll-runs", type=int, default=5)
    parser.add_argument("--jobs", default=str(os.cpu_count()))
    args = parser.parse_args()
    cli = str(Path(args.cli).resolve())
    work = Path(tempfile.mkdtemp(prefix="galley-bench-", dir="/dev/shm"))
    try:
        for count in map(int, args.posts.split(",")):
            source = work / f"site{count}"
            grow(source, count)
            ours, theirs = [], []
            build = [cli, "build", str(source), "-o", str(work / "ours"), "--jobs", args.jobs]
            for i in range(max(args.runs, args.jekyll_runs)):
                if i < args.runs:
                    shutil.rmtree(work / "ours", ignore_errors=True)
                    ours.append(timed(build, work))
                if i < args.jekyll_runs:
                    shutil.rmtree(work / "theirs", ignore_errors=True)
                    theirs.append(timed(["jekyll", "build", "-q", "-s", str(source), "-d", str(work / "theirs"),
                                         "--disable-disk-cache"], work))
            wall, cpu = medians(ours)
            line = f"{count} posts: galley {wall:.3f} s ({cpu:.2f} s of processor), {memory_of(build, work):.0f} MB"
            if theirs:
                wall2, cpu2 = medians(theirs)
                line += f"; jekyll {wall2:.2f} s ({cpu2:.2f} s): {wall2 / wall:.0f} times faster ({cpu2 / cpu:.0f} times less processor)"
            print(line, flush=True)
            if args.window:
                post = next((source / "_posts" / "nvola").glob("*.md"))
                print(subprocess.run([args.window, str(source), str(post)], capture_output=True, text=True).stdout, end="", flush=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
