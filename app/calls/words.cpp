// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/call.h"
#include "calls/intent.h"
#include "calls/seat.h"

#include <array>
#include <utility>

// The words of the outside contract: journals, seats and scripts rely on them, so they are never translated.

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

template <typename T, std::size_t N> using Words = std::array<std::pair<T, QLatin1StringView>, N>;

constexpr Words<CallState, 7> states{{{CallState::Ringing, "ringing"_L1},
                                      {CallState::Waiting, "waiting"_L1},
                                      {CallState::Connecting, "connecting"_L1},
                                      {CallState::Connected, "connected"_L1},
                                      {CallState::LeavingMessage, "leaving_message"_L1},
                                      {CallState::Ended, "ended"_L1},
                                      {CallState::Calling, "calling"_L1}}};
constexpr Words<Outcome, 9> outcomes{{{Outcome::None, QLatin1StringView()},
                                      {Outcome::Talked, "talked"_L1},
                                      {Outcome::Abandoned, "abandoned"_L1},
                                      {Outcome::Voicemail, "voicemail"_L1},
                                      {Outcome::Thanked, "thanked"_L1},
                                      {Outcome::Refused, "refused"_L1},
                                      {Outcome::QueueFull, "queue_full"_L1},
                                      {Outcome::Failed, "failed"_L1},
                                      {Outcome::CallBack, "call_back"_L1}}};
constexpr Words<Screening, 3> screenings{
    {{Screening::New, "new"_L1}, {Screening::Screening, "screening"_L1}, {Screening::Ready, "ready"_L1}}};
constexpr Words<Consent, 3> consents{{{Consent::NotAsked, QLatin1StringView()},
                                      {Consent::Agreed, "agreed"_L1},
                                      {Consent::Declined, "declined"_L1}}};
constexpr Words<TalkRecording, 4> recordings{{{TalkRecording::Off, "off"_L1},
                                              {TalkRecording::Starting, "starting"_L1},
                                              {TalkRecording::On, "on"_L1},
                                              {TalkRecording::Paused, "paused"_L1}}};
constexpr Words<IntentKind, 13> intents{{{IntentKind::RingPhone, "ring_phone"_L1},
                                         {IntentKind::MoveToStudio, "move_to_studio"_L1},
                                         {IntentKind::PutOnHold, "put_on_hold"_L1},
                                         {IntentKind::SendToVoicemail, "send_to_voicemail"_L1},
                                         {IntentKind::Thank, "thank"_L1},
                                         {IntentKind::HangUp, "hang_up"_L1},
                                         {IntentKind::CancelLeg, "cancel_leg"_L1},
                                         {IntentKind::SendText, "send_text"_L1},
                                         {IntentKind::PlayToMe, "play_to_me"_L1},
                                         {IntentKind::CallOut, "call_out"_L1},
                                         {IntentKind::RenewWait, "renew_wait"_L1},
                                         {IntentKind::AskPhone, "ask_phone"_L1},
                                         {IntentKind::CallHostBack, "call_host_back"_L1}}};
constexpr Words<Role, 3> roles{
    {{Role::Host, "host"_L1}, {Role::Screener, "screener"_L1}, {Role::Viewer, "viewer"_L1}}};

template <typename T, std::size_t N> QString wordOf(const Words<T, N> &words, T value)
{
    for (const auto &[known, word] : words)
        if (known == value)
            return QString(word);
    return {};
}

template <typename T, std::size_t N> T valueOf(const Words<T, N> &words, const QString &wanted, T otherwise)
{
    for (const auto &[value, word] : words)
        if (wanted == word)
            return value;
    return otherwise;
}

} // namespace

QString toWord(CallState state)
{
    return wordOf(states, state);
}

QString toWord(Outcome outcome)
{
    return wordOf(outcomes, outcome);
}

QString toWord(Screening screening)
{
    return wordOf(screenings, screening);
}

QString toWord(Consent consent)
{
    return wordOf(consents, consent);
}

QString toWord(TalkRecording recording)
{
    return wordOf(recordings, recording);
}

QString toWord(IntentKind kind)
{
    return wordOf(intents, kind);
}

QString toWord(Role role)
{
    return wordOf(roles, role);
}

CallState callStateFromWord(const QString &word, CallState otherwise)
{
    return valueOf(states, word, otherwise);
}

Outcome outcomeFromWord(const QString &word)
{
    return valueOf(outcomes, word, Outcome::None);
}

Screening screeningFromWord(const QString &word)
{
    return valueOf(screenings, word, Screening::New);
}

Consent consentFromWord(const QString &word)
{
    return valueOf(consents, word, Consent::NotAsked);
}

TalkRecording talkRecordingFromWord(const QString &word)
{
    return valueOf(recordings, word, TalkRecording::Off);
}

} // namespace anteroom::calls
