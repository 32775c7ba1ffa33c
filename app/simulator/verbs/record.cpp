// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/record.h"

#include "simulator/notifications.h"
#include "simulator/recordings.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr auto beep = 500ms;
constexpr auto recordReaction = 700ms;
constexpr int silentRecording = 16102;
} // namespace

void Record::start()
{
    if (run().absolute(attribute(u"action").trimmed()).isEmpty()) {
        run().fail(11100, u"Record needs an absolute action in a document without an address"_s);
        return;
    }
    clock().after(flag(u"playBeep", true) ? beep : 0ms, m_life.get(), [this] { begin(); });
}

void Record::begin()
{
    RecordingRequest request;
    request.callSid = leg().sid();
    request.source = u"RecordVerb"_s;
    if (const auto callback = address(u"recordingStatusCallback", u"recordingStatusCallbackMethod"))
        request.statusCallback = *callback;
    if (const QString events = attribute(u"recordingStatusCallbackEvent"); !events.isEmpty())
        request.statusEvents = events.split(u' ', Qt::SkipEmptyParts);
    m_recording = world().recordings().begin(request);
    m_began = clock().now();
    leg().setWhere({.place = u"recording"_s, .sid = m_recording});
    clock().after(std::chrono::seconds{number(u"maxLength", 3600)}, m_life.get(), [this] { finish({}); });
    awaitSilence();
    const auto said = std::exchange(leg().person().unheard, 0ms);
    if (const auto time = said + std::chrono::seconds{leg().person().speaksSeconds}; time > 0ms)
        clock().after(recordReaction, m_life.get(), [this, time] { voice(time); });
}

qint64 Record::elapsed()
{
    return m_began.msecsTo(clock().now());
}

bool Record::voice(std::chrono::milliseconds time)
{
    if (m_recording.isEmpty())
        return false;
    if (time <= 0ms)
        return true;
    const qint64 now = elapsed();
    const qint64 until = now + time.count();
    m_sounds.append({now, until});
    m_soundUntil = std::max(m_soundUntil, until);
    awaitSilence();
    return true;
}

void Record::awaitSilence()
{
    clock().cancel(m_silence);
    const int timeout = number(u"timeout", 5);
    if (timeout == 0)
        return;
    const qint64 left = std::max<qint64>(0, m_soundUntil - elapsed()) + timeout * 1000LL;
    m_silence = clock().after(std::chrono::milliseconds{left}, m_life.get(), [this] { finish({}); });
}

void Record::key(QChar digit)
{
    const QString keys = verb().hasAttribute(u"finishOnKey") ? attribute(u"finishOnKey") : u"1234567890*#"_s;
    if (!m_recording.isEmpty() && keys.contains(digit))
        finish(digit);
}

http::Form Record::settle(const QString &digits)
{
    m_life.reset();
    const qint64 end = elapsed();
    qint64 lastSound = 0;
    for (auto &[from, until] : m_sounds) {
        until = std::min(until, end);
        lastSound = std::max(lastSound, until);
    }
    const bool trims = attribute(u"trim", u"trim-silence"_s) == "trim-silence"_L1;
    const int seconds = int(((trims ? lastSound : end) + 999) / 1000);
    http::Form result;
    if (m_sounds.isEmpty()) {
        world().recordings().absent(m_recording);
        world().notifications().add(silentRecording, u"The recording is silent"_s, leg().sid(), {run().url()},
                                    true);
        return result;
    }
    world().recordings().finish(m_recording, seconds, m_sounds);
    result.add("RecordingUrl"_ba, world().recordings().url(m_recording).toUtf8());
    result.add("RecordingSid"_ba, m_recording.toUtf8());
    result.add("RecordingDuration"_ba, QByteArray::number(seconds));
    result.add("Digits"_ba, digits.toUtf8());
    return result;
}

void Record::finish(const QString &digits)
{
    const http::Form result = settle(digits);
    if (result.isEmpty()) {
        run().next(); // an empty recording skips the action
        return;
    }
    run().goTo({run().absolute(attribute(u"action").trimmed()), attribute(u"method", u"POST"_s)}, u"action"_s,
               result);
}

std::optional<Farewell> Record::leave(Leaving why)
{
    if (!m_life)
        return std::nullopt;
    if (m_recording.isEmpty()) {
        m_life.reset();
        return std::nullopt;
    }
    const http::Form result = settle(u"hangup"_s);
    if (result.isEmpty() || why == Leaving::Redirected)
        return std::nullopt;
    return Farewell{{run().absolute(attribute(u"action").trimmed()), attribute(u"method", u"POST"_s)},
                    result};
}

} // namespace anteroom::simulator
