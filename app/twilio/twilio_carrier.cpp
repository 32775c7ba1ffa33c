// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/twilio_carrier.h"

#include "twilio/call_records.h"
#include "twilio/caller_identity.h"
#include "twilio/conferences.h"
#include "twilio/lookups.h"
#include "twilio/messages.h"
#include "twilio/number_pointing.h"
#include "twilio/queues.h"
#include "twilio/recordings.h"
#include "twilio/rest_client.h"
#include "twilio/steps_to_twiml.h"

#include <QHash>

#include <algorithm>
#include <chrono>

namespace anteroom::twilio {

using namespace std::chrono_literals;
using calls::CarrierResult;
using calls::CarrierTask;
using calls::CarrierTrouble;

namespace {

constexpr int tooManyCalls = 10004;

// Dates are whole seconds and an answer takes a while; less than this is no wrong clock.
constexpr std::chrono::milliseconds ordinarySkew = 3s;
constexpr int usualReads = 4;

} // namespace

class TwilioCarrier::Private
{
public:
    Private(Account account, const Places &places, QString queue, calls::LineManners lineManners,
            QString keepNumbersIn, QNetworkAccessManager &network, calls::Clock &clock)
        : client(std::move(account), places, network, clock),
          urls(places.publicUrl),
          manners(lineManners),
          queues(client),
          calls(client),
          conferences(client),
          recordings(client),
          messages(client),
          lookups(client),
          pointing(client, std::move(keepNumbersIn), std::move(queue), std::move(lineManners))
    {
        pointing.setUrls(urls);
        setPace();
    }

    /// Our addresses, as long as somebody answers there.
    CallbackUrls askedUrls() const { return askable ? urls : CallbackUrls(); }
    /// Where the queue is polled alone, one look at a time is enough, and spares the account's limits.
    void setPace() { client.setReadsAtOnce(askedUrls().canBeAsked() ? usualReads : 1); }

    Rendering rendering(const calls::Steps &steps, const QString &intent) const
    {
        Rendering result;
        result.urls = askedUrls();
        result.manners = manners;
        result.intent = intent;
        result.musicUrl = result.urls.music(musicPath);
        result.isLeg = std::any_of(steps.begin(), steps.end(), [](const calls::Step &step) {
            const auto *join = std::get_if<calls::JoinStudio>(&step);
            return join && join->asSeat;
        });
        return result;
    }

    /// Empty when there is no such queue.
    CarrierTask<QString> queueSid(QString name);
    QDateTime byOurClock(const QDateTime &theirs, const QDateTime &theirNow) const;

    RestClient client;
    CallbackUrls urls;
    bool askable = true;
    calls::LineManners manners;
    QByteArray musicPath;
    Queues queues;
    CallRecords calls;
    Conferences conferences;
    Recordings recordings;
    Messages messages;
    Lookups lookups;
    NumberPointing pointing;
    QHash<QString, QString> queueSids;
    QHash<QString, calls::LineKind> kinds; ///< each question is billed
};

TwilioCarrier::TwilioCarrier(Account account, const Places &places, QString queue, calls::LineManners manners,
                             QString keepNumbersIn, QNetworkAccessManager &network, calls::Clock &clock,
                             QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(std::move(account), places, std::move(queue), std::move(manners),
                                  std::move(keepNumbersIn), network, clock))
{
    connect(&d->client, &RestClient::answered, this, &TwilioCarrier::answered);
    d->pointing.setTell([this](const QString &sentence) { Q_EMIT remarked(sentence); });
    connect(&d->client, &RestClient::limited, this, &TwilioCarrier::limited);
}

TwilioCarrier::~TwilioCarrier()
{
    d->client.cancelAll(); // while everything that the waiting coroutines touch is still there
}

void TwilioCarrier::cancel()
{
    d->client.cancelAll();
}

void TwilioCarrier::setPublicUrl(const QUrl &url)
{
    d->urls = CallbackUrls(url);
    d->pointing.setUrls(d->urls);
    d->setPace();
}

void TwilioCarrier::setAskable(bool askable)
{
    d->askable = askable;
    d->pointing.setAskable(askable);
    d->setPace();
}

void TwilioCarrier::setManners(const calls::LineManners &manners)
{
    d->manners = manners;
    d->pointing.setManners(manners);
}

void TwilioCarrier::setHostNumber(const QString &number)
{
    d->pointing.setHostNumber(number);
}

void TwilioCarrier::setMusicPath(const QByteArray &path)
{
    d->musicPath = path;
}

CarrierTask<void> TwilioCarrier::connectNumber(QString line)
{
    return d->pointing.connect(std::move(line));
}

bool TwilioCarrier::hasConnected(const QString &line) const
{
    return d->pointing.isKnown(line);
}

CarrierTask<void> TwilioCarrier::releaseNumber(QString line)
{
    return d->pointing.release(std::move(line));
}

CarrierTask<void> TwilioCarrier::pointLine(QString line, calls::LineTarget target)
{
    return d->pointing.point(std::move(line), target);
}

CarrierTask<QString> TwilioCarrier::ringPhone(calls::RingPhone request)
{
    CreateCall call;
    call.to = request.phone;
    call.from = request.line;
    call.ringSeconds = request.ringSeconds;
    if (d->askedUrls().canBeAsked() && !request.inlineDocuments) {
        call.url = d->urls.leg(request.intent);
        call.statusCallback = d->urls.legStatus(request.intent);
    } else {
        Rendering rendering = d->rendering(request.whenAnswered, request.intent);
        rendering.urls = {};
        rendering.isLeg = true;
        rendering.afterKeys = request.whenConfirmed;
        const auto document = toInline(request.whenAnswered, rendering);
        if (!document)
            co_return std::unexpected(document.error());
        call.twiml = *document;
    }
    const auto created = co_await d->calls.create(call);
    if (!created) {
        if (created.error().code == tooManyCalls)
            Q_EMIT full();
        co_return std::unexpected(created.error());
    }
    co_return created->sid;
}

CarrierTask<QString> TwilioCarrier::callOut(calls::CallOut request)
{
    // The document goes along with the request: whoever answers hears it even if the desk is gone by then.
    const auto document = toInline(request.whenAnswered, d->rendering(request.whenAnswered, request.intent));
    if (!document)
        co_return std::unexpected(document.error());
    CreateCall call;
    call.to = request.number;
    call.from = request.line;
    call.ringSeconds = request.ringSeconds;
    call.twiml = *document;
    if (d->urls.canBeAsked())
        call.statusCallback = d->urls.legStatus(request.intent);
    const auto created = co_await d->calls.create(call);
    if (!created) {
        if (created.error().code == tooManyCalls)
            Q_EMIT full();
        co_return std::unexpected(created.error());
    }
    co_return created->sid;
}

CarrierTask<void> TwilioCarrier::instruct(QString sid, calls::Steps steps, QString intent)
{
    const auto document = toInline(steps, d->rendering(steps, intent));
    if (!document)
        co_return std::unexpected(document.error());
    const auto updated = co_await d->calls.updateDocument(sid, *document);
    if (!updated)
        co_return std::unexpected(updated.error());
    co_return CarrierResult<void>();
}

CarrierTask<void> TwilioCarrier::hangUp(QString sid)
{
    const auto updated = co_await d->calls.complete(sid);
    if (!updated)
        co_return std::unexpected(updated.error());
    co_return CarrierResult<void>();
}

CarrierTask<void> TwilioCarrier::sendText(QString to, QString line, QString body)
{
    const auto created = co_await d->messages.create(to, line, body);
    if (!created) {
        calls::CarrierError error = created.error();
        error.lasting = holdsForEveryText(error.code);
        co_return std::unexpected(error);
    }
    co_return CarrierResult<void>();
}

CarrierTask<void> TwilioCarrier::deleteRecording(QString recording)
{
    return d->recordings.remove(std::move(recording));
}

CarrierTask<QString> TwilioCarrier::startRecording(QString sid)
{
    const QString callback = d->urls.canBeAsked() ? d->urls.talk(sid) : QString();
    return d->recordings.start(std::move(sid), callback);
}

CarrierTask<void> TwilioCarrier::changeRecording(QString sid, QString recording,
                                                 calls::RecordingChange change)
{
    return d->recordings.change(std::move(sid), std::move(recording), change);
}

CarrierTask<bool> TwilioCarrier::deleteQueue(QString queue)
{
    d->queueSids.remove(queue); // never by what was known before: the name may stand for another queue by now
    const auto sid = co_await d->queueSid(queue);
    if (!sid)
        co_return std::unexpected(sid.error());
    if (sid->isEmpty())
        co_return true;
    auto now = co_await d->queues.read(*sid);
    if (now) {
        if (now->currentSize > 0)
            co_return false;
        const auto removed = co_await d->queues.remove(*sid);
        d->queueSids.remove(queue);
        if (removed)
            co_return true;
        // Somebody was faster, or the answer was lost: whichever code says so, a look tells.
        now = co_await d->queues.read(*sid);
        if (now)
            co_return false;
    }
    if (now.error().trouble != CarrierTrouble::Gone)
        co_return std::unexpected(now.error());
    d->queueSids.remove(queue);
    co_return true;
}

CarrierTask<QString> TwilioCarrier::Private::queueSid(QString name)
{
    if (const QString known = queueSids.value(name); !known.isEmpty())
        co_return known;
    const auto list = co_await queues.list();
    if (!list)
        co_return std::unexpected(list.error());
    QString sid;
    for (const Queue &queue : *list) {
        if (queue.name == name)
            sid = queue.sid;
    }
    if (!sid.isEmpty())
        queueSids.insert(name, sid);
    co_return sid;
}

QDateTime TwilioCarrier::Private::byOurClock(const QDateTime &theirs, const QDateTime &theirNow) const
{
    if (!theirs.isValid() || !theirNow.isValid())
        return theirs;
    const qint64 skew = theirNow.msecsTo(client.clock().now());
    return std::abs(skew) < ordinarySkew.count() ? theirs : theirs.addMSecs(skew);
}

CarrierTask<bool> TwilioCarrier::limitQueue(QString queue, int most)
{
    const auto list = co_await d->queues.list();
    if (!list)
        co_return std::unexpected(list.error());
    const auto found = std::ranges::find(*list, queue, &Queue::name);
    if (found == list->end())
        co_return false;
    if (found->maximumSize != most) {
        const QString sid = found->sid;
        const auto written = co_await d->queues.limit(sid, most);
        if (!written)
            co_return std::unexpected(written.error());
    }
    co_return true;
}

calls::HostedNotice TwilioCarrier::hostedNotice() const
{
    return d->pointing.hostedNotice();
}

CarrierTask<calls::WaitingList> TwilioCarrier::waiting(QString queue)
{
    calls::WaitingList result;
    const auto sid = co_await d->queueSid(queue);
    if (!sid)
        co_return std::unexpected(sid.error());
    if (sid->isEmpty())
        co_return result;
    const auto list = co_await d->queues.members(*sid);
    if (!list) {
        if (list.error().trouble != CarrierTrouble::Gone)
            co_return std::unexpected(list.error());
        d->queueSids.remove(queue); // deleted; the next caller creates it anew under another SID
        co_return result;
    }
    result.queueExists = true;
    for (const QueueMember &member : list->members)
        result.members.append({member.callSid, d->byOurClock(member.enqueued, list->at), member.enqueued});
    co_return result;
}

CarrierTask<calls::LegStatus> TwilioCarrier::status(QString sid)
{
    auto status = co_await d->calls.read(std::move(sid));
    if (status && status->inbound)
        status->from = knownNumber(status->from); // a withheld one comes in many spellings
    co_return status;
}

CarrierTask<QList<calls::LegStatus>> TwilioCarrier::legsTo(QString phone, QString line, QDateTime since)
{
    return d->calls.list(std::move(phone), std::move(line), std::move(since));
}

CarrierTask<QList<calls::LegStatus>> TwilioCarrier::callsTo(QString line, QDateTime since)
{
    auto calls = co_await d->calls.list(std::move(line), {}, std::move(since));
    if (calls)
        for (calls::LegStatus &call : *calls)
            if (call.inbound)
                call.from = knownNumber(call.from);
    co_return calls;
}

CarrierTask<QList<calls::StudioMember>> TwilioCarrier::studio(QString room)
{
    QList<calls::StudioMember> members;
    const auto sids = co_await d->conferences.running(room);
    if (!sids)
        co_return std::unexpected(sids.error());
    for (const QString &sid : *sids) {
        const auto participants = co_await d->conferences.participants(sid);
        if (!participants) {
            if (participants.error().trouble == CarrierTrouble::Gone)
                continue; // over since the list was read
            co_return std::unexpected(participants.error());
        }
        for (const Participant &participant : *participants)
            members.append({participant.callSid});
    }
    co_return members;
}

CarrierTask<QList<calls::RecordingInfo>> TwilioCarrier::recordingsOf(QString sid)
{
    return d->recordings.ofCall(std::move(sid));
}

CarrierTask<QList<calls::RecordingInfo>> TwilioCarrier::messagesSince(QDateTime since)
{
    return d->recordings.messagesSince(std::move(since));
}

CarrierTask<void> TwilioCarrier::fetchRecording(QString recording, QString intoFile)
{
    return d->recordings.fetch(std::move(recording), std::move(intoFile));
}

CarrierTask<calls::LineKind> TwilioCarrier::kindOf(QString number)
{
    if (const auto known = d->kinds.constFind(number); known != d->kinds.constEnd())
        co_return *known;
    const auto kind = co_await d->lookups.lineKind(number);
    if (!kind)
        co_return std::unexpected(kind.error());
    d->kinds.insert(number, *kind);
    co_return *kind;
}

CarrierTask<QList<calls::TextRecord>> TwilioCarrier::listTexts(QString from, QString to, QDateTime since)
{
    return d->messages.list(std::move(from), std::move(to), std::move(since));
}

} // namespace anteroom::twilio
