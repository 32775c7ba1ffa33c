// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/messages.h"

#include "calls/talk_file.h"
#include "calls/wav_peaks.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int longestHangUp = 2; // seconds
constexpr int attempts = 6;
constexpr int attemptsAtTalk = 12; // it may be an hour long, and takes the phone company its time

/// Just after the call the sound may not be there yet.
std::chrono::seconds pauseBefore(int attempt)
{
    return std::chrono::seconds(2 << std::min(attempt, 5));
}

/// An empty recording has no sound that could be fetched.
bool lacksSound(const Message &message)
{
    return message.audioFile.isEmpty() && !(message.hangUp && message.seconds == 0);
}
} // namespace

Messages::Messages(DeskCore &core) : m_core(core)
{
}

bool Messages::isHangUp(int seconds)
{
    return seconds <= longestHangUp;
}

void Messages::list(const Call &call, const RecordingInfo &recording)
{
    if (recording.recording.isEmpty())
        return;
    const Message *known = m_core.book.message(recording.recording);
    Message message = known ? *known : Message();
    message.seconds = recording.absent ? 0 : std::max(recording.seconds, message.seconds);
    message.talk = message.talk || recording.talk;
    message.hangUp = !message.talk && (recording.absent || isHangUp(recording.seconds));
    if (!known) {
        message.heard = message.talk; // by whoever led it
        message.recording = recording.recording;
        message.sid = recording.sid;
        message.caller = call.caller;
        message.at = recording.begun.isValid() ? recording.begun : m_core.clock.now();
        message.show = m_core.book.line().showName;
        message.forNextShow = call.forNextShow;
    }
    m_core.book.put(message);
    if (!known && call.sid.isEmpty() && !m_core.stopping)
        m_core.tasks.keep(identify(recording.recording));
}

QCoro::Task<void> Messages::identify(QString recording)
{
    const QString sid = m_core.book.message(recording)->sid;
    const CarrierResult<LegStatus> call = co_await m_core.carrier.status(sid);
    const Message *known = m_core.book.message(recording);
    if (!known || !call || !call->inbound)
        co_return;
    Message message = *known;
    message.caller.number = call->from;
    message.caller.name = call->callerName;
    m_core.book.put(message);
}

void Messages::expect(const Call &call, const QString &recording, int seconds)
{
    list(call, {recording, call.sid, seconds});
    fetchSoon(recording, 0);
}

void Messages::ready(const RecordingReady &news)
{
    RecordingInfo info{news.recording, news.sid, news.seconds, true, news.absent};
    info.talk = news.talk;
    found(m_core.book.calls().value(news.sid), info);
}

void Messages::expectTalk(const Call &call, const QString &recording)
{
    RecordingInfo info{recording, call.sid};
    info.talk = true;
    list(call, info);
    lookAtTalkSoon(recording, 0); // the news of it may get lost, and often nobody sends any
}

void Messages::found(const Call &call, const RecordingInfo &recording)
{
    const Message *known = m_core.book.message(recording.recording);
    if (recording.absent && (recording.talk || (known && known->talk)))
        return m_core.book.removeMessage(recording.recording); // there is nothing to hear
    list(call, recording);
    if (!recording.talk && m_core.book.hasLeftMessage(recording.sid)) {
        TurnDetails details;
        details.recorded = true;
        const Call *left = m_core.book.find(recording.sid);
        if (left && left->hasEnded())
            m_core.turn(recording.sid, turns::recorded, details);
    }
    if (!m_core.stopping && !m_fetching.contains(recording.recording))
        m_core.tasks.keep(fetch(recording.recording, 0));
}

void Messages::takeUp()
{
    for (Message message : m_core.book.messages()) {
        if (!message.audioFile.isEmpty() && !QFile::exists(message.audioFile)) {
            message.audioFile.clear(); // somebody has tidied up; the phone company still has it
            m_core.book.put(message);
        }
        if (message.deleted.isValid())
            continue;
        if (message.talk && message.seconds == 0)
            lookAtTalkSoon(message.recording, 0);
        else if (lacksSound(message))
            fetchSoon(message.recording, 0);
    }
}

void Messages::fetchSoon(const QString &recording, int attempt)
{
    if (m_core.options.recordingsFolder.isEmpty() || m_core.stopping)
        return;
    m_core.clock.after(pauseBefore(attempt), this, [this, recording, attempt] {
        if (!m_core.stopping && !m_fetching.contains(recording))
            m_core.tasks.keep(fetch(recording, attempt));
    });
}

QCoro::Task<void> Messages::fetch(QString recording, int attempt)
{
    const Message *wanted = m_core.book.message(recording);
    const QString folder = m_core.options.recordingsFolder;
    // The name comes from outside and becomes a file's.
    const bool plain =
        std::ranges::all_of(recording, [](QChar c) { return c.isLetterOrNumber() && c.unicode() < 128; });
    if (!wanted || !lacksSound(*wanted) || folder.isEmpty() || !plain)
        co_return;
    m_fetching.insert(recording);
    const QString file = QDir(folder).absoluteFilePath(fileOf(*wanted));
    const CarrierResult<void> result = co_await m_core.carrier.fetchRecording(recording, file);
    m_fetching.remove(recording);
    const Message *known = m_core.book.message(recording);
    if (!known)
        co_return;
    if (result) {
        Message message = *known;
        message.audioFile = file;
        message.hangUp = message.hangUp || (!message.talk && isSilent(file));
        m_core.book.put(message);
    } else if (attempt + 1 < attempts) {
        fetchSoon(recording, attempt + 1);
    } else {
        Q_EMIT m_core.notice({}, result.error().sentence);
    }
}

void Messages::lookFor(const QString &sid)
{
    if (!m_core.stopping)
        // As it is now: it may be gone from view before the recording is there.
        m_core.clock.after(pauseBefore(0), this, [this, call = m_core.book.calls().value(sid)] {
            if (!m_core.stopping)
                m_core.tasks.keep(look(call, 0));
        });
}

QCoro::Task<void> Messages::look(Call call, int attempt)
{
    if (m_core.book.hasMessageOf(call.sid))
        co_return;
    const CarrierResult<QList<RecordingInfo>> recordings = co_await m_core.carrier.recordingsOf(call.sid);
    bool pending = !recordings.has_value();
    if (recordings)
        for (const RecordingInfo &info : *recordings) {
            if (info.ready || info.absent)
                found(call, info);
            else
                pending = true;
        }
    if (pending && attempt + 1 < attempts && !m_core.stopping)
        m_core.clock.after(pauseBefore(attempt + 1), this, [this, call, attempt] {
            if (!m_core.stopping)
                m_core.tasks.keep(look(call, attempt + 1));
        });
}

void Messages::lookAtTalkSoon(const QString &recording, int attempt)
{
    if (!m_core.stopping)
        m_core.clock.after(pauseBefore(attempt), this, [this, recording, attempt] {
            if (!m_core.stopping)
                m_core.tasks.keep(lookAtTalk(recording, attempt));
        });
}

QCoro::Task<void> Messages::lookAtTalk(QString recording, int attempt)
{
    const Message *expected = m_core.book.message(recording);
    if (!expected || expected->seconds > 0)
        co_return; // the news of it has come
    const QString sid = expected->sid;
    const CarrierResult<QList<RecordingInfo>> recordings = co_await m_core.carrier.recordingsOf(sid);
    for (RecordingInfo info : recordings.value_or(QList<RecordingInfo>())) {
        if (info.recording != recording || !(info.ready || info.absent))
            continue;
        info.talk = true;
        found(m_core.book.calls().value(sid), info);
        co_return;
    }
    if (attempt + 1 < attemptsAtTalk)
        lookAtTalkSoon(recording, attempt + 1);
}

QString Messages::fileOf(const Message &message) const
{
    if (!message.talk)
        return message.recording + u".wav"_s;
    const auto isSame = [&](const Message &other) {
        return other.talk && other.recording != message.recording && talkFile(other) == talkFile(message);
    };
    const QList<Message> all = m_core.book.messages();
    return std::ranges::any_of(all, isSame) ? talkFile(message, message.recording) : talkFile(message);
}

void Messages::mark(const QString &recording, bool heard)
{
    const Message *known = m_core.book.message(recording);
    if (!known)
        return;
    Message message = *known;
    message.heard = heard;
    m_core.book.put(message);
}

void Messages::annotate(const QString &recording, const QString &notes)
{
    const Message *known = m_core.book.message(recording);
    if (!known)
        return;
    Message message = *known;
    message.notes = notes;
    m_core.book.put(message);
}

} // namespace anteroom::calls
