// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/account_check.h"

#include "calls/phone_address.h"
#include "twilio/hosted_documents.h"
#include "twilio/json_fields.h"
#include "twilio/origin.h"
#include "twilio/paging.h"
#include "twilio/queues.h"
#include "twiml/signature.h"

#include <QCoroNetworkReply>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QUuid>

#include <cmath>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using calls::CheckGrade;
using calls::Mend;

namespace {

struct CheckWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::twilio::AccountCheck)
};

constexpr double lowBalance = 5; ///< of whatever currency: some hours of a few callers
constexpr int trialCalls = 5;
constexpr int fewCalls = 3;
constexpr int mostCallerIds = 1'000;
constexpr int textsLookedAt = 50;
constexpr qint64 clockOff = 30; ///< seconds; an honest clock and a slow answer are never as far apart
constexpr auto frontDoorPatience = 10s;

/// Somebody waits for the answer: whether it works is the question, not whether it will after a while.
RestOptions impatient()
{
    RestOptions options;
    options.lanes = 1;
    options.readRepeats = 1;
    options.limitedRepeats = 3;
    options.timeout = 10s;
    return options;
}

Account withoutKey(Account account)
{
    account.apiKey.clear();
    account.apiSecret.clear();
    return account;
}

bool mayNot(const calls::CarrierError &error)
{
    return error.trouble == calls::CarrierTrouble::Unauthorised;
}

} // namespace

QString shownAddress(const QString &address)
{
    if (address.isEmpty())
        return CheckWords::tr("nothing");
    if (isHosted(address))
        return CheckWords::tr("a document that the phone company hosts");
    const QString shown = QUrl(address).toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    constexpr qsizetype longest = 120;
    return shown.size() > longest ? shown.left(longest - 1) + u'…' : shown;
}

AccountCheck::AccountCheck(Account account, Places places, CheckedDesk desk, QNetworkAccessManager &network,
                           calls::Clock &clock)
    : m_account(std::move(account)),
      m_places(std::move(places)),
      m_desk(std::move(desk)),
      m_network(network),
      m_clock(clock),
      m_client(m_account, m_places, network, clock, impatient()),
      m_byToken(withoutKey(m_account), m_places, network, clock, impatient()),
      m_pointing(m_client, m_desk.numbersFile, m_desk.queue, m_desk.manners)
{
    m_pointing.setUrls(CallbackUrls(m_places.publicUrl));
}

AccountCheck::~AccountCheck()
{
    cancel(); // while everything is there that a coroutine looks at before it ends
}

void AccountCheck::cancel()
{
    m_canceled = true;
    m_byToken.cancelAll();
    if (m_frontDoor)
        m_frontDoor->abort();
    // The last of them: whoever waits for the report may let this object go as soon as it is there.
    m_client.cancelAll();
}

void AccountCheck::add(Line line)
{
    m_report.lines.append(std::move(line));
}

calls::CarrierTask<RestAnswer> AccountCheck::read(QByteArray resource, http::Form fields)
{
    RestRequest request{.path = m_client.accountPath(resource), .fields = std::move(fields)};
    auto answer = co_await m_client.send(std::move(request));
    co_return answer;
}

QCoro::Task<bool> AccountCheck::openAccount()
{
    m_report = {m_clock.now(), {}};
    http::Form one;
    one.add("PageSize", "1");
    const QDateTime before = m_clock.now();
    // Not the account itself: a key may not read that (facts 3.1).
    const auto first = co_await read("Queues.json"_ba, one);
    m_asked = before.addMSecs(before.msecsTo(m_clock.now()) / 2);
    if (first)
        m_theirTime = first->date;
    if (!tellCredentials(first))
        co_return false;
    co_await checkAccount();
    co_return true;
}

QCoro::Task<calls::AccountReport> AccountCheck::runCredentials()
{
    co_await openAccount();
    co_return m_report;
}

QCoro::Task<calls::AccountReport> AccountCheck::run()
{
    const bool isOpen = co_await openAccount();
    if (!isOpen)
        co_return m_report;
    const auto plan = co_await m_pointing.plan(m_desk.line);
    tellNumber(plan);
    if (plan && plan->number.trunkSid.isEmpty())
        tellPointing(*plan);
    co_await checkSignature();
    if (plan && plan->number.trunkSid.isEmpty())
        tellFallback(plan->number);
    co_await checkBalance();
    tellCallsAtOnce();
    co_await checkQueue();
    if (plan) {
        co_await checkTexts(plan->number);
        tellNames(plan->number);
    }
    co_await checkPhone();
    tellClock();
    co_return m_report;
}

bool AccountCheck::tellCredentials(const calls::CarrierResult<RestAnswer> &answer)
{
    Line line{u"credentials"_s, CheckGrade::Failing, CheckWords::tr("Account")};
    line.mend = Mend::EnterAccount;
    if (answer) {
        line.grade = CheckGrade::Fine;
        line.mend = Mend::None;
        line.sentence = m_account.apiKey.isEmpty()
                            ? CheckWords::tr("The phone company accepts the account SID and the auth token.")
                            : CheckWords::tr("The phone company accepts the account's API key.");
        add(line);
        return true;
    }
    const calls::CarrierError &error = answer.error();
    if (error.code == 20005) {
        line.sentence = CheckWords::tr("The account is suspended, so callers do not get through.");
        line.remedy = CheckWords::tr("Settle this with Twilio; its console says why.");
        line.mend = Mend::None;
    } else if (error.code == 20008) {
        line.sentence = CheckWords::tr("These are test credentials, which take no calls.");
        line.remedy = CheckWords::tr("Enter the live credentials of the account.");
    } else if (mayNot(error) && !m_account.apiKey.isEmpty()) {
        line.sentence = CheckWords::tr("The phone company does not accept the API key, or the key may not "
                                       "read queues.");
        line.remedy = CheckWords::tr("Use a standard key of this account, or the auth token alone.");
    } else if (mayNot(error)) {
        line.sentence = CheckWords::tr("The phone company does not accept the account SID with this auth "
                                       "token.");
        line.remedy = CheckWords::tr("Copy both anew from the first page of Twilio's console. An account in "
                                     "another region than the United States has a token for each region.");
    } else {
        line.sentence = error.sentence; // the way there: no network, a proxy, trouble at the other end
        line.mend = Mend::None;
    }
    add(line);
    return false;
}

/// Its type, and whether the token that we hold is the one that signs: a second token logs in as well.
QCoro::Task<void> AccountCheck::checkAccount()
{
    if (m_account.authToken.isEmpty())
        co_return;
    RestRequest request{.path =
                            "/2010-04-01/Accounts/" + http::percentEncode(m_account.sid.toUtf8()) + ".json"};
    const auto answer = co_await m_byToken.send(std::move(request));
    if (!answer) {
        if (mayNot(answer.error()))
            m_tokenSigns = false;
        co_return;
    }
    m_type = textField(answer->json, "type"_L1);
    const QString primary = textField(answer->json, "auth_token"_L1);
    if (!primary.isEmpty())
        m_tokenSigns = primary.toUtf8() == m_account.authToken;
    const QString status = textField(answer->json, "status"_L1);
    if (!status.isEmpty() && status != "active"_L1)
        add({u"status"_s, CheckGrade::Failing, CheckWords::tr("Account"),
             CheckWords::tr("The account is not active, so callers do not get through."),
             CheckWords::tr("Settle this with Twilio; its console says why.")});
}

void AccountCheck::tellNumber(const calls::CarrierResult<NumberPlan> &plan)
{
    Line line{u"number"_s, CheckGrade::Failing, CheckWords::tr("Number")};
    line.mend = Mend::ChooseNumber;
    if (m_desk.line.isEmpty()) {
        line.sentence = CheckWords::tr("No number has been chosen, so nobody can call this desk.");
        line.remedy = CheckWords::tr("Choose one of the account's numbers.");
    } else if (!plan) {
        line.sentence = plan.error().trouble == calls::CarrierTrouble::Gone
                            ? CheckWords::tr("The account has no number %1.").arg(m_desk.line)
                            : plan.error().sentence;
        line.remedy = CheckWords::tr("Choose one of the account's numbers.");
        if (mayNot(plan.error())) {
            line.sentence = CheckWords::tr("The API key may not read the account's numbers.");
            line.remedy = CheckWords::tr("Use a standard key, or the auth token alone.");
            line.mend = Mend::EnterAccount;
        }
    } else if (!plan->number.trunkSid.isEmpty()) {
        line.sentence =
            CheckWords::tr("%1 belongs to a SIP trunk, which takes all its calls.").arg(m_desk.line);
        line.remedy = CheckWords::tr("Take the number off the trunk at Twilio, or choose another number.");
    } else if (!plan->number.takesCalls) {
        line.sentence = CheckWords::tr("%1 takes no calls, only texts.").arg(m_desk.line);
        line.remedy = CheckWords::tr("Choose a number with voice.");
    } else {
        line.grade = CheckGrade::Fine;
        line.mend = Mend::None;
        line.sentence = plan->number.takesTexts
                            ? CheckWords::tr("%1 is the account's; it takes calls and texts.")
                            : CheckWords::tr("%1 is the account's; it takes calls, but no texts.");
        line.sentence = line.sentence.arg(m_desk.line);
    }
    add(line);
}

void AccountCheck::tellPointing(const NumberPlan &plan)
{
    Line line{u"pointing"_s, CheckGrade::Failing, CheckWords::tr("Where calls go")};
    line.mend = Mend::PointNumber;
    line.remedy = CheckWords::tr("Point the number here; what it was set to is kept.");
    const QString address = plan.number.settings.value(u"VoiceUrl"_s);
    const bool polls = m_places.publicUrl.isEmpty();
    if (!plan.number.applicationSid.isEmpty()) {
        line.sentence = CheckWords::tr("A TwiML app (%1) takes the calls before they could come here.")
                            .arg(plan.number.applicationSid);
    } else if (plan.isDone()) {
        line.grade = CheckGrade::Fine;
        line.sentence = polls ? CheckWords::tr("Calls go into a queue at the phone company, where this desk "
                                               "finds them.")
                              : CheckWords::tr("Calls come to this desk.");
    } else if (plan.isOurs && isHosted(address) && !m_desk.isOpen) {
        line.grade = CheckGrade::Fine;
        line.sentence = CheckWords::tr("The number is set up for this desk; while it is closed or away, "
                                       "callers hear what the phone company keeps for it.");
    } else if (plan.isOurs && polls) {
        line.sentence = CheckWords::tr("Calls are sent to an address of this desk (%1), but it has none now.")
                            .arg(shownAddress(address));
    } else if (plan.isOurs) {
        line.sentence = CheckWords::tr("Calls do not come to this desk at the moment; they get %1.")
                            .arg(shownAddress(address));
    } else if (address.isEmpty()) {
        line.sentence = CheckWords::tr("Calls go nowhere: the number has no address for them.");
    } else {
        line.sentence = CheckWords::tr("Calls go elsewhere (%1).").arg(shownAddress(address));
    }
    if (line.grade == CheckGrade::Fine) {
        line.mend = Mend::None;
        line.remedy.clear();
    }
    add(line);
}

QCoro::Task<void> AccountCheck::checkSignature()
{
    Line line{u"signature"_s, CheckGrade::Fine, CheckWords::tr("Signatures")};
    if (m_places.publicUrl.isEmpty()) {
        line.sentence = CheckWords::tr("There is nothing to sign: this desk has no public address, and looks "
                                       "every few seconds.");
        add(line);
        co_return;
    }
    line.grade = CheckGrade::Failing;
    line.mend = Mend::EnterAccount;
    if (m_account.authToken.isEmpty()) {
        line.sentence =
            CheckWords::tr("With an API key alone nobody can tell whether a request is really the "
                           "phone company's, so none is answered.");
        line.remedy = CheckWords::tr("Enter the auth token as well, or do without the public address.");
        add(line);
        co_return;
    }
    if (m_tokenSigns == false) {
        line.sentence = CheckWords::tr("The phone company signs with another token than this one, so its "
                                       "requests are refused here.");
        line.remedy = CheckWords::tr("Enter the account's primary auth token.");
        add(line);
        co_return;
    }
    co_await askFrontDoor();
}

/// The same question that the phone company would ask, signed as it signs: in through the public address,
/// whatever tunnel or proxy is on the way.
QCoro::Task<void> AccountCheck::askFrontDoor()
{
    if (m_canceled)
        co_return;
    Line line{u"signature"_s, CheckGrade::Warning, CheckWords::tr("Signatures")};
    QByteArray address = m_places.publicUrl.toEncoded(QUrl::StripTrailingSlash);
    while (address.endsWith('/'))
        address.chop(1);
    const QByteArray nonce = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    address += "/health?nonce=" + nonce;
    QNetworkRequest request(QUrl::fromEncoded(address, QUrl::StrictMode));
    request.setTransferTimeout(int(std::chrono::milliseconds(frontDoorPatience).count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("X-Twilio-Signature", twiml::sign(m_account.authToken, address, {}));
    request.setRawHeader("User-Agent", "Anteroom/" ANTEROOM_VERSION);
    m_frontDoor = m_network.get(request);
    QNetworkReply *reply = m_frontDoor;
    co_await reply;
    reply->deleteLater();
    const QJsonObject json = QJsonDocument::fromJson(reply->readAll()).object();
    const QString shown = shownAddress(m_places.publicUrl.toString());
    if (json.value("nonce"_L1).toString().toLatin1() != nonce) {
        line.sentence = CheckWords::tr("This desk does not answer at %1, so calls get what the phone company "
                                       "keeps for it.")
                            .arg(shown);
        line.remedy =
            CheckWords::tr("Start Anteroom and the tunnel or proxy in front of it, and check again.");
        if (m_desk.isOpen)
            line.grade = CheckGrade::Failing;
    } else if (json.value("signature"_L1).toString() != "right"_L1) {
        line.grade = CheckGrade::Failing;
        line.sentence =
            CheckWords::tr("A request that was signed for %1 is not recognised here: something on "
                           "the way changes it, or this desk has another address or token.")
                .arg(shown);
        line.remedy = CheckWords::tr("Let the tunnel or proxy pass on path, query and headers as they come, "
                                     "and see that the public address is exactly the one in use.");
    } else {
        line.grade = CheckGrade::Fine;
        line.sentence = CheckWords::tr("A signed request came in at %1 and was recognised.").arg(shown);
    }
    add(line);
}

void AccountCheck::tellFallback(const PhoneNumber &number)
{
    Line line{u"fallback"_s, CheckGrade::Fine, CheckWords::tr("If this desk fails")};
    const QString address = number.settings.value(u"VoiceFallbackUrl"_s);
    if (isHosted(address) ||
        (m_places.publicUrl.isEmpty() && isHosted(number.settings.value(u"VoiceUrl"_s)))) {
        line.sentence = CheckWords::tr("Callers go on hearing music, and then voicemail, without this desk.");
    } else {
        line.grade = CheckGrade::Failing;
        line.sentence = address.isEmpty()
                            ? CheckWords::tr("Should this desk fail, new callers hear an error and are cut "
                                             "off: the number has no fallback.")
                            : CheckWords::tr("Should this desk fail, callers go elsewhere (%1).")
                                  .arg(shownAddress(address));
        line.remedy = CheckWords::tr("Point the number here; that sets its fallback, too.");
        line.mend = Mend::PointNumber;
    }
    add(line);
}

QCoro::Task<void> AccountCheck::checkBalance()
{
    Line line{u"balance"_s, CheckGrade::Fine, CheckWords::tr("Balance")};
    const auto answer = co_await read("Balance.json"_ba, {});
    bool isNumber = false;
    const double amount =
        answer ? answer->json.value("balance"_L1).toVariant().toString().toDouble(&isNumber) : 0;
    if (!answer || !isNumber) {
        line.grade = CheckGrade::Warning;
        line.sentence = answer || mayNot(answer.error())
                            ? CheckWords::tr("The balance cannot be read with these credentials.")
                            : CheckWords::tr("The balance could not be read.");
        line.remedy = CheckWords::tr("Look at it in Twilio's console before a long show.");
        add(line);
        co_return;
    }
    const QString shown =
        u"%1 %2"_s.arg(QLocale().toString(amount, 'f', 2), textField(answer->json, "currency"_L1)).trimmed();
    line.sentence = CheckWords::tr("The account holds %1.").arg(shown);
    line.remedy = CheckWords::tr("Add money in Twilio's console.");
    if (amount <= 0) {
        line.grade = CheckGrade::Failing;
        line.sentence = CheckWords::tr("The account holds %1: calls are refused.").arg(shown);
    } else if (amount < lowBalance) {
        line.grade = CheckGrade::Warning;
        line.sentence = CheckWords::tr("The account holds only %1, which a busy show may use up.").arg(shown);
    } else {
        line.remedy.clear();
    }
    add(line);
}

/// Nobody tells the limit of a full account (facts 3.3); what it depends on cannot be read.
void AccountCheck::tellCallsAtOnce()
{
    Line line{u"concurrency"_s, CheckGrade::Fine, CheckWords::tr("Calls at a time")};
    const int learnt = m_desk.callsAtOnce;
    const int known =
        m_type == "Trial"_L1 ? (learnt > 0 ? std::min(learnt, trialCalls) : trialCalls) : learnt;
    if (m_type == "Trial"_L1) {
        line.grade = CheckGrade::Warning;
        line.sentence =
            CheckWords::tr("This is a trial account. It carries %1 calls at a time, your own phone "
                           "is one of them, and rings only phones that are verified.")
                .arg(known);
        line.remedy = CheckWords::tr("Upgrade the account in Twilio's console before a real show.");
    } else if (known > 0) {
        line.sentence = CheckWords::tr("Your account probably carries %1 calls at a time, your own phone is "
                                       "one of them: more were refused before.")
                            .arg(known);
        if (known <= fewCalls) {
            line.grade = CheckGrade::Warning;
            line.remedy =
                CheckWords::tr("Have a business profile approved in Twilio's console; then there is "
                               "no such limit.");
        }
    } else {
        line.sentence = CheckWords::tr("No limit has been met so far. An account without an approved profile "
                                       "carries 2 calls at a time, with an individual's profile 3, with a "
                                       "business's as many as you like; your own phone is one of them.");
    }
    add(line);
}

QCoro::Task<void> AccountCheck::checkQueue()
{
    Line line{u"queue"_s, CheckGrade::Fine, CheckWords::tr("Queue")};
    Queues queues(m_client);
    const auto all = co_await queues.list();
    if (!all) {
        line.grade = mayNot(all.error()) ? CheckGrade::Failing : CheckGrade::Warning;
        line.sentence = all.error().sentence;
        add(line);
        co_return;
    }
    const auto found = std::ranges::find(*all, m_desk.queue, &Queue::name);
    const int wanted = m_desk.manners.mostWaiting;
    if (found == all->end()) {
        line.sentence = CheckWords::tr("The queue “%1” is made with the first caller, for up to 1,000.")
                            .arg(m_desk.queue);
    } else if (found->currentSize >= found->maximumSize) {
        line.grade = CheckGrade::Failing;
        line.sentence = CheckWords::tr("The queue “%1” is full: %2 wait, and nobody else gets in.")
                            .arg(m_desk.queue)
                            .arg(found->currentSize);
        line.remedy = CheckWords::tr("Take callers, or allow more of them in the settings.");
    } else if (wanted > found->maximumSize) {
        line.grade = CheckGrade::Warning;
        line.sentence = CheckWords::tr("The queue “%1” holds %2 callers, fewer than the %3 of the settings.")
                            .arg(m_desk.queue)
                            .arg(found->maximumSize)
                            .arg(wanted);
        line.remedy =
            CheckWords::tr("It is made larger when the desk starts; if it stays so, make it larger at "
                           "Twilio.");
    } else {
        line.sentence = CheckWords::tr("The queue “%1” holds up to %2 callers; %3 wait.")
                            .arg(m_desk.queue)
                            .arg(found->maximumSize)
                            .arg(found->currentSize);
    }
    add(line);
}

QCoro::Task<void> AccountCheck::checkTexts(PhoneNumber number)
{
    Line line{u"texts"_s, CheckGrade::Fine, CheckWords::tr("Texts")};
    if (!m_desk.manners.textsOn) {
        line.sentence = CheckWords::tr("Texts are switched off in the settings.");
        add(line);
        co_return;
    }
    if (!number.takesTexts) {
        line.grade = CheckGrade::Warning;
        line.sentence =
            CheckWords::tr("%1 cannot send texts; what would be texted is not sent.").arg(number.number);
        line.remedy = CheckWords::tr("Use a number with texts, or let callers be told by voice.");
        add(line);
        co_return;
    }
    RestRequest request{.path = m_client.accountPath("Messages.json")};
    request.fields.add("From", number.number.toUtf8());
    const auto sent = co_await readAll(&m_client, std::move(request), u"messages"_s, textsLookedAt);
    if (!sent) {
        line.grade = CheckGrade::Warning;
        line.sentence =
            mayNot(sent.error()) ? CheckWords::tr("The API key may not read texts.") : sent.error().sentence;
        add(line);
        co_return;
    }
    // Newest first: the last one whose end is known tells how it stands today.
    int code = 0;
    bool delivered = false;
    for (const auto &element : *sent) {
        const QJsonObject text = element.toObject();
        code = numberField(text, "error_code"_L1);
        delivered = textField(text, "status"_L1) == "delivered"_L1;
        if (code != 0 || delivered)
            break;
    }
    if (code == 30034 || code == 30032 || code == 30035) {
        line.grade = CheckGrade::Failing;
        line.sentence =
            CheckWords::tr("Texts from %1 are not delivered: the number is not registered for them "
                           "(error %2).")
                .arg(number.number)
                .arg(code);
        line.remedy = code == 30032 ? CheckWords::tr("Verify the toll-free number in Twilio's console.")
                                    : CheckWords::tr("Register it (A2P 10DLC) in Twilio's console, or let "
                                                     "callers be told by voice.");
    } else if (m_type == "Trial"_L1) {
        line.grade = CheckGrade::Warning;
        line.sentence = CheckWords::tr("A trial account texts verified phones only.");
        line.remedy = CheckWords::tr("Upgrade the account in Twilio's console.");
    } else if (delivered) {
        line.sentence = CheckWords::tr("The last text from %1 was delivered.").arg(number.number);
    } else {
        line.sentence =
            CheckWords::tr("%1 can send texts. In the United States it must be registered for them; "
                           "the first text shows whether it is.")
                .arg(number.number);
    }
    add(line);
}

void AccountCheck::tellNames(const PhoneNumber &number)
{
    Line line{u"names"_s, CheckGrade::Fine, CheckWords::tr("Callers' names")};
    if (number.looksUpNames) {
        line.sentence = CheckWords::tr("Caller ID lookup is on: callers in the United States have a name.");
    } else {
        line.grade = CheckGrade::Warning;
        line.sentence = CheckWords::tr("Caller ID lookup is off: callers have a number, but no name.");
        line.remedy = CheckWords::tr("Switch it on for the number in Twilio's console; it costs about a cent "
                                     "for each call.");
    }
    add(line);
}

QCoro::Task<void> AccountCheck::checkPhone()
{
    Line line{u"phone"_s, CheckGrade::Failing, CheckWords::tr("My phone")};
    line.mend = Mend::ChoosePhone;
    const QString phone = m_desk.phone;
    const bool isAddress = calls::isPhoneAddress(phone);
    if (phone.isEmpty()) {
        line.sentence = CheckWords::tr("No phone is set, so no caller can be taken.");
        line.remedy = CheckWords::tr("Set your phone.");
    } else if (isAddress ? !calls::phoneAddress(phone).has_value()
                         : !phone.startsWith(u'+') || phone.size() < 8 || phone.size() > 16) {
        line.sentence = CheckWords::tr("“%1” is nothing that can be called.").arg(phone);
        line.remedy = CheckWords::tr("Write it with its country code, such as +1 415 555 0177.");
    } else if (phone == m_desk.line) {
        line.sentence = CheckWords::tr("Your phone is the number that callers dial; it cannot ring itself.");
        line.remedy = CheckWords::tr("Set another phone.");
    } else {
        line.grade = CheckGrade::Fine;
        line.mend = Mend::RingPhone;
        line.sentence = CheckWords::tr("%1 can be called as it is written.").arg(phone);
        line.remedy = CheckWords::tr("Ring it once to be sure.");
        if (m_type == "Trial"_L1 && !isAddress) {
            RestRequest request{.path = m_client.accountPath("OutgoingCallerIds.json")};
            const auto verified =
                co_await readAll(&m_client, std::move(request), u"outgoing_caller_ids"_s, mostCallerIds);
            if (verified && std::ranges::none_of(*verified, [&](const QJsonValue &each) {
                    return textField(each.toObject(), "phone_number"_L1) == phone;
                })) {
                line.grade = CheckGrade::Failing;
                line.mend = Mend::ChoosePhone;
                line.sentence =
                    CheckWords::tr("%1 is not verified, and a trial account rings no other phones.")
                        .arg(phone);
                line.remedy = CheckWords::tr("Verify it in Twilio's console, or upgrade the account.");
            }
        }
    }
    add(line);
}

void AccountCheck::tellClock()
{
    if (!m_theirTime.isValid())
        return;
    Line line{u"clock"_s, CheckGrade::Fine, CheckWords::tr("Clock")};
    const qint64 off = std::abs(m_theirTime.secsTo(m_asked));
    line.sentence = CheckWords::tr("This computer's clock is right.");
    if (off > clockOff) {
        line.grade = CheckGrade::Warning;
        line.sentence = m_theirTime < m_asked
                            ? CheckWords::tr("This computer's clock is %1 seconds fast; times in the history "
                                             "are as wrong.")
                            : CheckWords::tr("This computer's clock is %1 seconds slow; times in the history "
                                             "are as wrong.");
        line.sentence = line.sentence.arg(off);
        line.remedy = CheckWords::tr("Let the system set it from the internet.");
    }
    add(line);
}

} // namespace anteroom::twilio
