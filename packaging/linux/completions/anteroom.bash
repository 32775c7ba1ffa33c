# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash: one file for both programs.
_anteroom() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $before in
    --data-dir)
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        return
        ;;
    --role)
        mapfile -t COMPREPLY < <(compgen -W "host screener viewer" -- "$word")
        return
        ;;
    --listen | --seat-listen | --public-url | --twilio-url | --line | --queue | --host-number | --phone | --add-seat | \
        --remove-seat | --callers | --arrivals | --speed | --seed) return ;;
    esac
    if [[ $word != -* && $COMP_CWORD -eq 1 ]]; then
        mapfile -t COMPREPLY < <(compgen -W "check" -- "$word")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "--rehearse --callers --arrivals --speed --seed --headless --listen --seat-listen
        --public-url --twilio-url --data-dir --line --queue --host-number --phone --connect-number --release-number --add-seat
        --role --list-seats --remove-seat --json --help --version" -- "$word")
}
complete -F _anteroom anteroom

_anteroom_simulator() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $before in
    --listen | --speed | --seed | --callers | --arrivals) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "--listen --speed --seed --callers --arrivals --help --version" -- "$word")
}
complete -F _anteroom_simulator anteroom-simulator
