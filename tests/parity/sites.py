#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds sites with galley-cli and with the installed Jekyll at the same time, and compares what they wrote.

  sites.py --cli GALLEY_CLI [--samples DIR] [--random N] [--seed S] [--keep DIR] [SITE…]

Compared are the list of files, every HTML page (jekyll_diff.py --mode page --loose tokens), every XML file by its
content, and all other files by their bytes. A difference fails unless differences.txt lists it; so does a listed one
that is no more. Exit: 0 equal, 1 different, 77 no Jekyll here.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import brokensites  # noqa: E402
import jekyll_diff  # noqa: E402
import randomfeatures  # noqa: E402
import randomplugins  # noqa: E402
import randomshapes  # noqa: E402
import randomsites  # noqa: E402
import randomthings  # noqa: E402
import randomvalues  # noqa: E402
import xmlpages  # noqa: E402

NOW = "2024-05-06T07:08:09+00:00"
NOW_IN_CONFIG = "time: 2024-05-06 07:08:09 +0000\n"


def listed_differences():
    """{(site, path): cause}; a path of * stands for the list of files."""
    known = {}
    for line in (HERE / "differences.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            place, cause = line.split("  ", 1)
            site, path = place.split(":", 1)
            known[site, path] = cause.strip()
    return known


def files_below(folder):
    return {str(p.relative_to(folder)) for p in Path(folder).rglob("*") if p.is_file()}


def build_with_jekyll(jobs):
    """Errors by destination. One process for each set of plugins: they stay loaded."""
    errors = {}
    groups = {}
    for job in jobs:
        groups.setdefault(job["plugins"], []).append(job)
    for group in groups.values():
        lines = "".join(json.dumps(j["jekyll"]) + "\n" for j in group)
        run = subprocess.run(["ruby", str(HERE / "buildsites.rb")], input=lines, text=True, capture_output=True,
                             env={**os.environ, "TZ": "UTC", "LANG": "C.UTF-8"}, cwd=group[0]["work"])
        for line in run.stdout.splitlines():
            answer = json.loads(line)
            errors[answer["destination"]] = answer["error"]
        for job in group:
            errors.setdefault(job["jekyll"]["destination"], "no answer: " + run.stderr[-400:])
    return errors


def build_with_galley(cli, job):
    config = ",".join(job["jekyll"]["config"])
    command = [cli, "build", job["jekyll"]["source"], "-o", job["ours"], "--time", NOW, "--jobs", "2", "--config", config]
    if job["jekyll"]["environment"] == "production":
        command += ["--environment", "production"]
    command += ["--" + key.replace("show_", "") for key, value in job["jekyll"]["options"].items() if value]
    return subprocess.run(command, text=True, capture_output=True,
                          env={**os.environ, "TZ": "UTC", "JEKYLL_ENV": "development", "XDG_STATE_HOME": job["work"] + "/state"})


def compare(job):
    """[(path, what differs)] of one built site."""
    ours, theirs = files_below(job["ours"]), files_below(job["jekyll"]["destination"])
    found = [(p, "only ours") for p in sorted(ours - theirs)] + [(p, "only Jekyll's") for p in sorted(theirs - ours)]
    for path in sorted(ours & theirs):
        read = lambda folder: (Path(folder) / path).read_text(encoding="utf-8", errors="replace")
        difference = first_difference(path, read(job["ours"]), read(job["jekyll"]["destination"]))
        if difference:
            found.append((path, "at %s\n      ours:   %s\n      Jekyll: %s" % difference))
    return found, len(ours & theirs)


def first_difference(path, ours, theirs):
    """None, or (where, ours, Jekyll's)."""
    if ours == theirs:
        return None
    if path.endswith((".html", ".htm", ".xhtml")):
        result = jekyll_diff.run(ours, theirs, "page", None, jekyll_diff.Opt(loose=["tokens"]), 3)
        if result["equal"]:
            return None
        d = result["differences"][0]
        return d["path"], d["ours"], d["jekyll"]
    if path.endswith(".xml"):
        return xmlpages.compare(ours, theirs)
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    return "character %d" % at, repr(ours[max(0, at - 40):at + 80]), repr(theirs[max(0, at - 40):at + 80])


def plugins_in(config):
    """The entries below `plugins:`, for sites whose plugins are not known beforehand."""
    return tuple(re.findall(r"^ *- (jekyll-[a-z-]+)", config, re.M)) if re.search(r"^plugins:", config, re.M) else ()


TEXTS = (".md", ".markdown", ".html", ".yml", ".txt", ".scss", ".sass", ".xml", ".json", ".csv")


def twin(source, number):
    """Gives the text files of one site in six CRLF line ends, and every second one of another in six."""
    if number % 6 not in (1, 4):
        return
    texts = sorted(p for p in source.rglob("*") if p.is_file() and not p.is_symlink() and p.suffix in TEXTS)
    for i, path in enumerate(texts):
        data = path.read_bytes()
        if i % 2 or number % 6 == 1:
            path.write_bytes(data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def job_of(name, source, work, options=None, more_configs=(), environment="development"):
    time = work / "time.yml"
    time.write_text(NOW_IN_CONFIG)
    config = source / "_config.yml"
    options = {"show_drafts" if key == "drafts" else key: value for key, value in (options or {}).items() if value}
    return {"name": name, "work": str(work), "ours": str(work / "ours" / name),
            "plugins": plugins_in(config.read_text(encoding="utf-8-sig", errors="replace")),
            "jekyll": {"environment": environment, "source": str(source), "destination": str(work / "jekyll" / name), "options": options,
                       "config": [str(config)] + [str(source / name) for name in more_configs] + [str(time)]}}


def jobs_for(args, work):
    jobs = []
    for source in [Path(s).resolve() for s in args.sites] or sorted(p.parent for p in Path(args.samples).glob("*/_config.yml")):
        copy = work / "samples" / source.name  # Jekyll writes a cache into what it reads
        shutil.copytree(source, copy, symlinks=True)
        jobs.append(job_of(source.name, copy, work))
    if args.sites:
        return jobs
    def add(kind, number, write):
        source = work / "random" / f"{kind}{number:03}"
        options, configs = write(source, number) or ({}, ())
        twin(source, number)
        jobs.append(job_of(source.name, source, work, options, configs, "production" if number % 2 else "development"))

    for i in range(args.random):
        add("random", i, lambda source, i: randomsites.write_site(source, args.seed * 100003 + i))
    for i in range(args.rich):
        add("rich", i, lambda source, i: randomfeatures.write_rich_site(source, args.seed * 100019 + i))
    for i in range(args.shapes):
        add("shapes", i, lambda source, i: (randomshapes.write_shaped_site(source, args.seed * 100057 + i), ()))
    for i in range(args.plugins):
        add("plugins", i, lambda source, i: randomplugins.write_plugin_site(source, args.seed * 100043 + i, i))
    for i in range(args.values):
        add("values", i, lambda source, i: randomvalues.write_values_site(source, args.seed * 100103 + i, i))
    for i in range(args.things):
        add("things", i, lambda source, i: randomthings.write_things_site(source, args.seed * 100069 + i))
    # Every so many of them, a different share with each seed.
    faults = len(brokensites.faults())
    for i in range(min(args.broken, faults)):
        number = (i * faults // max(args.broken, 1) + args.seed) % faults
        source = work / "random" / f"broken{number:03}"
        brokensites.write_broken_site(source, number)
        jobs.append(job_of(source.name, source, work))
    return jobs


def report(jobs, errors, runs, verbose):
    known, used = listed_differences(), set()
    bad = pages = equal_sites = refused = 0
    for job in jobs:
        name, error = job["name"], errors[job["jekyll"]["destination"]]
        run = runs[name]
        if error or run.returncode != 0:
            agreed = bool(error) and run.returncode == 1
            refused += agreed
            if agreed and verbose:
                print(f"{name}: refused by both: {error}")
            if not agreed:
                bad += 1
                print(f"{name}: Jekyll: {error or 'built'}; ours: exit {run.returncode}\n{run.stderr[-800:]}")
            continue
        found, count = compare(job)
        pages += count
        fresh = [(p, what) for p, what in found if (name, p) not in known]
        used |= {(name, p) for p, _ in found}
        equal_sites += not fresh
        for path, what in fresh:
            bad += 1
            if bad <= 60:
                print(f"{name}: {path}: {what}")
    names = {job["name"] for job in jobs}
    for place in sorted(k for k in known if k not in used and k[0] in names):
        bad += 1
        print("listed in differences.txt, but equal now: %s:%s" % place)
    print(f"{equal_sites} of {len(jobs)} sites equal, {refused} more refused by both, {pages} files compared, {bad} differences not listed")
    return 1 if bad else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sites", nargs="*")
    parser.add_argument("--cli", required=True)
    parser.add_argument("--samples", default=str(HERE.parent.parent / "samples"))
    long = 5 if os.environ.get("GALLEY_LONG") else 1
    parser.add_argument("--random", type=int, default=60 * long)
    parser.add_argument("--rich", type=int, default=60 * long, help="sites with further features")
    parser.add_argument("--shapes", type=int, default=40 * long, help="sites of other shapes")
    parser.add_argument("--plugins", type=int, default=60 * long, help="sites with plugins")
    parser.add_argument("--things", type=int, default=20 * long, help="sites that print objects")
    parser.add_argument("--values", type=int, default=60 * long, help="sites with values of other types")
    parser.add_argument("--broken", type=int, default=1000 if long > 1 else 120, help="sites with a fault; 1000: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="tell why a site was refused by both")
    parser.add_argument("--keep", help="leave what was built in this folder")
    args = parser.parse_args()
    if not shutil.which("jekyll"):
        print("no jekyll on this machine: nothing compared")
        return 77
    work = Path(args.keep or tempfile.mkdtemp(prefix="galley-sites-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    work.mkdir(parents=True, exist_ok=True)
    try:
        jobs = jobs_for(args, work)
        runs = {job["name"]: build_with_galley(args.cli, job) for job in jobs}
        return report(jobs, build_with_jekyll(jobs), runs, args.verbose)
    finally:
        if not args.keep:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
