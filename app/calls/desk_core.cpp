// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/desk_core.h"

#include <QUuid>

#include <algorithm>
#include <coroutine>

namespace anteroom::calls {

using namespace std::chrono_literals;

/// One who waits for the disk.
struct DeskCore::Written
{
    quint64 mark = 0;
    bool isOver = false;
    std::coroutine_handle<> waiter;

    void end()
    {
        isOver = true;
        if (const auto waiting = std::exchange(waiter, nullptr))
            waiting.resume();
    }
};

/// What written() awaits; may be copied, since a task may keep a copy of what it awaits.
class DeskCore::Wait
{
public:
    explicit Wait(std::shared_ptr<Written> what) : m_what(std::move(what)) {}
    bool await_ready() const noexcept { return m_what->isOver; }
    void await_suspend(std::coroutine_handle<> waiter) noexcept { m_what->waiter = waiter; }
    void await_resume() const noexcept {}

private:
    std::shared_ptr<Written> m_what;
};

DeskCore::DeskCore(SwitchboardOptions given, Carrier &theCarrier, Journal &theJournal, CallLog &theLog,
                   Clock &theClock)
    : options(std::move(given)),
      carrier(theCarrier),
      journal(theJournal),
      log(theLog),
      clock(theClock),
      book(theJournal)
{
    connect(&journal, &Journal::durable, this, [this](quint64 mark) {
        release([mark](const Written &waiting) { return waiting.mark <= mark; });
    });
}

DeskCore::~DeskCore() = default;

QCoro::Task<void> DeskCore::written()
{
    constexpr auto longestWait = 1s; // callers are served also by a desk whose disk is full
    const quint64 mark = book.commit();
    if (mark <= journal.durableMark())
        co_return;
    journal.hurry(); // before the window hears of it: its painting may keep this thread from its core
    const auto waiting = std::make_shared<Written>();
    waiting->mark = mark;
    m_unwritten.push_back(waiting);
    clock.after(longestWait, this,
                [this, it = waiting.get()] { release([it](const Written &other) { return &other == it; }); });
    Wait wait(waiting);
    co_await wait;
}

void DeskCore::release(const std::function<bool(const Written &)> &isDue)
{
    std::list<std::shared_ptr<Written>> due;
    for (auto each = m_unwritten.begin(); each != m_unwritten.end();) {
        const auto next = std::next(each);
        if (isDue(**each))
            due.splice(due.end(), m_unwritten, each);
        each = next;
    }
    for (const auto &waiting : due)
        waiting->end();
}

CallTurn DeskCore::turnOf(const Call &call, const TurnDetails &details) const
{
    CallTurn turn{call, details, book.line(), &options.manners,
                  details.at.isValid() ? details.at : clock.now()};
    if (details.asked && call.hearsMusic())
        turn.place = book.placeOf(call, turn.now);
    return turn;
}

bool DeskCore::turn(const QString &sid, const char16_t *event, const TurnDetails &details)
{
    const Call *call = book.find(sid);
    if (!call)
        return false;
    CallTurn turn = turnOf(*call, details);
    if (!callFlow().fire(turn, QString::fromUtf16(event)))
        return false;
    book.put(std::move(turn.call));
    return true;
}

Steps DeskCore::stepsFor(const Call &call, const TurnDetails &details) const
{
    return callFlow().render(turnOf(call, details));
}

Steps DeskCore::stepsIn(CallState state, Outcome outcome, const Call &call, const TurnDetails &details) const
{
    Call there = call;
    there.state = state;
    there.outcome = outcome;
    return stepsFor(there, details);
}

QString DeskCore::queueOf(const QString &sid) const
{
    return calls::queueOf(book.calls().value(sid), book.line());
}

QStringList DeskCore::queues() const
{
    QStringList names{book.line().queue};
    const auto add = [&names](const QString &name) {
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    };
    for (const MenuChoice &choice : options.manners.menu.choices)
        add(choice.queue);
    for (const Call &call : book.calls())
        if (!call.queue.isEmpty() && !call.hasEnded())
            add(call.queue);
    return names;
}

bool DeskCore::isFull(const QString &queue) const
{
    return options.manners.mostWaiting > 0 && book.standingIn(queue) >= options.manners.mostWaiting;
}

void DeskCore::noteSpokenTo(const QString &sid, const Steps &steps)
{
    constexpr auto onTheWay = 10s;
    const std::chrono::milliseconds length = timeToSay(steps);
    const bool waitsThen = std::ranges::any_of(
        steps, [](const Step &step) { return std::holds_alternative<WaitInQueue>(step); });
    if (length > 0ms && waitsThen)
        m_spokenTo.insert(sid, clock.now().addMSecs((length + onTheWay).count()));
    else
        m_spokenTo.remove(sid);
}

bool DeskCore::isSpokenTo(const QString &sid) const
{
    const auto until = m_spokenTo.constFind(sid);
    return until != m_spokenTo.cend() && clock.now() < *until;
}

void DeskCore::setDoing(const QString &sid, Doing doing, const QString &remark)
{
    const Call *known = book.find(sid);
    if (!known)
        return;
    Call call = *known;
    call.doing = doing;
    call.remark = remark;
    book.put(call);
}

Intent DeskCore::openIntent(IntentKind kind, const QString &sid, const QString &seat)
{
    Intent intent;
    intent.id = QUuid::createUuid().toString(QUuid::Id128);
    intent.kind = kind;
    intent.sid = sid;
    intent.seat = seat;
    intent.begun = clock.now();
    book.put(intent);
    return intent;
}

QString DeskCore::nameOf(const Call &call)
{
    if (!call.caller.name.isEmpty())
        return call.caller.name;
    return call.isWithheld() ? tr("the caller") : call.caller.number;
}

} // namespace anteroom::calls
