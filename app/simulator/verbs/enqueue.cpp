// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/enqueue.h"

#include "simulator/notifications.h"
#include "simulator/queues.h"
#include "simulator/verbs/dial_queue.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr auto shortestPass = 1000ms; ///< an empty wait document is not asked for more often
constexpr int queueFull = 14207;
} // namespace

void Enqueue::start()
{
    m_name = text();
    for (const twiml::Finding &finding : twiml::check({verb()}, twiml::Place::Voice)) {
        if (finding.code >= 14201 && finding.code <= 14229) {
            refuse(u"error"_s);
            return;
        }
    }
    const Queues::Entrance entrance = world().queues().enter(m_name, *this, leg().sid());
    if (entrance.full) {
        world().notifications().add(queueFull, u"The queue is full"_s, leg().sid(), {run().url()}, true);
        refuse(u"queue-full"_s);
        return;
    }
    m_queueSid = entrance.queueSid;
    m_enqueued = entrance.enqueued;
    leg().setWhere({.place = u"queue"_s, .sid = m_queueSid, .name = m_name});
    hearMusic();
}

void Enqueue::refuse(const QString &word)
{
    m_state = State::Over;
    http::Form form;
    form.add("QueueResult"_ba, word.toUtf8());
    proceed(form);
}

void Enqueue::hearMusic()
{
    m_music = {u"http://twimlets.com/holdmusic?Bucket=com.twilio.music.classical"_s, u"GET"_s};
    if (verb().hasAttribute(u"waitUrl")) {
        const QString url = attribute(u"waitUrl").trimmed();
        if (url.isEmpty())
            return; // silence
        m_music = {run().absolute(url), attribute(u"waitUrlMethod", u"POST"_s)};
    }
    m_inner =
        std::make_shared<Run>(leg(), twiml::Place::WaitDocument, [this](Run::End end) { passEnded(end); });
    m_inner->setParameters([this] { return place(); });
    ask();
}

void Enqueue::ask()
{
    m_passBegan = clock().now();
    m_inner->fetch(m_music, u"wait"_s);
}

http::Form Enqueue::place()
{
    http::Form form;
    const auto queue = world().queues().get(m_queueSid);
    form.add("QueueSid"_ba, m_queueSid.toUtf8());
    form.add("QueuePosition"_ba, QByteArray::number(world().queues().position(m_queueSid, *this)));
    form.add("QueueTime"_ba, QByteArray::number(m_enqueued.secsTo(clock().now())));
    form.add("AvgQueueTime"_ba, QByteArray::number(queue ? queue->averageWaitTime : 0));
    form.add("CurrentQueueSize"_ba, QByteArray::number(queue ? queue->currentSize : 0));
    form.add("MaxQueueSize"_ba, QByteArray::number(queue ? queue->maxSize : 0));
    return form;
}

void Enqueue::passEnded(Run::End end)
{
    if (m_state == State::Whispering) {
        if (end == Run::End::Failed)
            leg().fail(m_inner->failureCode(), m_inner->failureUrl());
        else
            connected();
        return;
    }
    switch (end) {
    case Run::End::OutOfVerbs: {
        const auto took = std::chrono::milliseconds{m_passBegan.msecsTo(clock().now())};
        clock().after(std::max(0ms, shortestPass - took), m_inner->life(), [this] { ask(); });
        break;
    }
    case Run::End::HungUp:
        leg().hangUp(CallStatus::Completed, Leaving::Program);
        break;
    case Run::End::Left:
        settleTime();
        stopInner();
        m_state = State::Over;
        proceed(result(u"leave"_s));
        break;
    case Run::End::Failed:
        // The number's fallback takes the call out of the queue, or the call ends as after any other failure.
        leg().fail(m_inner->failureCode(), m_inner->failureUrl(), !world().guesses().waitFetchEnds);
        break;
    }
}

void Enqueue::key(QChar digit)
{
    if (m_inner && m_inner->activity())
        m_inner->activity()->key(digit);
}

void Enqueue::settleTime()
{
    m_seconds = int(m_enqueued.secsTo(clock().now()));
    world().queues().leave(m_queueSid, *this);
}

void Enqueue::stopInner()
{
    const auto inner = std::exchange(m_inner, nullptr);
    if (!inner)
        return;
    inner->cancel();
    if (inner->activity())
        inner->activity()->leave(Leaving::Program);
    world().bury(inner);
}

http::Form Enqueue::result(const QString &word) const
{
    http::Form form;
    form.add("QueueResult"_ba, word.toUtf8());
    form.add("QueueSid"_ba, m_queueSid.toUtf8());
    form.add("QueueTime"_ba, QByteArray::number(m_seconds));
    return form;
}

void Enqueue::takenBy(DialQueue &dial, const std::optional<WebAddress> &whisper)
{
    m_dial = &dial;
    settleTime();
    stopInner();
    m_state = State::Whispering;
    if (!whisper) {
        connected();
        return;
    }
    http::Form form;
    form.add("QueueSid"_ba, m_queueSid.toUtf8());
    form.add("QueueTime"_ba, QByteArray::number(m_seconds));
    form.add("DequeingCallSid"_ba, dial.dialler().sid().toUtf8()); // sic, facts 0.5
    m_inner =
        std::make_shared<Run>(leg(), twiml::Place::QueueWhisper, [this](Run::End end) { passEnded(end); });
    m_inner->setParameters([form] { return form; });
    m_inner->fetch(*whisper, u"whisper"_s);
}

void Enqueue::connected()
{
    stopInner();
    m_state = State::Bridged;
    leg().setWhere({.place = u"dial"_s, .sid = m_queueSid, .name = m_name, .with = m_dial->dialler().sid()});
    m_dial->connected();
}

void Enqueue::bridgeOver()
{
    m_dial = nullptr;
    stopInner();
    const bool wasBridged = m_state == State::Bridged;
    m_state = State::Over;
    proceed(result(wasBridged ? u"bridged"_s : u"bridging-in-process"_s));
}

std::optional<Farewell> Enqueue::leave(Leaving why)
{
    if (m_state == State::Over)
        return std::nullopt;
    const bool redirected = why == Leaving::Redirected;
    QString word = redirected ? u"redirected"_s : u"hangup"_s;
    if (m_state == State::Waiting)
        settleTime();
    else if (m_state == State::Whispering)
        word = u"bridging-in-process"_s;
    else
        word = redirected ? u"redirected-from-bridged"_s : u"bridged"_s;
    if (DialQueue *dial = std::exchange(m_dial, nullptr))
        dial->callerLeft();
    stopInner();
    m_state = State::Over;
    const Guesses &guesses = world().guesses();
    if (redirected ? guesses.enqueueActionSilent : guesses.hangupActionSilent)
        return std::nullopt;
    return action(result(word));
}

} // namespace anteroom::simulator
