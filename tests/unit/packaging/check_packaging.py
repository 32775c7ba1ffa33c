#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_packaging.py SUBJECT ...: what stands beside the programs says the same as they do."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

wrong = []


def expect(condition, sentence):
    if not condition:
        wrong.append(sentence)


def run(*command, **more):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"}
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, env=environment, **more)


def compare(what, found, options):
    for option in sorted(options - found):
        wrong.append(f"{what} lacks {option}, which --help lists.")
    for option in sorted(found - options):
        wrong.append(f"{what} has {option}, which --help does not list.")


def options(program, folder):
    """The man page and both completions know every option of --help, and no other."""
    name = pathlib.Path(program).name
    folder = pathlib.Path(folder)
    help_text = run(program, "--help").stdout
    wanted = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", help_text, re.MULTILINE))
    expect(len(wanted) > 3, "--help lists no options.")

    page = (folder / "man" / f"{name}.1.in").read_text().replace("\\-", "-")
    # The paragraph's own tag, not what a sentence mentions.
    tags = "\n".join(re.findall(r"^\.TP\n(.*)$", page, re.MULTILINE))
    compare("The man page", set(re.findall(r"--[a-z-]+", tags)), wanted)

    bash = (folder / "completions" / "anteroom.bash").read_text()
    function = re.search(r"^_" + name.replace("-", "_") + r"\(\) \{\n(.*?)^\}", bash, re.MULTILINE | re.DOTALL).group(1)
    words = re.findall(r'-W "(--[^"]*)"', function)[-1]
    compare("The completion for bash", set(words.split()), wanted)
    valued = {option for option, value in re.findall(r"^  (?:-\w, )?(--[a-z-]+)( <)?", help_text, re.MULTILINE) if value}
    cases = "\n".join(re.findall(r"^    (--[^)]*)\)", function, re.MULTILINE | re.DOTALL))
    compare("Where bash expects a value", set(re.findall(r"--[a-z-]+", cases)), valued)

    arguments = help_text.partition("\nArguments:\n")[2]
    for word in re.findall(r"^  ([a-z]+) ", arguments, re.MULTILINE):
        for what, text in (("The man page", page), ("The completion for bash", function)):
            expect(re.search(rf"\b{word}\b", text), f"{what} lacks the command {word}, which --help lists.")

    simulator, console = (folder / "completions" / "_anteroom").read_text().split("\nelse\n")
    part = simulator if name.endswith("simulator") else console
    compare("The completion for zsh", set(re.findall(r"""(?:'|"|,)(--[a-z-]+)(?:\[|\})""", part)), wanted)


def names(source, generated, identifier, version):
    """One name and one version in everything that a desktop reads."""
    source, generated = pathlib.Path(source), pathlib.Path(generated)
    changelog = re.search(r"^## (\S+)", (source / "CHANGELOG.md").read_text(), re.MULTILINE).group(1)
    expect(changelog == version, f"CHANGELOG.md begins with {changelog}, the project is {version}.")
    for page in ("anteroom.1", "anteroom-simulator.1"):
        expect(f'"Anteroom {version}"' in (generated / page).read_text(), f"{page} has another version.")
    entry = generated / f"{identifier}.desktop"
    if entry.exists():
        expect(f"Icon={identifier}\n" in entry.read_text(), "The desktop entry names another icon.")
        metainfo = (generated / f"{identifier}.metainfo.xml").read_text()
        for line in (f"<id>{identifier}</id>", f">{identifier}.desktop</launchable>", f'<release version="{version}"'):
            expect(line in metainfo, f"The AppStream metadata lacks {line}.")
    for path in ("ui/application.cpp",):
        expect('setDesktopFileName(u"" ANTEROOM_ID' in (source / path).read_text(), f"{path} gives windows another name.")


def licences(source):
    """Every licence that a file names is there in full, and none is there that nobody names."""
    source = pathlib.Path(source)
    named = {"BSL-1.0", "MIT"}  # compiled into the programs: packaging/copyright
    listing = run("git", "-C", source, "ls-files", "-z")
    files = listing.stdout.split("\0") if listing.returncode == 0 else []
    for file in filter(None, files):
        path = source / file
        if path.is_file() and path.stat().st_size < 1_000_000 and "LICENSES/" not in file:
            named |= set(re.findall(r"SPDX-License-Identifier: ([A-Za-z0-9.-]+)", path.read_text(errors="replace")[:600]))
    there = {path.stem for path in (source / "LICENSES").glob("*.txt")}
    if files:
        expect(named == there, f"LICENSES has {sorted(there)}, the files name {sorted(named)}.")
    expect((source / "LICENSE").read_bytes() == (source / "LICENSES/GPL-3.0-or-later.txt").read_bytes(), "Two texts of one licence.")


def sbom(script):
    """Names what the programs are linked with, refers to nothing that is not there, and twice the same."""
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder) / "tree/bin"
        tree.mkdir(parents=True)
        (tree / "program").write_bytes(pathlib.Path(sys.executable).resolve().read_bytes())
        texts = []
        for _ in range(2):
            out = pathlib.Path(folder) / "sbom.json"
            done = run(sys.executable, "-B", script, "--version", "1.2.3", "--kind", "DEB", "--tree", tree.parent, "--output", out)
            expect(done.returncode == 0, done.stderr)
            texts.append(out.read_text() if out.exists() else "{}")
        expect(texts[0] == texts[1], "Two runs wrote different lists.")
        document = json.loads(texts[0])
        expect(document.get("spdxVersion") == "SPDX-2.3", "It is not SPDX 2.3.")
        identifiers = [package["SPDXID"] for package in document.get("packages", [])]
        expect(len(identifiers) == len(set(identifiers)), "Two packages have one identifier.")
        for relation in document.get("relationships", []):
            for end in (relation["spdxElementId"], relation["relatedSpdxElement"]):
                expect(end in identifiers or end == "SPDXRef-DOCUMENT", f"{end} is related but not listed.")
        kinds = {relation["relationshipType"] for relation in document.get("relationships", [])}
        expect({"DESCRIBES", "DYNAMIC_LINK"} <= kinds, f"There are only {kinds}.")


def man(groff, folder):
    """No warning of the typesetter."""
    for page in sorted(pathlib.Path(folder).glob("*.1")):
        done = run(groff, "-man", "-ww", "-z", "-Tutf8", "-Kutf8", page)
        expect(done.returncode == 0 and not done.stderr, f"{page.name}: {done.stderr}")


def completion(bash, file):
    """Bash itself completes the beginnings of words."""
    def complete(*words):
        script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); ' \
                 'case $1 in anteroom) _anteroom ;; *) _anteroom_simulator ;; esac; echo "${COMPREPLY[*]}"'
        return run(bash, "-c", script, "bash", file, *words).stdout.split()
    expect(complete("anteroom", "--reh") == ["--rehearse"], "--reh is not completed.")
    expect(complete("anteroom", "--role", "s") == ["screener"], "A role is not completed.")
    expect(complete("anteroom", "--line", "") == [], "A number is completed with options.")
    expect(complete("anteroom", "che") == ["check"], "A command is not completed.")
    expect(complete("anteroom-simulator", "--sp") == ["--speed"], "The simulator's --sp is not completed.")


def unit(analyze, service, program):
    """systemd itself finds nothing wrong, and calls the service well locked up."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "anteroom-headless.service"
        text = pathlib.Path(service).read_text()
        expect("\nExecStart=anteroom " in text, "The unit does not start anteroom.")
        copy.write_text(text.replace("\nExecStart=anteroom ", f"\nExecStart={program} "))
        done = run(analyze, "verify", "--man=no", copy)
        expect(done.returncode == 0 and "anteroom" not in done.stderr, done.stderr)
        # In tenths: 20 is the best grade's end, "OK" by systemd's own words.
        done = run(analyze, "security", "--offline=yes", "--threshold=20", copy)
        expect(done.returncode == 0, done.stdout[-300:] + done.stderr)
        for name in ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET"):
            expect(f"LoadCredential={name}:" in text, f"The unit hands over no {name}.")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
    for sentence in wrong:
        print(sentence)
    sys.exit(1 if wrong else 0)
