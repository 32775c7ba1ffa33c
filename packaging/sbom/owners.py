# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which libraries a program is linked with, and which package of this system each of them comes from."""
import dataclasses
import functools
import os
import pathlib
import re
import shutil
import subprocess


@dataclasses.dataclass(frozen=True, order=True)
class Package:
    name: str
    version: str
    source: str
    system: str  # deb or rpm, or empty where nobody knows
    licence: str  # as the system's own package says it


def output(*command):
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment).stdout


def is_elf(path):
    if path.is_symlink() or not path.is_file():
        return False
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def linked(path):
    """All libraries that the loader would bring in, as {name asked for: file}."""
    found = {}
    for line in output("ldd", str(path)).splitlines():
        words = line.split()
        if "not found" in line:
            raise SystemExit(f"{path} is linked with {words[0]}, which this system does not have.")
        if len(words) >= 3 and words[1] == "=>":
            found[words[0]] = pathlib.Path(words[2]).resolve()
    return found


def needed(path):
    """The names that this one file asks for itself."""
    return re.findall(r"\(NEEDED\).*\[(.*)\]", output("readelf", "-d", str(path)))


def licences_in(text):
    """The short names of a copyright file that machines can read."""
    return sorted({name.strip() for name in re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)})


def copyright_file(package):
    return pathlib.Path("/usr/share/doc") / package.split(":")[0] / "copyright"


def debian_package(path):
    # A merged /usr: the package may know the file without it.
    for spelling in (str(path), str(path).removeprefix("/usr")):
        answer = output("dpkg-query", "-S", spelling)
        if answer:
            name = answer.split(": ")[0].split(", ")[0]
            version, source = output("dpkg-query", "-W", "-f", "${Version} ${source:Package}", name).split(" ")
            text = copyright_file(name)
            names = licences_in(text.read_text(errors="replace")) if text.is_file() else []
            return Package(name.split(":")[0], version, source, "deb", "; ".join(names))
    return None


def rpm_package(path):
    answer = output("rpm", "-qf", "--qf", "%{NAME}|%{VERSION}-%{RELEASE}|%{SOURCERPM}|%{LICENSE}\n", str(path))
    words = answer.splitlines()[0].split("|") if "|" in answer else []
    return Package(words[0], words[1], words[2], "rpm", words[3]) if len(words) == 4 else None


@functools.cache
def owner(path):
    package = None
    if shutil.which("dpkg-query"):
        package = debian_package(path)
    if package is None and shutil.which("rpm"):
        package = rpm_package(path)
    return package or Package(path.name, "", "", "", "")
