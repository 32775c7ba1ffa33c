// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"

#include "simulator/notifications.h"
#include "simulator/numbers.h"
#include "simulator/phones.h"
#include "simulator/queues.h"
#include "simulator/sids.h"
#include "simulator/world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr int concurrencyExceeded = 10004;
constexpr auto betweenKeys = 200ms;

/// A token in the form of a PASSporT (RFC 8225); nobody has signed it.
QString passport(const Call &call, const QDateTime &now)
{
    const auto part = [](const QJsonObject &object) {
        return QString::fromLatin1(
            QJsonDocument(object)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    const QJsonObject head{{u"alg"_s, u"ES256"_s}, {u"ppt"_s, u"shaken"_s}, {u"typ"_s, u"passport"_s}};
    const QJsonObject claims{{u"dest"_s, QJsonObject{{u"tn"_s, QJsonArray{call.to.sliced(1)}}}},
                             {u"iat"_s, now.toSecsSinceEpoch()},
                             {u"orig"_s, QJsonObject{{u"tn"_s, call.from}}}};
    return u"%1.%2.%3"_s.arg(part(head), part(claims), u"c2ltdWxhdGVk"_s);
}

/// Puts somebody into that queue, with the phone company's own music.
QString waitingFor(const QString &queue)
{
    return QString::fromUtf8(twiml::write({{.name = u"Enqueue"_s, .text = queue}}));
}

} // namespace

Calls::Calls(World &world) : m_world(world)
{
}
Calls::~Calls() = default;

Leg &Calls::add(Call call, LegSetup setup, Person person)
{
    call.sid = m_world.sids().make(u"CA");
    call.created = call.updated = m_world.clock().now();
    m_legs.push_back(std::make_unique<Leg>(m_world, std::move(call), std::move(setup), std::move(person)));
    Leg &leg = *m_legs.back();
    m_bySid.insert(leg.sid(), &leg);
    ++m_living;
    connect(&leg, &Leg::ended, this, [this] { --m_living; });
    connect(&leg, &Leg::changed, this, &Calls::changed);
    return leg;
}

bool Calls::isFull() const
{
    const int most = m_world.account().mostCalls();
    return most > 0 && m_living >= most;
}

Result<void> Calls::checkUrl(const QString &url)
{
    const QUrl parsed = QUrl::fromEncoded(url.toUtf8(), QUrl::StrictMode);
    const bool web = parsed.scheme() == "http"_L1 || parsed.scheme() == "https"_L1;
    if (url.isEmpty() || !parsed.isValid() || parsed.host().isEmpty() || !web)
        return std::unexpected(ApiError{400, 21205, u"Url is not a valid URL: %1"_s.arg(url)});
    return {};
}

Result<Leg *> Calls::living(const QString &sid) const
{
    Leg *leg = m_bySid.value(sid);
    if (!leg)
        return std::unexpected(notFound(u"Calls/"_s + sid));
    if (!leg->isLiving())
        return std::unexpected(ApiError{400, 21220, u"Call is not in-progress. Cannot redirect."_s});
    return leg;
}

Result<Call> Calls::get(const QString &sid) const
{
    const Leg *leg = m_bySid.value(sid);
    if (!leg)
        return std::unexpected(notFound(u"Calls/"_s + sid));
    return leg->call();
}

Result<void> Calls::remove(const QString &sid)
{
    Leg *leg = m_bySid.value(sid);
    if (!leg)
        return std::unexpected(notFound(u"Calls/"_s + sid));
    if (leg->isLiving())
        return std::unexpected(ApiError{400, 20009, u"Call is still in progress and cannot be deleted"_s});
    m_bySid.remove(sid);
    const auto found = std::ranges::find_if(m_legs, [leg](const auto &each) { return each.get() == leg; });
    m_world.bury(std::shared_ptr<Leg>(std::move(*found)));
    m_legs.erase(found);
    return {};
}

QList<Call> Calls::list() const
{
    QList<Call> result;
    result.reserve(qsizetype(m_legs.size()));
    for (auto each = m_legs.crbegin(); each != m_legs.crend(); ++each)
        result.append((*each)->call());
    return result;
}

Result<Call> Calls::dial(const IncomingCall &request)
{
    const auto number = m_world.numbers().byNumber(request.to);
    if (!number || !number->voice)
        return std::unexpected(
            ApiError{404, 20404, u"%1 is none of this account's numbers"_s.arg(request.to)});
    if (isFull()) {
        m_world.notifications().add(concurrencyExceeded, u"Call concurrency limit exceeded"_s);
        return std::unexpected(ApiError{400, concurrencyExceeded, u"Call concurrency limit exceeded"_s});
    }
    if (!request.callerName.isEmpty())
        m_world.phones().setName(request.from, request.callerName);
    Call call;
    call.phoneNumberSid = number->sid;
    call.from = request.from;
    call.to = request.to;
    call.fromRegion = request.region == Region() ? Numbers::regionOf(request.from) : request.region;
    call.toRegion = number->region;
    call.direction = Direction::Inbound;
    call.callerName = number->callerIdLookup ? request.callerName : QString();
    call.forwardedFrom = request.forwardedFrom;
    call.stirVerstat = request.stirVerstat;
    if (call.stirVerstat.startsWith("TN-Validation"_L1))
        call.stirPassport = passport(call, m_world.clock().now());
    call.callToken = m_world.sids().word(64);
    const Numbers::Voice voice = m_world.numbers().voiceOf(*number);
    LegSetup setup;
    setup.document = voice.url;
    setup.fallback = voice.fallback;
    setup.statusCallback = voice.statusCallback;
    if (!request.waitsIn.isEmpty())
        setup.twiml = waitingFor(request.waitsIn);
    Leg &leg = add(std::move(call), std::move(setup),
                   {.presses = request.presses,
                    .speaksSeconds = request.speaksSeconds,
                    .hangsUpAfter = request.patienceSeconds});
    if (!request.waitsIn.isEmpty())
        m_world.queues().joinedEarlier(leg.sid(), m_world.clock().now().addSecs(-request.waitedSeconds));
    leg.ringIn();
    return leg.call();
}

Result<void> Calls::press(const QString &sid, const QString &digits)
{
    const auto leg = living(sid);
    if (!leg)
        return std::unexpected(leg.error());
    for (const QChar digit : digits) {
        if (!u"0123456789*#ABCDwW"_s.contains(digit))
            return std::unexpected(ApiError{400, 20001, u"Digits are 0-9, *, #, A-D, w and W"_s});
    }
    auto delay = 0ms;
    for (const QChar digit : digits) {
        if (digit == u'w' || digit == u'W')
            delay += digit == u'w' ? 500ms : 1000ms;
        else
            m_world.clock().after(delay, *leg, [target = *leg, digit] { target->key(digit); });
        delay += betweenKeys;
    }
    return {};
}

Result<void> Calls::hangUp(const QString &sid)
{
    const auto leg = living(sid);
    if (!leg)
        return std::unexpected(leg.error());
    const bool answered = (*leg)->call().answered.isValid();
    (*leg)->hangUp(answered ? CallStatus::Completed : CallStatus::NoAnswer, Leaving::HungUp);
    return {};
}

Result<void> Calls::speak(const QString &sid, std::chrono::milliseconds time)
{
    const auto leg = living(sid);
    if (!leg)
        return std::unexpected(leg.error());
    (*leg)->speak(std::clamp<std::chrono::milliseconds>(time, 0ms, 24h));
    return {};
}

QList<ExecutedVerb> Calls::executed(const QString &sid) const
{
    const Leg *leg = m_bySid.value(sid);
    return leg ? leg->executed() : QList<ExecutedVerb>();
}

Whereabouts Calls::whereabouts(const QString &sid) const
{
    const Leg *leg = m_bySid.value(sid);
    return leg ? leg->whereabouts() : Whereabouts{.place = u"over"_s};
}

Leg *Calls::addChild(const ChildCall &request)
{
    Call call;
    call.parentSid = request.parentSid;
    call.from = request.from;
    call.to = request.to;
    call.fromRegion = Numbers::regionOf(request.from);
    call.toRegion = Numbers::regionOf(request.to);
    call.direction = Direction::OutboundDial;
    if (const auto number = m_world.numbers().byNumber(request.from))
        call.phoneNumberSid = number->sid;
    return &add(std::move(call), request.setup, {});
}

void Calls::ringChild(Leg &child)
{
    // Later, so that the Dial has put everything in place when one fails at once.
    m_world.clock().after(0ms, &child, [this, &child] {
        if (!child.isLiving())
            return;
        const int most = m_world.account().mostCalls();
        if (most > 0 && m_living > most) {
            m_world.notifications().add(concurrencyExceeded, u"Call concurrency limit exceeded"_s,
                                        child.sid());
            child.hangUp(CallStatus::Failed, Leaving::Failed);
            return;
        }
        child.ringOut();
    });
}

} // namespace anteroom::simulator
