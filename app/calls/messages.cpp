// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/messages.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int shortestMessage = 2; // seconds: less is somebody hanging up
constexpr int attempts = 6;

/// Just after the call the sound may not be there yet.
std::chrono::seconds pauseBefore(int attempt)
{
    return std::chrono::seconds(2 << std::min(attempt, 5));
}
} // namespace

Messages::Messages(DeskCore &core) : m_core(core)
{
}

void Messages::list(const QString &sid, const QString &recording, int seconds)
{
    if (recording.isEmpty() || m_core.book.message(recording))
        return;
    const Call call = m_core.book.calls().value(sid);
    Message message;
    message.recording = recording;
    message.sid = sid;
    message.caller = call.caller;
    message.at = m_core.clock.now();
    message.seconds = seconds;
    m_core.book.put(message);
}

void Messages::expect(const Call &call, const QString &recording, int seconds)
{
    list(call.sid, recording, seconds);
    fetchSoon(recording, 0);
}

void Messages::ready(const RecordingReady &news)
{
    if (news.absent || news.seconds < shortestMessage) {
        m_core.book.removeMessage(news.recording);
        return;
    }
    list(news.sid, news.recording, news.seconds);
    TurnDetails details;
    details.recorded = true;
    const Call *call = m_core.book.find(news.sid);
    if (call && call->hasEnded())
        m_core.turn(news.sid, turns::recorded, details);
    if (!m_core.stopping && !m_fetching.contains(news.recording))
        m_core.tasks.keep(fetch(news.recording, 0));
}

void Messages::takeUp()
{
    for (const Message &message : m_core.book.messages())
        if (message.audioFile.isEmpty())
            fetchSoon(message.recording, 0);
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
    if (!wanted || !wanted->audioFile.isEmpty() || folder.isEmpty() || !plain)
        co_return;
    m_fetching.insert(recording);
    const QString file = QDir(folder).absoluteFilePath(recording + u".wav"_s);
    const CarrierResult<void> result = co_await m_core.carrier.fetchRecording(recording, file);
    m_fetching.remove(recording);
    const Message *known = m_core.book.message(recording);
    if (!known)
        co_return;
    if (result) {
        Message message = *known;
        message.audioFile = file;
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
        m_core.clock.after(pauseBefore(0), this, [this, sid] {
            if (!m_core.stopping)
                m_core.tasks.keep(look(sid, 0));
        });
}

QCoro::Task<void> Messages::look(QString sid, int attempt)
{
    if (m_core.book.hasMessageOf(sid))
        co_return;
    const CarrierResult<QList<RecordingInfo>> found = co_await m_core.carrier.recordingsOf(sid);
    bool pending = !found.has_value();
    if (found)
        for (const RecordingInfo &info : *found) {
            if (info.ready || info.absent)
                ready({sid, info.recording, info.seconds, info.absent});
            else
                pending = true;
        }
    if (pending && attempt + 1 < attempts && !m_core.stopping)
        m_core.clock.after(pauseBefore(attempt + 1), this, [this, sid, attempt] {
            if (!m_core.stopping)
                m_core.tasks.keep(look(sid, attempt + 1));
        });
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

void Messages::remove(const QString &seat, const QString &recording)
{
    m_core.tasks.keep(erase(seat, recording));
}

QCoro::Task<void> Messages::erase(QString seat, QString recording)
{
    const CarrierResult<void> result = co_await m_core.carrier.deleteRecording(recording);
    const Message *known = m_core.book.message(recording);
    if (!known)
        co_return;
    // Deleting twice does no harm: an unclear answer leaves the message listed, to be deleted again.
    if (!result && result.error().trouble != CarrierTrouble::Gone) {
        Q_EMIT m_core.notice(seat, result.error().sentence);
        co_return;
    }
    if (!known->audioFile.isEmpty())
        QFile::remove(known->audioFile);
    m_core.book.removeMessage(recording);
    m_core.book.commit();
}

} // namespace anteroom::calls
