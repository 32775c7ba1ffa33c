# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run and packaging/test: what has to be installed, and saying what is being done.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\n\033[1m== %s\033[0m\n' "$*" >&2; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }
trap 'fail "Stopped in line $LINENO of ${BASH_SOURCE[0]##*/}: the command above failed; its own message says why."' ERR

# Debian 12 and 13; Ubuntu 24.04 and newer carries the same names.
debian_build="g++ cmake ninja-build mold git ca-certificates qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools
    qt6-l10n-tools qcoro-qt6-dev qtkeychain-qt6-dev qt6-websockets-dev qt6-multimedia-dev libqt6sql6-sqlite libboost-dev
    libphonenumber-dev libssl-dev libgl-dev libxkbcommon-dev"
debian_window="fonts-inter fonts-noto-color-emoji gstreamer1.0-plugins-good libxcb-cursor0"
debian_test="nodejs npm xvfb xauth dbus at-spi2-core python3-gi gir1.2-atspi-2.0 gnome-keyring curl openssl
    desktop-file-utils appstream groff-base"
fedora_build="gcc-c++ cmake ninja-build mold git qt6-qtbase-devel qt6-qttools-devel qcoro-qt6-devel qtkeychain-qt6-devel
    qt6-qtwebsockets-devel qt6-qtmultimedia-devel boost-devel libphonenumber-devel openssl-devel"
fedora_window="rsms-inter-fonts google-noto-color-emoji-fonts"
fedora_test="nodejs npm xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon at-spi2-core python3-gobject gnome-keyring curl openssl
    desktop-file-utils appstream groff-base"
brew_build="cmake ninja qt qtkeychain boost libphonenumber openssl@3"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "Some packages are missing and installing them needs root; run this as root, or install sudo: $*"; fi
}

# install_what_is_missing GROUP...   GROUP is build, window or test
install_what_is_missing() {
    local wanted="" group list
    if command -v apt-get >/dev/null; then
        for group in "$@"; do list="debian_$group"; wanted+=" ${!list:-}"; done
        local missing="" package
        for package in $wanted; do
            # Node.js from elsewhere is as good, and its package would conflict with Debian's.
            case $package in nodejs | npm) ! command -v npm >/dev/null || ! command -v node >/dev/null || continue ;; esac
            dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing+=" $package"
        done
        [ -n "$missing" ] || { say "Everything needed is installed"; return 0; }
        say "Installing:$missing"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
        # shellcheck disable=SC2086 # a list of words
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
    elif command -v dnf >/dev/null; then
        for group in "$@"; do list="fedora_$group"; wanted+=" ${!list:-}"; done
        say "Installing with dnf:$wanted"
        # shellcheck disable=SC2086
        as_root dnf install -y $wanted
    elif command -v brew >/dev/null; then
        say "Installing with brew: $brew_build"
        # shellcheck disable=SC2086
        brew install $brew_build
        say "QCoro is not in Homebrew: if the next step does not find it, build it from its own source release"
    else
        fail "This system has neither apt-get, dnf nor brew. Install these by hand, then run this again: $debian_build"
    fi
}

# build PRESET   configures and builds, showing progress
build() {
    say "Building (preset $1); the first time takes a while"
    cmake --preset "$1"
    cmake --build --preset "$1"
}

# What the commands that make packages need beyond a build.
debian_package="dpkg-dev file python3 binutils xz-utils"
fedora_package="rpm-build python3 binutils xz"

# make_package GENERATOR   builds, and has CPack make the package below build/package/packages
make_package() {
    # The same commit gives the same bytes, whenever it is built.
    SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
    export SOURCE_DATE_EPOCH
    umask 022
    build package
    say "Packing"
    (cd build/package && cpack -G "$1")
    say "Made:"
    ls -l build/package/packages
}
