// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/switchboard.h"

#include "calls/switchboard_p.h"

#include <algorithm>

namespace anteroom::calls {

Switchboard::Switchboard(SwitchboardOptions options, Carrier &carrier, Journal &journal, CallLog &log,
                         Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(options), carrier, journal, log, clock))
{
    connect(&d->core.book, &DeskBook::queueChanged, this, &Switchboard::queueChanged);
    connect(&d->core.book, &DeskBook::lineChanged, this, &Switchboard::lineChanged);
    connect(&d->core.book, &DeskBook::phoneChanged, this, &Switchboard::phoneChanged);
    connect(&d->core.book, &DeskBook::closeOutChanged, this, &Switchboard::closeOutChanged);
    connect(&d->core.book, &DeskBook::messagesChanged, this, &Switchboard::messagesChanged);
    connect(&d->core.book, &DeskBook::missedCallsChanged, this, &Switchboard::missedCallsChanged);
    connect(&d->core.book, &DeskBook::textsChanged, this, &Switchboard::textsChanged);
    connect(&d->core, &DeskCore::notice, this, &Switchboard::notice);
    connect(&d->watch, &ConnectionWatch::changed, this, &Switchboard::connectionChanged);
    connect(&d->frontDoor, &FrontDoor::doubted, this, &Switchboard::frontDoorDoubted);
    d->core.book.put(d->core.options.line);
    d->takeManners();
}

Switchboard::~Switchboard() = default;

void Switchboard::start(const SavedDesk &saved)
{
    d->core.book.takeUp(saved, d->core.options.line);
    d->takeManners();
    d->openWithNoticeOnly();
    for (const Call &call : d->core.book.calls().values())
        d->forgetEnded(call);
    d->settleIntents();
    d->closeOut.takeUp();
    d->messages.takeUp();
    d->recorder.takeUp();
    d->times.start();
    d->asking.takeUp();
    d->passingOn.takeUp();
    d->deletions.takeUp();
    d->apologies.takeUp();
    d->listeners.takeUp();
    d->texts.start();
    d->watch.noteOpen(); // until a moment ago the number may have led elsewhere
    d->reconciliation.start();
    d->messageSearch.start();
}

QCoro::Task<void> Switchboard::stop()
{
    d->core.stopping = true;
    d->core.book.commit();
    co_await d->core.tasks.finished();
    d->core.book.commit();
}

Answer Switchboard::handle(const CarrierEvent &event)
{
    Answer answer;
    answer.steps = std::visit([this](const auto &news) { return d->hear(news); }, event);
    answer.mark = d->core.book.commit();
    return answer;
}

std::expected<void, Refusal> Switchboard::execute(const Seat &seat, const Command &command)
{
    if (auto verdict = d->mayAsk(seat, command); !verdict)
        return verdict;
    const Seat known = d->known(seat);
    std::visit([&](const auto &wish) { d->carryOut(known, wish); }, command);
    d->core.book.commit();
    d->reconciliation.hurry();
    return {};
}

void Switchboard::setSeats(const QList<Seat> &seats)
{
    d->seats.clear();
    for (const Seat &seat : seats)
        d->seats.insert(seat.name, seat);
    d->people.setSeats(seats);
    d->hostLine.setSeats(seats);
}

void Switchboard::setManners(LineManners manners)
{
    const bool told = !d->core.options.manners.lacksNotice();
    d->core.options.manners = std::move(manners);
    if (told && d->core.options.manners.lacksNotice() && line().open)
        Q_EMIT notice({}, Private::tr("Callers are not told any more that they may be recorded and aired, "
                                      "because the notice is empty: nobody is recorded. Write it in the "
                                      "settings under “Recording”, or close the line."));
    d->takeManners();
    d->times.mannersChanged();
}

void Switchboard::setAskPlan(AskPlan plan)
{
    const bool others = plan.phones != people();
    d->asking.setPlan(std::move(plan));
    if (others)
        Q_EMIT peopleChanged(people());
}

void Switchboard::setHostPlan(HostPlan plan)
{
    d->core.options.host = std::move(plan);
}

void Switchboard::setMessageKeeping(const QString &folder, int days)
{
    const bool otherFolder = folder != d->core.options.recordingsFolder;
    d->core.options.recordingsFolder = folder;
    d->core.options.keepMessagesDays = days;
    if (otherFolder)
        d->messages.takeUp();
    d->deletions.tidy();
}

void Switchboard::noteWebhook()
{
    d->watch.noteWebhook();
}

void Switchboard::noteProbe(bool reached)
{
    d->frontDoor.probed(reached);
}

void Switchboard::noteLimited()
{
    d->closeOut.noteLimited();
}

void Switchboard::tellNow()
{
    d->core.book.tellNow();
}

void Switchboard::notePublicUrl(const QString &url)
{
    d->core.options.publicUrl = url;
    d->watch.notePublicUrl(url);
}

QueueChange Switchboard::snapshot() const
{
    return {d->core.book.revision(), d->core.book.calls().values(), {}};
}

LineStatus Switchboard::line() const
{
    return d->core.book.line();
}

ConnectionStatus Switchboard::connection() const
{
    return d->watch.status();
}

CloseOutStatus Switchboard::closeOut() const
{
    return d->core.book.closeOut();
}

QList<SeatPhone> Switchboard::phones() const
{
    return d->core.book.phones();
}

QList<Message> Switchboard::messages() const
{
    return d->core.book.messages();
}

QList<MissedCall> Switchboard::missedCalls() const
{
    return d->core.book.missedCalls().values();
}

QList<AskPhone> Switchboard::people() const
{
    return d->people.plan().phones;
}

QStringList Switchboard::peopleNames() const
{
    QStringList names;
    for (const AskPhone &who : people())
        names.append(d->people.seatOf(who).name);
    return names;
}

TextsChange Switchboard::texts() const
{
    return {d->core.book.listenerTexts().values()};
}

QueueStatus Switchboard::queueStatus() const
{
    QueueStatus status;
    qint64 waited = 0;
    for (const Call &call : d->core.book.calls()) {
        if (!call.hearsMusic())
            continue;
        ++status.size;
        waited += std::max<qint64>(0, call.arrival.secsTo(d->core.clock.now()));
    }
    status.exists = d->reconciliation.queueExists();
    if (status.size > 0) {
        status.exists = true; // it came into being with whoever joined first
        status.averageWaitSeconds = int(waited / status.size);
    }
    return status;
}

} // namespace anteroom::calls
