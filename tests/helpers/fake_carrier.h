// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/carrier.h"
#include "helpers/manual_clock.h"

#include <QFile>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <algorithm>
#include <coroutine>

namespace anteroom::test {

/// A phone company of a few dozen lines: callers are somewhere, phones ring, and each request can be made to
/// fail, to be cut before or after it acts, to take time, or to wait for the test.
class FakeCarrier final : public QObject, public calls::Carrier
{
public:
    enum class Where { Greeting, Asked, Queue, Studio, Voicemail, Goodbye, Over };
    struct Person
    {
        Where where = Where::Greeting;
        QString room;
        QString joined; ///< the intent that took them into the studio
        QString from;
        QString name;
        QDateTime enqueued;
        QDateTime started;
        QDateTime ended;
        calls::Steps hears; ///< of the last instruction
        QString dialled = QStringLiteral("+14155550100");
        QString queue = {}; ///< empty: any
        bool asksUs = true; ///< at the end of what they hear
    };
    struct Leg
    {
        QString sid;
        QString phone;
        QString intent;
        QString status = QStringLiteral("ringing");
        QString room;
        QDateTime started;
        calls::RingPhone request = {};
        calls::CallOut callOut = {};
    };
    /// What the next request of a kind meets. `acts`: it takes effect although the answer is an error.
    struct Fault
    {
        calls::CarrierTrouble trouble;
        bool acts = false;
        bool lasting = false;
    };

    explicit FakeCarrier(ManualClock &clock) : m_clock(clock) {}

    QHash<QString, Person> people;
    QList<Leg> legs;
    QStringList requests;                ///< "instruct CA1", in order
    QHash<QString, QList<Fault>> faults; ///< by the request's first word
    std::chrono::milliseconds latency{0};
    QSet<QString> held; ///< kinds of request that wait for release()
    QHash<QString, calls::LineTarget> lines;
    QHash<QString, int> limits; ///< of queues
    QList<QPair<QString, QString>> texts;
    QList<calls::TextRecord> textList; ///< oldest first, both ways
    QHash<QString, calls::LineKind> kinds;
    QHash<QString, QList<calls::RecordingInfo>> recordings;
    QStringList fetched;
    QByteArray sound = "RIFF";        ///< what is fetched
    QList<calls::RecordingInfo> left; ///< messages that the account holds, newest first
    QStringList deleted;
    bool queueExists = true;             ///< until it is deleted; whoever joins brings it back
    QStringList order;                   ///< of those who joined in the same moment
    QList<calls::WaitingMember> lagging; ///< still listed, although they are elsewhere
    bool askable = true;
    bool keepsDate = false; ///< whoever is put back stands in the list as of the first time
    bool shutDown = false;  ///< every request that waits or comes is answered as cancelled
    int inFlight = 0;
    int mostInFlight = 0;
    int rate = 0; ///< more requests at the same moment than this are refused for load; 0: any number

    Leg *leg(const QString &sid)
    {
        const auto found = std::ranges::find(legs, sid, &Leg::sid);
        return found == legs.end() ? nullptr : &*found;
    }
    int count(const QString &request) const { return int(requests.count(request)); }
    int countOf(const QString &kind) const
    {
        return int(
            std::ranges::count_if(requests, [&](const QString &r) { return r.startsWith(kind + u' '); }));
    }
    void release(const QString &kind)
    {
        held.remove(kind);
        // Taken first: whoever goes on may ask again.
        for (const auto &waiting : m_waiting.take(kind))
            waiting.resume();
    }
    void cut()
    {
        shutDown = true;
        for (const QString &kind : m_waiting.keys())
            release(kind);
    }
    /// A phone's owner, or the phone company, lets go of a leg.
    void endLeg(const QString &sid, const QString &status = QStringLiteral("completed"))
    {
        Leg *ending = leg(sid);
        if (!ending)
            return;
        ending->status = status;
        ending->room.clear();
    }

    void setAskable(bool can) override { askable = can; }
    calls::CarrierTask<QString> ringPhone(calls::RingPhone request) override
    {
        const auto fault = co_await begin(QStringLiteral("ringPhone"), request.phone);
        if (fault && !fault->acts)
            co_return std::unexpected(errorOf(*fault));
        Leg created;
        created.sid = QStringLiteral("LEG%1").arg(legs.size() + 1);
        created.phone = request.phone;
        created.intent = request.intent;
        created.started = m_clock.now();
        created.request = request;
        legs.append(created);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return created.sid;
    }
    calls::CarrierTask<QString> callOut(calls::CallOut request) override
    {
        const auto fault = co_await begin(QStringLiteral("callOut"), request.number);
        if (fault && !fault->acts)
            co_return std::unexpected(errorOf(*fault));
        Leg created;
        created.sid = QStringLiteral("LEG%1").arg(legs.size() + 1);
        created.phone = request.number;
        created.intent = request.intent;
        created.started = m_clock.now();
        created.callOut = request;
        legs.append(created);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return created.sid;
    }
    calls::CarrierTask<void> instruct(QString sid, calls::Steps steps, QString intent) override
    {
        Q_UNUSED(intent)
        const auto fault = co_await begin(QStringLiteral("instruct"), sid);
        if (fault && !fault->acts)
            co_return std::unexpected(errorOf(*fault));
        if (!people.contains(sid) || people[sid].where == Where::Over)
            co_return std::unexpected(gone());
        follow(sid, steps);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return {};
    }
    calls::CarrierTask<void> hangUp(QString sid) override
    {
        const auto fault = co_await begin(QStringLiteral("hangUp"), sid);
        if (fault && !fault->acts)
            co_return std::unexpected(errorOf(*fault));
        if (leg(sid))
            endLeg(sid);
        else if (people.contains(sid) && people[sid].where != Where::Over)
            people[sid].where = Where::Over;
        else
            co_return std::unexpected(gone());
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return {};
    }
    /// A text comes in; answers its SID. The desk hears of it by itself only if the test says so.
    QString receiveText(const QString &from, const QString &line, const QString &body)
    {
        textList.append({newText(), from, line, body, m_clock.now()});
        return textList.last().sid;
    }
    QStringList textsTo(const QString &number) const
    {
        QStringList bodies;
        for (const auto &[to, body] : texts)
            if (to == number)
                bodies << body;
        return bodies;
    }
    calls::CarrierTask<void> sendText(QString to, QString line, QString body) override
    {
        const auto fault = co_await begin(QStringLiteral("sendText"), to);
        if (!fault || fault->acts) {
            texts.append({to, body});
            textList.append({newText(), line, to, body, m_clock.now()});
        }
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return {};
    }
    calls::CarrierTask<void> pointLine(QString line, calls::LineTarget target) override
    {
        const auto fault = co_await begin(QStringLiteral("pointLine"), line);
        if (!fault || fault->acts)
            lines.insert(line, target);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return {};
    }
    calls::CarrierTask<void> deleteRecording(QString recording) override
    {
        const auto fault = co_await begin(QStringLiteral("deleteRecording"), recording);
        if (!fault || fault->acts)
            deleted.append(recording);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return {};
    }
    calls::CarrierTask<QString> startRecording(QString sid) override
    {
        const auto fault = co_await begin(QStringLiteral("startRecording"), sid);
        if (fault && !fault->acts)
            co_return std::unexpected(errorOf(*fault));
        if (!people.contains(sid) || people[sid].where == Where::Over)
            co_return std::unexpected(gone());
        calls::RecordingInfo made;
        made.recording = QStringLiteral("REtalk%1").arg(++m_talks);
        made.sid = sid;
        made.begun = m_clock.now();
        made.talk = made.running = true;
        recordings[sid].prepend(made);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return made.recording;
    }
    calls::CarrierTask<void> changeRecording(QString sid, QString recording,
                                             calls::RecordingChange change) override
    {
        static const QHash<calls::RecordingChange, QString> words{
            {calls::RecordingChange::Pause, QStringLiteral("pause")},
            {calls::RecordingChange::Resume, QStringLiteral("resume")},
            {calls::RecordingChange::Stop, QStringLiteral("stop")}};
        const auto fault = co_await begin(words.value(change) + QStringLiteral("Recording"), recording);
        if (fault && !fault->acts)
            co_return std::unexpected(errorOf(*fault));
        auto &ofCall = recordings[sid];
        const auto found = std::ranges::find(ofCall, recording, &calls::RecordingInfo::recording);
        if (found == ofCall.end() || !found->running)
            co_return std::unexpected(gone());
        found->paused = change == calls::RecordingChange::Pause;
        found->running = change != calls::RecordingChange::Stop;
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return {};
    }
    /// The phone company has made the file of a talk.
    calls::RecordingInfo finishTalk(const QString &sid, const QString &recording, int seconds)
    {
        auto &ofCall = recordings[sid];
        const auto found = std::ranges::find(ofCall, recording, &calls::RecordingInfo::recording);
        found->running = found->paused = false;
        found->ready = true;
        found->seconds = seconds;
        return *found;
    }
    calls::HostedNotice told; ///< by the phone company's own documents
    calls::HostedNotice hostedNotice() const override { return told; }
    calls::CarrierTask<bool> limitQueue(QString queue, int most) override
    {
        const auto fault = co_await begin(QStringLiteral("limitQueue"), queue);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        limits.insert(queue, most);
        co_return true;
    }
    calls::CarrierTask<bool> deleteQueue(QString queue) override
    {
        const auto fault = co_await begin(QStringLiteral("deleteQueue"), queue);
        if (fault && !fault->acts)
            co_return std::unexpected(errorOf(*fault));
        for (const Person &person : std::as_const(people))
            if (person.where == Where::Queue)
                co_return false;
        queueExists = false;
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return true;
    }
    calls::CarrierTask<calls::WaitingList> waiting(QString queue) override
    {
        const auto fault = co_await begin(QStringLiteral("waiting"), queue);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        calls::WaitingList list;
        list.queueExists = queueExists;
        for (auto person = people.cbegin(); person != people.cend(); ++person)
            if (person->where == Where::Queue && (person->queue == queue || person->queue.isEmpty()))
                list.members.append({person.key(), person->enqueued, person->enqueued});
        std::ranges::sort(list.members, {}, [this](const calls::WaitingMember &member) {
            return std::tuple(member.enqueued, order.indexOf(member.sid), member.sid);
        });
        for (const calls::WaitingMember &member : std::as_const(lagging))
            if (std::ranges::find(list.members, member.sid, &calls::WaitingMember::sid) == list.members.end())
                list.members.append(member);
        co_return list;
    }
    calls::CarrierTask<calls::LegStatus> status(QString sid) override
    {
        const auto fault = co_await begin(QStringLiteral("status"), sid);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        if (const Leg *known = leg(sid))
            co_return statusOf(*known);
        if (!people.contains(sid))
            co_return std::unexpected(gone());
        co_return statusOf(sid, people.value(sid), {});
    }
    calls::CarrierTask<QList<calls::LegStatus>> legsTo(QString phone, QString, QDateTime since) override
    {
        const auto fault = co_await begin(QStringLiteral("legsTo"), phone);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        QList<calls::LegStatus> found;
        for (const Leg &known : legs)
            if (known.phone == phone && known.started >= since)
                found.prepend(statusOf(known));
        co_return found;
    }
    calls::CarrierTask<QList<calls::LegStatus>> callsTo(QString line, QDateTime since) override
    {
        const auto fault = co_await begin(QStringLiteral("callsTo"), line);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        QList<calls::LegStatus> found;
        for (auto person = people.cbegin(); person != people.cend(); ++person)
            if (person->started >= since)
                found.append(statusOf(person.key(), *person, line));
        co_return found;
    }
    calls::CarrierTask<QList<calls::StudioMember>> studio(QString room) override
    {
        const auto fault = co_await begin(QStringLiteral("studio"), room);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        QList<calls::StudioMember> members;
        for (auto person = people.cbegin(); person != people.cend(); ++person)
            if (person->where == Where::Studio && person->room == room)
                members.append({person.key()});
        for (const Leg &known : legs)
            if (known.room == room && !room.isEmpty())
                members.append({known.sid});
        co_return members;
    }
    calls::CarrierTask<QList<calls::RecordingInfo>> recordingsOf(QString sid) override
    {
        const auto fault = co_await begin(QStringLiteral("recordingsOf"), sid);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return recordings.value(sid);
    }
    calls::CarrierTask<QList<calls::RecordingInfo>> messagesSince(QDateTime since) override
    {
        const auto fault = co_await begin(QStringLiteral("messagesSince"), since.toString(Qt::ISODate));
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        QList<calls::RecordingInfo> found;
        for (const calls::RecordingInfo &recording : std::as_const(left))
            if (recording.begun >= since)
                found.append(recording);
        co_return found;
    }
    calls::CarrierTask<void> fetchRecording(QString recording, QString intoFile) override
    {
        const auto fault = co_await begin(QStringLiteral("fetchRecording"), recording);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        fetched.append(intoFile);
        if (QFile file(intoFile); file.open(QIODevice::WriteOnly))
            file.write(sound);
        co_return {};
    }
    calls::CarrierTask<calls::LineKind> kindOf(QString number) override
    {
        const auto fault = co_await begin(QStringLiteral("kindOf"), number);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        co_return kinds.value(number, calls::LineKind::Mobile);
    }

    calls::CarrierTask<QList<calls::TextRecord>> listTexts(QString from, QString to, QDateTime since) override
    {
        const auto fault = co_await begin(QStringLiteral("listTexts"), to);
        if (fault)
            co_return std::unexpected(errorOf(*fault));
        QList<calls::TextRecord> found;
        for (const calls::TextRecord &text : textList)
            if ((from.isEmpty() || text.from == from) && (to.isEmpty() || text.to == to) && text.at >= since)
                found.prepend(text);
        co_return found;
    }

    /// What somebody does who is given these steps.
    void follow(const QString &sid, const calls::Steps &steps)
    {
        if (steps.isEmpty())
            return; // a notification's answer
        Person &person = people[sid];
        person.hears = steps;
        person.asksUs = askable;
        person.where = Where::Goodbye;
        for (const calls::Step &step : steps) {
            if (std::holds_alternative<calls::AskKeys>(step)) {
                person.where = Where::Asked;
                return;
            }
            if (const auto *wait = std::get_if<calls::WaitInQueue>(&step)) {
                person.where = Where::Queue;
                person.queue = wait->queue;
                queueExists = true;
                if (!keepsDate || !person.enqueued.isValid())
                    person.enqueued = m_clock.now();
                return;
            }
            if (const auto *join = std::get_if<calls::JoinStudio>(&step)) {
                person.where = Where::Studio;
                person.room = join->room;
                person.joined = join->intent;
                return;
            }
            if (std::holds_alternative<calls::RecordMessage>(step)) {
                person.where = Where::Voicemail;
                return;
            }
        }
    }

    /// Whoever was asked for a key lets the time pass, and goes on with what follows.
    void staysSilent(const QString &sid)
    {
        const calls::Steps steps = people[sid].hears;
        const auto asked = std::ranges::find_if(
            steps, [](const calls::Step &step) { return std::holds_alternative<calls::AskKeys>(step); });
        if (asked != steps.end())
            follow(sid, calls::Steps(asked + 1, steps.end()));
    }

private:
    QString newText() const { return QStringLiteral("SM%1").arg(textList.size() + 1); }
    static calls::CarrierError errorOf(const Fault &fault)
    {
        return {fault.trouble, 12345, QStringLiteral("The phone company did not do it."), fault.lasting};
    }
    static calls::CarrierError gone()
    {
        return {calls::CarrierTrouble::Gone, 21220, QStringLiteral("This call is no longer there.")};
    }
    static calls::LegStatus statusOf(const QString &sid, const Person &person, const QString &line)
    {
        calls::LegStatus status;
        status.sid = sid;
        status.from = person.from;
        status.to = line.isEmpty() ? person.dialled : line;
        status.callerName = person.name;
        status.inbound = true;
        status.started = person.started;
        status.ended = person.ended;
        status.status =
            person.where == Where::Over ? QStringLiteral("completed") : QStringLiteral("in-progress");
        return status;
    }
    calls::LegStatus statusOf(const Leg &known) const
    {
        calls::LegStatus status;
        status.sid = known.sid;
        status.to = known.phone;
        status.status = known.status;
        status.started = known.started;
        return status;
    }
    auto waitFor(const QString &kind)
    {
        struct Hold
        {
            FakeCarrier &carrier;
            QString kind;
            bool await_ready() const { return !carrier.held.contains(kind); }
            void await_suspend(std::coroutine_handle<> waiting) { carrier.m_waiting[kind].append(waiting); }
            void await_resume() const {}
        };
        return Hold{*this, kind};
    }
    QCoro::Task<std::optional<Fault>> begin(QString kind, QString what)
    {
        requests.append(kind + u' ' + what);
        ++inFlight;
        mostInFlight = std::max(mostInFlight, inFlight);
        std::optional<Fault> fault;
        if (rate > 0 && inFlight > rate)
            fault = Fault{calls::CarrierTrouble::Limited};
        else if (!faults.value(kind).isEmpty())
            fault = faults[kind].takeFirst();
        auto sleep = m_clock.sleep(latency, this);
        co_await sleep;
        auto hold = waitFor(kind);
        co_await hold;
        --inFlight;
        if (shutDown)
            fault = Fault{calls::CarrierTrouble::Canceled, fault && fault->acts};
        co_return fault;
    }

    ManualClock &m_clock;
    QHash<QString, QList<std::coroutine_handle<>>> m_waiting;
    int m_talks = 0;
};

} // namespace anteroom::test
