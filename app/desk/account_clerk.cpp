// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/account_clerk.h"

#include "twilio/number_pointing.h"
#include "twilio/rest_client.h"
#include "twilio/twilio_carrier.h"

#include <QCoroSignal>

#include <QScopeGuard>
#include <QTimer>
#include <QUuid>

#include <memory>

namespace anteroom::desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using calls::PhoneTrial;

namespace {

constexpr auto lookAgain = 1s;
constexpr int trialRingSeconds = 30;
constexpr int looksAtMost = 90; ///< ringing, hearing the question twice, and a little more

/// The words of an address that somebody can see it by.
QString wordOf(const QString &parameter)
{
    if (parameter == "VoiceUrl"_L1)
        return AccountClerk::tr("Calls go to");
    if (parameter == "VoiceFallbackUrl"_L1)
        return AccountClerk::tr("If that fails");
    if (parameter == "StatusCallback"_L1)
        return AccountClerk::tr("Told when a call ends");
    if (parameter == "VoiceApplicationSid"_L1)
        return AccountClerk::tr("TwiML app");
    if (parameter == "SmsUrl"_L1)
        return AccountClerk::tr("Texts go to");
    if (parameter == "SmsFallbackUrl"_L1)
        return AccountClerk::tr("Texts, if that fails");
    return {}; // a method, which means nothing by itself
}

QString valueOf(const QString &parameter, const QString &value)
{
    if (parameter == "VoiceApplicationSid"_L1)
        return value.isEmpty() ? AccountClerk::tr("none") : value;
    return twilio::shownAddress(value);
}

QString afterTrial(const QString &status)
{
    if (status == "busy"_L1)
        return AccountClerk::tr("Your phone is busy, or it turned the call away. Try again.");
    if (status == "no-answer"_L1)
        return AccountClerk::tr("Nobody answered. Try again, and pick up when it rings.");
    if (status == "failed"_L1)
        return AccountClerk::tr(
            "The phone company could not reach this phone. Check the number, and that the "
            "account may call that country.");
    return AccountClerk::tr("The phone was answered, but nobody pressed 1: perhaps it was a mailbox. Try "
                            "again, and press 1 when you are asked.");
}

} // namespace

AccountClerk::AccountClerk() = default;

AccountClerk::~AccountClerk()
{
    m_ending = true;
    while (!m_cancels.isEmpty()) {
        const auto cancel = m_cancels.take(m_cancels.constBegin().key());
        cancel();
    }
    Q_EMIT woken();
}

QNetworkAccessManager &AccountClerk::network()
{
    if (m_network == nullptr)
        m_network = new QNetworkAccessManager(this);
    return *m_network;
}

quint64 AccountClerk::remember(std::function<void()> cancel)
{
    m_cancels.insert(++m_lastCancel, std::move(cancel));
    return m_lastCancel;
}

void AccountClerk::check(const AccountQuestion &question)
{
    m_tasks.keep(checkNow(question));
}

void AccountClerk::tryKeys(const AccountQuestion &question)
{
    m_tasks.keep(tryNow(question));
}

void AccountClerk::listNumbers(const AccountQuestion &question)
{
    m_tasks.keep(listNow(question));
}

void AccountClerk::plan(const AccountQuestion &question)
{
    m_tasks.keep(planNow(question));
}

void AccountClerk::connectLine(const AccountQuestion &question)
{
    m_tasks.keep(connectNow(question));
}

void AccountClerk::release(const AccountQuestion &question)
{
    m_tasks.keep(releaseNow(question));
}

void AccountClerk::ring(const AccountQuestion &question)
{
    if (std::exchange(m_ringing, true))
        return;
    m_stopRinging = false;
    m_tasks.keep(ringNow(question));
}

void AccountClerk::stopRinging()
{
    m_stopRinging = true;
}

QCoro::Task<void> AccountClerk::checkNow(AccountQuestion question)
{
    // Shared, here and below: what is canceled ends this coroutine while it is still being canceled.
    const auto check = std::make_shared<twilio::AccountCheck>(question.account, question.places,
                                                              question.desk, network(), m_clock);
    const quint64 mine = remember([check] { check->cancel(); });
    const auto report = co_await check->run();
    m_cancels.remove(mine);
    if (!m_ending)
        Q_EMIT checked(report);
}

QCoro::Task<void> AccountClerk::tryNow(AccountQuestion question)
{
    const auto check = std::make_shared<twilio::AccountCheck>(question.account, question.places,
                                                              question.desk, network(), m_clock);
    const quint64 mine = remember([check] { check->cancel(); });
    const auto report = co_await check->runCredentials();
    m_cancels.remove(mine);
    if (m_ending)
        co_return;
    calls::EnteredAccount entered;
    for (const calls::CheckLine &line : report.lines) {
        if (line.grade == calls::CheckGrade::Failing && entered.problem.isEmpty())
            entered.problem = line.remedy.isEmpty() ? line.sentence : line.sentence + u' ' + line.remedy;
    }
    entered.account = question.account.sid.left(4) + u'…' + question.account.sid.right(4);
    entered.trial = check->isTrial();
    entered.canBeCalled = !question.account.authToken.isEmpty();
    Q_EMIT keysTried(entered);
}

QCoro::Task<void> AccountClerk::listNow(AccountQuestion question)
{
    const auto client =
        std::make_shared<twilio::RestClient>(question.account, question.places, network(), m_clock);
    twilio::NumberPointing pointing(*client, question.desk.numbersFile, question.desk.queue,
                                    question.desk.manners);
    pointing.setUrls(twilio::CallbackUrls(question.places.publicUrl));
    const quint64 mine = remember([client] { client->cancelAll(); });
    twilio::Numbers numbers(*client);
    const auto found = co_await numbers.list();
    m_cancels.remove(mine);
    if (m_ending)
        co_return;
    if (!found) {
        Q_EMIT numbersListed({}, found.error().trouble == calls::CarrierTrouble::Unauthorised
                                     ? tr("This API key may not read the account's numbers. Use a standard "
                                          "key, or the auth token alone.")
                                     : found.error().sentence);
        co_return;
    }
    QList<calls::AccountNumber> listed;
    for (const twilio::PhoneNumber &each : *found) {
        using Owner = calls::AccountNumber::Owner;
        const QString address = each.settings.value(u"VoiceUrl"_s);
        listed.append({each.number, each.name, each.takesCalls, each.takesTexts,
                       !each.trunkSid.isEmpty()         ? Owner::Trunk
                       : !each.applicationSid.isEmpty() ? Owner::App
                       : pointing.isKnown(each.number)  ? Owner::Us
                                                        : Owner::Nobody,
                       twilio::shownAddress(address)});
    }
    Q_EMIT numbersListed(
        listed, listed.isEmpty() ? tr("This account has no numbers yet. Buy one in Twilio's console (Phone "
                                      "Numbers, Buy a number; about a dollar a month), then look again.")
                                 : QString());
}

QCoro::Task<void> AccountClerk::planNow(AccountQuestion question)
{
    const auto client =
        std::make_shared<twilio::RestClient>(question.account, question.places, network(), m_clock);
    twilio::NumberPointing pointing(*client, question.desk.numbersFile, question.desk.queue,
                                    question.desk.manners);
    pointing.setUrls(twilio::CallbackUrls(question.places.publicUrl));
    const quint64 mine = remember([client] { client->cancelAll(); });
    const auto plan = co_await pointing.plan(question.desk.line);
    m_cancels.remove(mine);
    if (m_ending)
        co_return;
    if (!plan) {
        Q_EMIT planned({}, plan.error().sentence);
        co_return;
    }
    QList<calls::NumberChange> changes;
    const QStringList names = plan->changes();
    for (const QString &name : names) {
        if (const QString what = wordOf(name); !what.isEmpty())
            changes.append({what, valueOf(name, plan->number.settings.value(name)),
                            valueOf(name, plan->wanted.value(name))});
    }
    Q_EMIT planned(changes,
                   plan->number.trunkSid.isEmpty()
                       ? QString()
                       : tr("The number %1 belongs to a SIP trunk, which takes all its calls. Take it "
                            "off the trunk at Twilio, or choose another number.")
                             .arg(question.desk.line));
}

/// Pointing a number twice does no harm, so that an answer that was lost is asked for again.
QCoro::Task<void> AccountClerk::connectNow(AccountQuestion question)
{
    constexpr int attempts = 3;
    const auto client =
        std::make_shared<twilio::RestClient>(question.account, question.places, network(), m_clock);
    twilio::NumberPointing pointing(*client, question.desk.numbersFile, question.desk.queue,
                                    question.desk.manners);
    pointing.setUrls(twilio::CallbackUrls(question.places.publicUrl));
    const quint64 mine = remember([client] { client->cancelAll(); });
    calls::CarrierResult<void> done;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        done = co_await pointing.connect(question.desk.line);
        if (done || done.error().trouble != calls::CarrierTrouble::Unclear)
            break;
    }
    m_cancels.remove(mine);
    if (!m_ending)
        Q_EMIT connected(done ? QString() : done.error().sentence);
}

QCoro::Task<void> AccountClerk::releaseNow(AccountQuestion question)
{
    const auto client =
        std::make_shared<twilio::RestClient>(question.account, question.places, network(), m_clock);
    twilio::NumberPointing pointing(*client, question.desk.numbersFile, question.desk.queue,
                                    question.desk.manners);
    pointing.setUrls(twilio::CallbackUrls(question.places.publicUrl));
    const quint64 mine = remember([client] { client->cancelAll(); });
    const auto done = co_await pointing.release(question.desk.line);
    m_cancels.remove(mine);
    if (!m_ending)
        Q_EMIT released(done ? QString() : done.error().sentence);
}

/// Also without an address at which the phone company could ask: the key leads into a room, and whoever is
/// seen there has pressed it.
QCoro::Task<void> AccountClerk::ringNow(AccountQuestion question)
{
    const auto done = qScopeGuard([this] { m_ringing = false; });
    twilio::Places places = question.places;
    places.publicUrl.clear();
    const auto kept = std::make_shared<twilio::TwilioCarrier>(question.account, places, question.desk.queue,
                                                              question.desk.manners,
                                                              question.desk.numbersFile, network(), m_clock);
    twilio::TwilioCarrier &carrier = *kept;
    const quint64 mine = remember([kept] { kept->cancel(); });
    const auto forgotten = qScopeGuard([this, mine] { m_cancels.remove(mine); });
    const QString room = QUuid::createUuid().toString(QUuid::WithoutBraces);
    calls::RingPhone request;
    request.intent = room;
    request.phone = question.desk.phone;
    request.line = question.desk.line;
    request.ringSeconds = trialRingSeconds;
    request.inlineDocuments = true;
    request.whenAnswered = {
        calls::AskKeys{tr("This is Anteroom. Press 1 to confirm that this is your phone."), 1, 8, 2,
                       u"confirm"_s},
        calls::HangUp{}};
    request.whenConfirmed = {calls::Say{tr("Thank you. Callers will come to this phone.")},
                             calls::JoinStudio{room, true, u"left"_s}};
    const auto leg = co_await carrier.ringPhone(request);
    if (m_ending)
        co_return;
    if (!leg) {
        Q_EMIT phoneTried({PhoneTrial::Stage::Failed, leg.error().sentence});
        co_return;
    }
    Q_EMIT phoneTried({PhoneTrial::Stage::Ringing, tr("Your phone rings. Answer it and press 1.")});
    QString status;
    for (int look = 0; look < looksAtMost && !m_stopRinging && !m_ending; ++look) {
        QTimer::singleShot(lookAgain, this, &AccountClerk::woken);
        co_await qCoro(this, &AccountClerk::woken);
        if (m_ending)
            co_return;
        const auto there = co_await carrier.studio(room);
        if (there && !there->isEmpty()) {
            co_await carrier.hangUp(*leg);
            if (!m_ending)
                Q_EMIT phoneTried({PhoneTrial::Stage::Confirmed, tr("That is your phone: it answered, and "
                                                                    "somebody pressed 1.")});
            co_return;
        }
        const auto now = co_await carrier.status(*leg);
        if (now && now->isOver()) {
            status = now->status;
            break;
        }
    }
    if (m_ending)
        co_return;
    if (status.isEmpty())
        co_await carrier.hangUp(*leg);
    if (!m_ending)
        Q_EMIT phoneTried({PhoneTrial::Stage::Failed,
                           m_stopRinging ? tr("The phone was not confirmed.") : afterTrial(status)});
}

} // namespace anteroom::desk
