// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/recordings.h"

#include "simulator/calls.h"
#include "simulator/sids.h"
#include "simulator/wav.h"
#include "simulator/webhooks.h"
#include "simulator/world.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr auto processing = 1000ms; ///< until the file can be fetched
}

Recordings::Recordings(World &world) : m_world(world)
{
}

const Recordings::Entry *Recordings::find(const QString &sid) const
{
    for (const Entry &each : m_entries) {
        if (each.recording.sid == sid)
            return &each;
    }
    return nullptr;
}

Recordings::Entry *Recordings::find(const QString &sid)
{
    return const_cast<Entry *>(std::as_const(*this).find(sid));
}

Result<Recording> Recordings::get(const QString &sid) const
{
    const Entry *entry = find(sid);
    if (!entry || entry->recording.status == "deleted"_L1)
        return std::unexpected(notFound(u"Recordings/"_s + sid));
    return entry->recording;
}

QList<Recording> Recordings::list() const
{
    QList<Recording> result;
    for (auto each = m_entries.crbegin(); each != m_entries.crend(); ++each) {
        if (each->recording.status != "deleted"_L1)
            result.append(each->recording);
    }
    return result;
}

Result<void> Recordings::remove(const QString &sid)
{
    Entry *entry = find(sid);
    if (!entry || entry->recording.status == "deleted"_L1)
        return std::unexpected(notFound(u"Recordings/"_s + sid));
    entry->recording.status = u"deleted"_s;
    entry->recording.updated = m_world.clock().now();
    entry->sounds.clear();
    return {};
}

Result<QByteArray> Recordings::wav(const QString &sid, int channels) const
{
    const Entry *entry = find(sid);
    if (!entry || entry->recording.status != "completed"_L1)
        return std::unexpected(notFound(u"Recordings/"_s + sid));
    if (channels > entry->recording.channels)
        return std::unexpected(ApiError{400, 16113, u"The recording has one channel only"_s});
    return wavFile(entry->recording.seconds, entry->sounds,
                   channels > 0 ? channels : entry->recording.channels);
}

QString Recordings::url(const QString &sid) const
{
    return u"%1/2010-04-01/Accounts/%2/Recordings/%3"_s.arg(m_world.origin(), m_world.account().sid, sid);
}

QString Recordings::begin(const RecordingRequest &request)
{
    Entry entry;
    entry.recording.sid = m_world.sids().make(u"RE");
    entry.recording.callSid = request.callSid;
    entry.recording.conferenceSid = request.conferenceSid;
    entry.recording.status = u"in-progress"_s;
    entry.recording.channels = request.channels;
    entry.recording.source = request.source;
    entry.recording.created = entry.recording.updated = entry.recording.started = m_world.clock().now();
    entry.statusCallback = request.statusCallback;
    entry.statusEvents = request.statusEvents;
    m_entries.append(entry);
    report(entry);
    return entry.recording.sid;
}

QString Recordings::beginUntilEnd(Leg &leg, const RecordingRequest &request)
{
    const QString sid = begin(request);
    connect(&leg, &Leg::ended, this, [this, sid] {
        if (Entry *entry = find(sid); entry && entry->recording.seconds < 0)
            finishNow(*entry);
    });
    return sid;
}

qint64 Recordings::lengthOf(const Entry &entry) const
{
    return entry.recording.started.msecsTo(m_world.clock().now()) - entry.skipped;
}

void Recordings::pause(Entry &entry, bool skips)
{
    if (entry.pausedAt.isValid())
        return;
    entry.sounds.append({entry.soundFrom, lengthOf(entry)});
    entry.pausedAt = m_world.clock().now();
    entry.skipsPauses = skips;
}

void Recordings::resume(Entry &entry)
{
    if (entry.pausedAt.isValid() && entry.skipsPauses)
        entry.skipped += entry.pausedAt.msecsTo(m_world.clock().now());
    if (entry.pausedAt.isValid())
        entry.soundFrom = lengthOf(entry);
    entry.pausedAt = {};
}

void Recordings::finishNow(Entry &entry)
{
    resume(entry);
    const qint64 length = lengthOf(entry);
    Sounds sounds = entry.sounds;
    sounds.append({entry.soundFrom, length});
    finish(entry.recording.sid, int((length + 999) / 1000), sounds);
}

void Recordings::finish(const QString &sid, int seconds, const Sounds &sounds)
{
    Entry *entry = find(sid);
    if (!entry || entry->recording.status == "deleted"_L1)
        return;
    entry->recording.status = u"processing"_s;
    entry->recording.seconds = seconds;
    entry->recording.updated = m_world.clock().now();
    entry->sounds = sounds;
    m_world.clock().after(processing, this, [this, sid] {
        Entry *done = find(sid);
        if (!done || done->recording.status != "processing"_L1)
            return;
        done->recording.status = u"completed"_s;
        done->recording.updated = m_world.clock().now();
        report(*done);
        emit completed(sid);
    });
}

void Recordings::absent(const QString &sid)
{
    Entry *entry = find(sid);
    if (!entry)
        return;
    entry->recording.status = u"absent"_s;
    entry->recording.seconds = 0;
    entry->recording.updated = m_world.clock().now();
    report(*entry);
}

void Recordings::report(const Entry &entry)
{
    const Recording &recording = entry.recording;
    if (!entry.statusEvents.contains(recording.status))
        return;
    http::Form form;
    form.add("AccountSid"_ba, m_world.account().sid.toUtf8());
    form.add("CallSid"_ba, recording.callSid.toUtf8());
    if (!recording.conferenceSid.isEmpty())
        form.add("ConferenceSid"_ba, recording.conferenceSid.toUtf8());
    form.add("RecordingSid"_ba, recording.sid.toUtf8());
    form.add("RecordingUrl"_ba, url(recording.sid).toUtf8());
    form.add("RecordingStatus"_ba, recording.status.toUtf8());
    if (recording.seconds >= 0)
        form.add("RecordingDuration"_ba, QByteArray::number(recording.seconds));
    form.add("RecordingChannels"_ba, QByteArray::number(recording.channels));
    form.add("RecordingStartTime"_ba,
             QLocale::c().toString(recording.started, u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s).toUtf8());
    form.add("RecordingSource"_ba, recording.source.toUtf8());
    form.add("RecordingTrack"_ba, recording.track.toUtf8());
    m_world.webhooks().notify({.kind = u"recording"_s,
                               .callSid = recording.callSid,
                               .address = entry.statusCallback,
                               .parameters = form});
}

Result<Recording> Recordings::start(const QString &callSid, const QString &channels,
                                    const WebAddress &statusCallback, const QStringList &statusCallbackEvents)
{
    Leg *leg = m_world.calls().leg(callSid);
    if (!leg)
        return std::unexpected(notFound(u"Calls/%1/Recordings"_s.arg(callSid)));
    if (leg->call().status != CallStatus::InProgress)
        return std::unexpected(ApiError{400, 21220, u"Requested resource is not eligible for recording"_s});
    RecordingRequest request;
    request.callSid = leg->call().parentSid.isEmpty() ? callSid : leg->call().parentSid;
    request.source = u"StartCallRecordingAPI"_s;
    request.channels = channels == "dual"_L1 ? 2 : 1;
    request.statusCallback = statusCallback;
    if (!statusCallbackEvents.isEmpty())
        request.statusEvents = statusCallbackEvents;
    beginUntilEnd(*leg, request);
    return m_entries.constLast().recording;
}

Result<Recording> Recordings::update(const QString &callSid, const QString &sid, const QString &status,
                                     const QString &pauseBehavior)
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Entry &entry) {
        const bool running =
            entry.recording.status == "in-progress"_L1 || entry.recording.status == "paused"_L1;
        return entry.recording.callSid == callSid &&
               (sid == "Twilio.CURRENT"_L1 ? running : entry.recording.sid == sid);
    });
    if (found == m_entries.rend())
        return std::unexpected(notFound(u"Calls/%1/Recordings/%2"_s.arg(callSid, sid)));
    Recording &recording = found->recording;
    if (recording.status != "in-progress"_L1 && recording.status != "paused"_L1)
        return std::unexpected(ApiError{400, 21220, u"Recording is not in-progress."_s});
    if (status == "stopped"_L1) {
        finishNow(*found);
        Recording stopped = recording; // what is answered before it is worked upon
        stopped.status = status;
        return stopped;
    }
    if (status == "paused"_L1 || status == "in-progress"_L1) {
        if (status == "paused"_L1)
            pause(*found, pauseBehavior == "skip"_L1);
        else
            resume(*found);
        recording.status = status;
        recording.updated = m_world.clock().now();
    } else {
        return std::unexpected(ApiError{400, 20001, u"Status is in-progress, paused or stopped"_s});
    }
    return recording;
}

} // namespace anteroom::simulator
