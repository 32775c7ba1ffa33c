# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by deb/trial and tar/trial, which run inside a clean system: what an installed Anteroom has to do.

set -eu
step() { printf '   - %s\n' "$*" >&2; }
wrong() { printf '\nThe trial failed: %s\n' "$*" >&2; exit 1; }
scratch=$(mktemp -d)

# wait_for FILE PATTERN PROCESS SENTENCE   a minute at most
wait_for() {
    tries=600
    until grep -qE "$2" "$1"; do
        kill -0 "$3" 2>/dev/null || { cat "$1" >&2; wrong "$4 It ended."; }
        tries=$((tries - 1))
        [ $tries -gt 0 ] || { cat "$1" >&2; wrong "$4 A minute was not enough."; }
        sleep 0.1
    done
}

# stop PROCESS   it must end by itself, and well
stop() {
    kill -TERM "$1"
    wait "$1" || wrong "after it was asked to stop, it ended with $?."
}

# says_its_version BIN VERSION
says_its_version() {
    for program in anteroom anteroom-simulator; do
        [ "$("$1/$program" --version)" = "$program $2" ] || wrong "$1/$program says it is $("$1/$program" --version), not $2."
    done
    step "both programs say that they are $2"
}

# prints_the_live_queue BIN
prints_the_live_queue() {
    "$1/anteroom" --headless --rehearse --callers 4 --speed 5 >"$scratch/queue" 2>&1 &
    console=$!
    wait_for "$scratch/queue" ', [1-9][0-9]* waiting' $console "The rehearsal without a window showed no waiting caller."
    wait_for "$scratch/queue" '^ +1 +[0-9]+:[0-9][0-9]  waiting' $console "No caller was first in line."
    stop $console
    step "the rehearsal without a window prints the live queue: $(grep -E '^ +1 ' "$scratch/queue" | head -1 | tr -s ' ')"
}

# opens_its_window BIN   on no screen: the window's libraries and plugins are there
opens_its_window() {
    mkdir -p -m 700 "$scratch/runtime"
    QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$scratch/runtime "$1/anteroom" --rehearse >"$scratch/window" 2>&1 &
    console=$!
    wait_for "$scratch/window" '^listening http' $console "The console with its window did not start."
    stop $console
    step "the console with its window starts"
}

# takes_calls BIN DATA_FOLDER   a desk that keeps its data, connected to the simulator, until somebody waits
takes_calls() {
    export TWILIO_ACCOUNT_SID=AC00000000000000000000000000000001 TWILIO_AUTH_TOKEN=invented
    "$1/anteroom-simulator" --listen 127.0.0.1:8738 --callers 3 --speed 5 >"$scratch/company" 2>&1 &
    company=$!
    wait_for "$scratch/company" '^listening' $company "The simulator did not start."
    "$1/anteroom" --headless --data-dir "$2" --twilio-url http://127.0.0.1:8738 --public-url http://127.0.0.1:8737 \
        --line +14155550100 --queue trial --phone +14155550177 --connect-number >"$scratch/desk" 2>&1 &
    console=$!
    wait_for "$scratch/desk" '^listening' $console "The desk did not start on its data."
    tries=300
    # A call's SID, in the database or in the journal beside it.
    until grep -qsaE 'CA[0-9a-f]{32}' "$2"/anteroom.db*; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || { cat "$scratch/desk" >&2; wrong "the desk kept no call in $2."; }
        sleep 0.1
    done
    stop $console
    kill -TERM "$company"
    wait "$company" || wrong "the simulator ended with $?."
    unset TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN
    step "a desk takes calls and keeps its data in $2"
}
