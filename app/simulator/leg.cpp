// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/leg.h"

#include "simulator/notifications.h"
#include "simulator/run.h"
#include "simulator/verbs/activity.h"
#include "simulator/world.h"

#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr qsizetype mostExecuted = 1000;
constexpr int mostFallbacks = 20;
// Facts 9.2, measured on one real call.
constexpr auto interruptedAction = 320ms;
constexpr auto redirectTarget = 650ms;
constexpr auto quietTarget = 100ms; ///< with no action to tell first
} // namespace

Leg::Leg(World &world, Call call, LegSetup setup, Person person)
    : m_world(world), m_call(std::move(call)), m_setup(std::move(setup)), m_person(std::move(person))
{
}

Leg::~Leg() = default;

Whereabouts Leg::whereabouts() const
{
    if (m_call.isOver())
        return {.place = u"over"_s};
    if (m_call.status != CallStatus::InProgress)
        return {.place = u"ringing"_s};
    return m_where;
}

void Leg::setWhere(const Whereabouts &where)
{
    const auto fields = [](const Whereabouts &w) { return std::tie(w.place, w.sid, w.name, w.with); };
    if (fields(m_where) == fields(where))
        return;
    m_where = where;
    emit changed(sid());
}

void Leg::note(const QString &verb, const QString &what, const QString &document)
{
    if (m_executed.size() >= mostExecuted)
        m_executed.removeFirst();
    m_executed.append({verb, what, document, m_world.clock().now()});
}

void Leg::answer()
{
    if (m_call.status != CallStatus::Ringing)
        return;
    m_call.answered = m_world.clock().now();
    m_where = {.place = u"document"_s};
    if (m_call.direction != Direction::Inbound)
        m_call.started = m_call.answered;
    setStatus(CallStatus::InProgress);
    const auto limit = std::chrono::seconds{m_setup.timeLimitSeconds};
    m_limit =
        m_world.clock().after(limit, this, [this] { hangUp(CallStatus::Completed, Leaving::TimeLimit); });
    report(u"answered"_s);
    emit answered();
}

void Leg::key(QChar digit)
{
    if (m_run && m_run->activity())
        m_run->activity()->key(digit);
}

void Leg::speak(std::chrono::milliseconds time)
{
    const bool heard = m_run && m_run->activity() && m_run->activity()->voice(time);
    if (!heard)
        m_person.unheard += time;
}

void Leg::start(const std::shared_ptr<Run> &run)
{
    stop(Leaving::Program);
    m_run = run;
}

void Leg::run(const WebAddress &address, const QString &kind, const http::Form &extra)
{
    start(std::make_shared<Run>(*this, twiml::Place::Voice, [this](Run::End end) { mainEnded(int(end)); }));
    m_run->fetch(address, kind, extra);
}

void Leg::perform(const QString &twiml)
{
    const auto document = twiml::read(twiml.toUtf8());
    if (!document) {
        m_world.notifications().add(document.error().code, document.error().sentence, sid());
        fail(document.error().code, {});
        return;
    }
    for (const twiml::Finding &finding : twiml::check(*document, twiml::Place::Voice))
        m_world.notifications().add(finding.code, finding.sentence, sid(), {}, true);
    start(std::make_shared<Run>(*this, twiml::Place::Voice, [this](Run::End end) { mainEnded(int(end)); }));
    m_run->perform(*document, {});
}

void Leg::adopt(const std::shared_ptr<Run> &run)
{
    start(run);
}

void Leg::mainEnded(int end)
{
    if (Run::End(end) == Run::End::Failed)
        fail(m_run->failureCode(), m_run->failureUrl());
    else
        hangUp(CallStatus::Completed, Leaving::Program);
}

void Leg::fail(int code, const QString &url, bool mayFallBack)
{
    const WebAddress fallback = m_setup.fallback;
    if (mayFallBack && !fallback.url.isEmpty() && fallback.url != url && ++m_fallbacks <= mostFallbacks) {
        http::Form error;
        error.add("ErrorCode"_ba, QByteArray::number(code));
        error.add("ErrorUrl"_ba, url.toUtf8());
        run(fallback, u"fallback"_s, error);
        return;
    }
    stop(Leaving::Failed);
    answer();
    note(u"ApplicationError"_s, u"We are sorry, an application error has occurred. Goodbye."_s, {});
    m_pending = std::make_unique<QObject>();
    m_world.clock().after(5s, m_pending.get(), [this] { hangUp(CallStatus::Completed, Leaving::Failed); });
}

std::optional<Farewell> Leg::stop(Leaving why)
{
    m_pending.reset();
    const auto run = std::exchange(m_run, nullptr);
    if (!run)
        return std::nullopt;
    run->cancel();
    auto farewell = run->activity() ? run->activity()->leave(why) : std::nullopt;
    m_world.bury(run);
    return farewell;
}

void Leg::dropRun(Leaving why)
{
    stop(why);
}

void Leg::sayGoodbye(const Farewell &farewell)
{
    if (farewell.address.url.isEmpty())
        return;
    http::Form form = parameters();
    for (const auto &[name, value] : farewell.parameters.fields())
        form.add(name, value);
    m_world.webhooks().fetch(
        {.kind = u"action"_s, .callSid = sid(), .address = farewell.address, .parameters = form}, this,
        [this, address = farewell.address](const WebhookAnswer &answer) {
            if (answer.errorCode != 0)
                m_world.notifications().add(answer.errorCode, answer.problem, sid(), address);
        });
}

void Leg::interrupt(std::function<void()> target)
{
    emit departing(Leaving::Redirected);
    const auto farewell = stop(Leaving::Redirected);
    setWhere({.place = u"document"_s});
    m_pending = std::make_unique<QObject>();
    Clock &clock = m_world.clock();
    if (farewell) {
        const auto late = redirectTarget + interruptedAction;
        clock.after(m_world.guesses().actionAfterTarget ? late : interruptedAction, this,
                    [this, farewell] { sayGoodbye(*farewell); });
    }
    clock.after(farewell ? redirectTarget : quietTarget, m_pending.get(), std::move(target));
}

void Leg::redirect(const WebAddress &address)
{
    interrupt([this, address] { run(address, u"redirect"_s); });
}

void Leg::redirectInline(const QString &twiml)
{
    interrupt([this, twiml] { perform(twiml); });
}

void Leg::hangUp(CallStatus status, Leaving why)
{
    if (m_call.isOver())
        return;
    const bool silent = status == CallStatus::Canceled && m_call.status == CallStatus::Queued;
    emit departing(why);
    m_call.ended = m_world.clock().now();
    m_call.status = status; // before the farewells, which report it
    m_world.clock().cancel(m_limit);
    m_world.clock().cancel(m_patience);
    const auto farewell = stop(why);
    setStatus(status);
    if (farewell)
        sayGoodbye(*farewell);
    if (!silent)
        report(u"completed"_s);
    emit ended();
}

void Leg::setStatus(CallStatus status)
{
    m_call.status = status;
    m_call.updated = m_world.clock().now();
    emit changed(sid());
}

} // namespace anteroom::simulator
