# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/try-debian and packaging/try-packages: a clean Debian in a folder, and running something in it.

need_root_and_debootstrap() {
    [ "$(id -u)" = 0 ] || fail "A clean system in a folder needs root (debootstrap and chroot): run this with sudo."
    command -v debootstrap >/dev/null || fail "debootstrap is missing; install it with: apt-get install debootstrap"
}

# The archive's index of this machine's own apt; a security or third-party archive carries no whole system.
mirror_of_this_machine() {
    apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 'Created-By: Packages' 2>/dev/null |
        awk '$2 == "Debian" && $3 == "Debian" { print $1; exit }'
}

# make_clean_system FOLDER SUITE PACKAGES   once; a folder that was finished stays as it is
make_clean_system() {
    [ ! -e "$1/.complete" ] || return 0
    local mirror
    mirror=${ANTEROOM_TRY_MIRROR:-$(mirror_of_this_machine)}
    [ -n "$mirror" ] || fail "This machine's apt knows no Debian archive. Name one in ANTEROOM_TRY_MIRROR."
    say "Making a clean Debian $2 in $1 (a few minutes, up to 500 MB)"
    mkdir -p "$1"
    debootstrap --variant=minbase --include="$3" "$2" "$1" "$mirror"
    touch "$1/.complete"
}

# let_it_reach_the_network FOLDER
let_it_reach_the_network() {
    local file
    for file in /etc/resolv.conf /etc/hosts; do
        [ ! -e "$file" ] || cp -L "$file" "$1$file"
    done
    # Own certificates of this machine (a company's proxy, say): without them nothing could be fetched from inside.
    if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
        cp /usr/local/share/ca-certificates/*.crt "$1/usr/local/share/ca-certificates/"
        chroot "$1" update-ca-certificates >/dev/null
    fi
}

# run_inside FOLDER WORKING_FOLDER COMMAND...
# The mounts and processes live in namespaces of their own: they are gone when this ends, however it ends.
run_inside() {
    # shellcheck disable=SC2016 # expanded inside
    unshare --mount --pid --fork --kill-child bash -c 'set -e
        folder=$1; working=$2; shift 2
        mount -t proc proc "$folder/proc"
        mount --rbind /dev "$folder/dev"
        mount -t tmpfs tmpfs "$folder/tmp"
        exec chroot "$folder" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
            ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} ${no_proxy:+no_proxy="$no_proxy"} \
            /bin/sh -c "cd \"\$0\" && exec \"\$@\"" "$working" "$@"' bash "$@"
}
