// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/talk_recorder.h"

#include <algorithm>

namespace anteroom::calls {

using namespace std::chrono_literals;

TalkRecorder::TalkRecorder(DeskCore &core, Messages &messages) : m_core(core), m_messages(messages)
{
    connect(&core.book, &DeskBook::callChanged, this, [this](const Call &call) {
        if (call.state == CallState::Connected || call.recording != TalkRecording::Off ||
            m_talking.contains(call.sid))
            tendSoon(call.sid);
    });
}

void TalkRecorder::takeUp()
{
    for (const Call &call : m_core.book.calls().values()) {
        if (call.state == CallState::Connected)
            m_talking.insert(call.sid);
        if (call.recording == TalkRecording::Off)
            continue;
        m_unsure.insert(call.sid);
        tendSoon(call.sid);
    }
}

QString TalkRecorder::whyNot(const Call &call) const
{
    if (call.noticeAt.isNull())
        return tr("%1 has not been told that the call may be recorded, so it is not.")
            .arg(DeskCore::nameOf(call));
    if (call.consent == Consent::Declined)
        return tr("%1 does not agree to be recorded.").arg(DeskCore::nameOf(call));
    if (m_core.options.manners.askConsent && call.consent != Consent::Agreed)
        return tr("%1 could not be asked whether they agree to be recorded, so the talk is not.")
            .arg(DeskCore::nameOf(call));
    return {};
}

std::expected<void, Refusal> TalkRecorder::mayRecord(const RecordTalk &command) const
{
    const Call *call = m_core.book.find(command.sid);
    if (!command.on || !call)
        return {};
    if (m_core.options.manners.recordTalks == RecordTalks::Off)
        return std::unexpected(Refusal{RefusalCode::WrongState,
                                       tr("Talks are not recorded on this line. Switch it on in the settings "
                                          "under “Recording” first.")});
    if (const QString reason = whyNot(*call); !reason.isEmpty())
        return std::unexpected(Refusal{RefusalCode::NotAllowed, reason});
    return {};
}

void TalkRecorder::set(const Seat &seat, const RecordTalk &command)
{
    Call call = m_core.book.calls().value(command.sid);
    call.record = command.on;
    m_askedBy.insert(command.sid, seat.name);
    m_core.book.put(call);
    tendSoon(command.sid);
}

void TalkRecorder::noteJoined(const QString &sid)
{
    const Call *known = m_core.book.find(sid);
    if (!known || known->state != CallState::Connected) {
        m_talking.remove(sid);
        return;
    }
    if (m_talking.contains(sid))
        return;
    m_talking.insert(sid);
    Call call = *known;
    m_askedBy.insert(sid, call.seat);
    call.record = m_core.options.manners.recordTalks == RecordTalks::On && whyNot(call).isEmpty();
    m_core.book.put(call);
}

/// Not at once: the change that led here has others to tell.
void TalkRecorder::tendSoon(const QString &sid)
{
    QMetaObject::invokeMethod(
        this, [this, sid] { tend(sid); }, Qt::QueuedConnection);
}

void TalkRecorder::tend(const QString &sid)
{
    if (m_core.stopping)
        return;
    noteJoined(sid);
    const Call *call = m_core.book.find(sid);
    if (!call || call->hasEnded()) {
        m_failures.remove(sid);
        m_askedBy.remove(sid);
    }
    if (call && !m_working.contains(sid) && !m_resting.contains(sid) && next(*call) != Next::Nothing) {
        m_working.insert(sid);
        m_core.tasks.keep(work(sid));
    }
}

TalkRecorder::Next TalkRecorder::next(const Call &call) const
{
    if (m_unsure.contains(call.sid))
        return Next::Read;
    const bool runs = !call.recordingSid.isEmpty();
    if (call.hasEnded()) // and with it its recording
        return runs ? Next::HandOver : Next::Nothing;
    if (call.state != CallState::Connected)
        return runs ? Next::Stop : Next::Nothing;
    if (call.record && !runs)
        return Next::Start;
    if (call.record && call.recording == TalkRecording::Paused)
        return Next::Resume;
    if (!call.record && call.recording == TalkRecording::On)
        return Next::Pause;
    return Next::Nothing;
}

QCoro::Task<void> TalkRecorder::work(QString sid)
{
    bool goesOn = true;
    while (goesOn && !m_core.stopping) {
        const Call call = m_core.book.calls().value(sid);
        switch (next(call)) {
        case Next::Nothing:
            goesOn = false;
            break;
        case Next::Read:
            goesOn = co_await read(sid);
            break;
        case Next::Start:
            goesOn = co_await start(sid);
            break;
        case Next::Pause:
            goesOn = co_await change(sid, RecordingChange::Pause);
            break;
        case Next::Resume:
            goesOn = co_await change(sid, RecordingChange::Resume);
            break;
        case Next::Stop:
            goesOn = co_await change(sid, RecordingChange::Stop);
            break;
        case Next::HandOver:
            handOver(call);
            break;
        }
        m_core.book.commit();
    }
    m_working.remove(sid);
}

QCoro::Task<bool> TalkRecorder::start(QString sid)
{
    Call call = m_core.book.calls().value(sid);
    call.recording = TalkRecording::Starting;
    m_core.book.put(call);
    co_await m_core.written();
    const Call *wanted = m_core.book.find(sid);
    if (!wanted || m_core.stopping)
        co_return false;
    if (!wanted->record || wanted->state != CallState::Connected) {
        call = *wanted;
        call.recording = TalkRecording::Off;
        m_core.book.put(call);
        co_return true;
    }
    const CarrierResult<QString> recording = co_await m_core.carrier.startRecording(sid);
    if (!m_core.book.find(sid))
        co_return false;
    if (recording) {
        m_failures.remove(sid);
        call = m_core.book.calls().value(sid);
        call.recording = TalkRecording::On;
        call.recordingSid = *recording;
        call.wasRecorded = true;
        m_core.book.put(call);
        co_return true;
    }
    if (recording.error().trouble == CarrierTrouble::Canceled)
        co_return false; // shutting down; read at the next start
    if (recording.error().trouble == CarrierTrouble::Unclear) {
        m_unsure.insert(sid);
        co_return rest(sid);
    }
    giveUp(sid, recording.error().sentence);
    co_return true;
}

QCoro::Task<bool> TalkRecorder::read(QString sid)
{
    const CarrierResult<QList<RecordingInfo>> recordings = co_await m_core.carrier.recordingsOf(sid);
    const Call *call = m_core.book.find(sid);
    if (!call || m_core.stopping)
        co_return false;
    if (!recordings && recordings.error().trouble != CarrierTrouble::Gone)
        co_return rest(sid);
    m_unsure.remove(sid);
    learn(*call, recordings.value_or(QList<RecordingInfo>()));
    co_return true;
}

void TalkRecorder::learn(Call call, const QList<RecordingInfo> &recordings)
{
    // Earlier talks of this call are in the list as well.
    const auto found = std::ranges::find_if(recordings, [&](const RecordingInfo &info) {
        return call.recordingSid.isEmpty() ? info.talk && !m_core.book.message(info.recording)
                                           : info.recording == call.recordingSid;
    });
    if (found == recordings.end() && call.recordingSid.isEmpty()) {
        call.recording = TalkRecording::Off; // it was never begun
        m_core.book.put(call);
        return;
    }
    if (found != recordings.end()) {
        call.recordingSid = found->recording;
        call.wasRecorded = true;
        if (found->running) {
            call.recording = found->paused ? TalkRecording::Paused : TalkRecording::On;
            m_core.book.put(call);
            return;
        }
    }
    if (call.state == CallState::Connected)
        Q_EMIT m_core.notice(call.seat,
                             tr("The recording of the talk with %1 has ended at the phone company. "
                                "Start it again if it is wanted.")
                                 .arg(DeskCore::nameOf(call)));
    handOver(call);
}

QCoro::Task<bool> TalkRecorder::change(QString sid, RecordingChange change)
{
    const QString recording = m_core.book.calls().value(sid).recordingSid;
    const CarrierResult<void> done = co_await m_core.carrier.changeRecording(sid, recording, change);
    const Call *known = m_core.book.find(sid);
    if (!known || known->recordingSid != recording || m_core.stopping)
        co_return false;
    if (done) {
        m_failures.remove(sid);
        Call call = *known;
        if (change == RecordingChange::Stop) {
            handOver(call);
        } else {
            call.recording = change == RecordingChange::Pause ? TalkRecording::Paused : TalkRecording::On;
            m_core.book.put(call);
        }
        co_return true;
    }
    switch (done.error().trouble) {
    case CarrierTrouble::Canceled:
        co_return false;
    case CarrierTrouble::Unclear:
    case CarrierTrouble::Gone: // ended, or merely not in a state for this: the reading tells
        m_unsure.insert(sid);
        co_return rest(sid);
    default:
        break;
    }
    // Who has left the studio must not go on being recorded.
    if (change == RecordingChange::Stop)
        co_return rest(sid);
    giveUp(sid, done.error().sentence);
    co_return true;
}

void TalkRecorder::handOver(Call call)
{
    m_messages.expectTalk(call, call.recordingSid);
    call.recordingSid.clear();
    call.recording = TalkRecording::Off;
    call.record = false;
    m_core.book.put(call);
}

/// It stays as it is, and whoever wanted it otherwise is told.
void TalkRecorder::giveUp(const QString &sid, const QString &sentence)
{
    Call call = m_core.book.calls().value(sid);
    if (call.recording == TalkRecording::Starting)
        call.recording = TalkRecording::Off;
    call.record = call.recording == TalkRecording::On;
    m_core.book.put(call);
    Q_EMIT m_core.notice(m_askedBy.value(sid, call.seat),
                         call.record ? tr("The recording could not be paused: it goes on. %1").arg(sentence)
                                     : tr("The talk is not being recorded. %1").arg(sentence));
}

/// Asks again in a while; false, because nothing can be done until then.
bool TalkRecorder::rest(const QString &sid)
{
    constexpr int most = 5;
    const int failures = m_failures[sid]++;
    m_resting.insert(sid);
    m_core.clock.after(500ms * (1 << std::min(failures, most)), this, [this, sid] {
        m_resting.remove(sid);
        tend(sid);
    });
    return false;
}

} // namespace anteroom::calls
