#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bundle.py FOLDER: makes an installed tree stand on its own. Brings along every library that the loader would take from this
system, Qt's and GStreamer's plugins, and the licences of all that; lets each find the others by a relative path. What every
Debian has from its birth stays out: glibc, and the compiler's two libraries, which graphics drivers want as new as theirs."""
import json
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "sbom"))
import owners  # noqa: E402

SYSTEM = re.compile(r"^(ld-linux.*|linux-vdso.*|lib(c|m|dl|rt|pthread|resolv|util|anl|nsl|mvec|BrokenLocale)\.so.*|"
                    r"lib(stdc\+\+|gcc_s)\.so.*)$")
# No graphics drivers are asked for: widgets paint without them, and theirs would want this system's own libraries.
QT_PLUGINS = ("platforms/libqxcb", "platforms/libqoffscreen", "platforms/libqminimal", "sqldrivers/libqsqlite",
              "tls/libqopensslbackend", "tls/libqcertonlybackend", "imageformats/libqjpeg", "imageformats/libqico",
              "platforminputcontexts/libcomposeplatforminputcontextplugin",
              "platforminputcontexts/libibusplatforminputcontextplugin", "multimedia/libgstreamermediaplugin",
              "networkinformation/libqnetworkmanager", "networkinformation/libqglib")
GSTREAMER_PLUGINS = ("app", "audioconvert", "audioparsers", "audioresample", "autodetect", "coreelements", "id3demux", "mpg123",
                     "playback", "pulseaudio", "typefindfunctions", "videoconvertscale", "volume", "wavparse")
# Loaded by name while running, so that no loader would tell: TLS, and the keychain.
LOADED_BY_NAME = ("libssl.so.3", "libcrypto.so.3", "libsecret-1.so.0")

LAUNCHER = """#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The libraries find each other by themselves; GStreamer has to be told that its plugins are here.
top=$(dirname "$(dirname "$(readlink -f "$0")")")
export GST_PLUGIN_SYSTEM_PATH_1_0="$top/lib/gstreamer-1.0" GST_PLUGIN_PATH_1_0=
export GST_PLUGIN_SCANNER_1_0="$top/lib/gstreamer-1.0/gst-plugin-scanner"
export GST_REGISTRY_1_0="${XDG_CACHE_HOME:-$HOME/.cache}/anteroom/gstreamer.bin"
exec "$top/lib/anteroom/anteroom" "$@"
"""

README = """Anteroom, a call-screening console, with everything it needs. Runs on Debian 12, 13 and systems of their age or newer.

    bin/anteroom --rehearse     try it, against a simulated phone company on this machine
    bin/anteroom --help         everything else

Leave the folders together; they may be anywhere. share/ has the desktop entry, the man pages and the completion for shells, for
whoever wants to copy them to ~/.local/share. Licences of every part: share/doc/anteroom/licenses; list of parts: sbom.spdx.json.
"""


def qt_folder(what):
    for program in ("qtpaths6", "qtpaths", "/usr/lib/qt6/bin/qtpaths"):
        if shutil.which(program):
            return pathlib.Path(owners.output(program, "--query", what).strip())
    raise SystemExit("qtpaths6 is missing; it belongs to Qt's development packages.")


def find_library(name):
    for line in owners.output("/sbin/ldconfig", "-p").splitlines():
        if line.strip().startswith(name + " ") and "x86-64" in line or line.strip().startswith(name + " ") and "AArch64" in line:
            return pathlib.Path(line.split("=> ")[1]).resolve()
    raise SystemExit(f"{name} is missing on this system; the archive would lack it.")


class Bundle:
    def __init__(self, top):
        self.top = top
        self.origins = {}  # file in the tree: where it came from

    def add(self, origin, place):
        target = self.top / place
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin, target)
        target.chmod(0o755)
        self.origins[str(place)] = str(origin)

    def add_libraries_of(self, origin):
        for name, path in owners.linked(origin).items():
            if not SYSTEM.match(name):
                self.add(path, pathlib.Path("lib") / name)

    def find_each_other(self):
        for path in sorted(self.top.rglob("*")):
            if owners.is_elf(path):
                up = "/".join([".."] * (len(path.relative_to(self.top).parts) - 1))
                own = "$ORIGIN" if path.parent == self.top / "lib" else f"$ORIGIN/{up}/lib"
                subprocess.run(["patchelf", "--set-rpath", own, str(path)], check=True)

    def add_licences(self):
        folder = self.top / "share/doc/anteroom/licenses"
        folder.mkdir(parents=True, exist_ok=True)
        texts = set()
        for origin in sorted(set(self.origins.values())):
            package = owners.owner(pathlib.Path(origin))
            text = owners.copyright_file(package.name)
            if not text.is_file():
                raise SystemExit(f"{origin} (package {package.name}) has no copyright file; it may not be given away like this.")
            shutil.copyfile(text, folder / f"{package.name}.txt")
            texts |= set(re.findall(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])", text.read_text(errors="replace")))
        for name in sorted(texts):
            whole = pathlib.Path("/usr/share/common-licenses") / name
            if whole.is_file():
                shutil.copyfile(whole, folder / f"common-{name}.txt")
        shutil.copyfile(pathlib.Path(__file__).parent.parent.parent / "LICENSE", folder / "anteroom.txt")


def main(folder):
    top = pathlib.Path(folder).resolve()
    bundle = Bundle(top)
    for program in sorted((top / "bin").iterdir()):
        bundle.add_libraries_of(program)
    plugins = qt_folder("QT_INSTALL_PLUGINS")
    gstreamer = plugins.parent.parent / "gstreamer-1.0"
    wanted = [(plugins / f"{name}.so", pathlib.Path("lib/plugins") / f"{name}.so") for name in QT_PLUGINS]
    wanted += [(gstreamer / f"libgst{name}.so", pathlib.Path("lib/gstreamer-1.0") / f"libgst{name}.so")
               for name in GSTREAMER_PLUGINS]
    scanner = next(pathlib.Path("/usr").glob("lib*/**/gstreamer-1.0/gst-plugin-scanner"))
    wanted += [(scanner, pathlib.Path("lib/gstreamer-1.0/gst-plugin-scanner"))]
    wanted += [(find_library(name), pathlib.Path("lib") / name) for name in LOADED_BY_NAME]
    for origin, place in wanted:
        if not origin.exists():
            raise SystemExit(f"{origin} is missing on this system; the archive would lack it.")
        bundle.add_libraries_of(origin)
        bundle.add(origin.resolve(), place)
    for catalogue in sorted(qt_folder("QT_INSTALL_TRANSLATIONS").glob("qtbase_*.qm")):
        bundle.add(catalogue, pathlib.Path("share/qt6/translations") / catalogue.name)
        (top / "share/qt6/translations" / catalogue.name).chmod(0o644)

    (top / "lib/anteroom").mkdir()
    (top / "bin/anteroom").rename(top / "lib/anteroom/anteroom")
    (top / "bin/anteroom").write_text(LAUNCHER)
    (top / "bin/anteroom").chmod(0o755)
    for place, prefix in (("lib/anteroom", "../.."), ("bin", "..")):
        (top / place / "qt.conf").write_text(
            f"[Paths]\nPrefix={prefix}\nPlugins=lib/plugins\nTranslations=share/qt6/translations\n")
    (top / "README.txt").write_text(README)
    shutil.rmtree(top / "lib/systemd")  # it names programs by the place where a package puts them
    bundle.find_each_other()
    bundle.add_licences()
    (top / "share/doc/anteroom/bundled.json").write_text(json.dumps(bundle.origins, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
