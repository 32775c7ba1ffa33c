// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/messages.h"
#include "simulator/notifications.h"
#include "simulator/numbers.h"
#include "simulator/sids.h"
#include "simulator/web/answer_document.h"
#include "simulator/webhooks.h"
#include "simulator/world.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

constexpr int deepestRedirect = 10;

bool isOneOf(const QString &word, std::initializer_list<QLatin1StringView> words)
{
    for (const QLatin1StringView each : words) {
        if (word.compare(each, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void addRegion(http::Form &form, const QByteArray &prefix, const Region &region)
{
    form.add(prefix + "City", region.city.toUtf8());
    form.add(prefix + "State", region.state.toUtf8());
    form.add(prefix + "Zip", region.zip.toUtf8());
    form.add(prefix + "Country", region.country.toUtf8());
}

QString bodyOf(const twiml::Element &message)
{
    for (const twiml::Element &child : message.children) {
        if (child.name == "Body"_L1)
            return child.text;
    }
    return message.text;
}

} // namespace

Result<Message> Messages::receive(const QString &from, const QString &to, const QString &body)
{
    const auto number = m_world.numbers().byNumber(to);
    if (!number || !number->sms)
        return std::unexpected(
            ApiError{404, 20404, u"%1 is no number of this account that takes texts"_s.arg(to)});
    Message message;
    message.sid = m_world.sids().make(u"SM");
    message.from = from;
    message.to = to;
    message.body = body;
    message.status = u"received"_s;
    message.direction = u"inbound"_s;
    message.created = message.updated = message.sent = m_world.clock().now();
    m_messages.append(message);
    keyword(message); // the message reaches the webhook all the same
    const Numbers::Voice addresses = m_world.numbers().messagingOf(*number);
    if (!addresses.url.url.isEmpty())
        ask(message, addresses.url, addresses.fallback, 0);
    return message;
}

bool Messages::keyword(const Message &inbound)
{
    const QString word = m_world.guesses().keywordUntrimmed ? inbound.body : inbound.body.trimmed();
    const QString pair = inbound.to + u'>' + inbound.from;
    const auto reply = [&](const QString &text) {
        CreateMessage answer;
        answer.from = inbound.to;
        answer.to = inbound.from;
        answer.body = text;
        // Refused only where nothing can be sent at all; the real one stays silent then, too.
        [[maybe_unused]] const auto sent = create(answer, u"outbound-reply"_s);
    };
    if (isOneOf(word, {"STOP"_L1, "STOPALL"_L1, "UNSUBSCRIBE"_L1, "CANCEL"_L1, "END"_L1, "QUIT"_L1,
                       "REVOKE"_L1, "OPTOUT"_L1})) {
        if (!m_optedOut.contains(pair))
            reply(u"You have successfully been unsubscribed. Reply START to resubscribe."_s);
        m_optedOut.insert(pair);
        return true;
    }
    if (isOneOf(word, {"START"_L1, "YES"_L1, "UNSTOP"_L1})) {
        if (m_optedOut.remove(pair) || m_world.guesses().startAlwaysReplies)
            reply(u"You have successfully been re-subscribed to messages from this number."_s);
        return true;
    }
    if (isOneOf(word, {"HELP"_L1, "INFO"_L1})) {
        reply(u"Reply STOP to unsubscribe."_s);
        return true;
    }
    return false;
}

void Messages::ask(const Message &inbound, const WebAddress &address, const WebAddress &fallback, int depth)
{
    http::Form form;
    for (const QByteArray &name : {"MessageSid"_ba, "SmsSid"_ba, "SmsMessageSid"_ba})
        form.add(name, inbound.sid.toUtf8());
    form.add("AccountSid"_ba, m_world.account().sid.toUtf8());
    form.add("From"_ba, inbound.from.toUtf8());
    form.add("To"_ba, inbound.to.toUtf8());
    form.add("Body"_ba, inbound.body.toUtf8());
    form.add("NumMedia"_ba, "0"_ba);
    form.add("NumSegments"_ba, QByteArray::number(inbound.segments()));
    addRegion(form, "From"_ba, Numbers::regionOf(inbound.from));
    addRegion(form, "To"_ba, Numbers::regionOf(inbound.to));
    form.add("SmsStatus"_ba, "received"_ba);
    form.add("ApiVersion"_ba, "2010-04-01"_ba);
    m_world.webhooks().fetch(
        {.kind = u"message"_s, .address = address, .parameters = form}, this,
        [this, inbound, address, fallback, depth](const WebhookAnswer &answer) {
            int code = answer.errorCode;
            QString problem = answer.problem;
            if (code == 0 && answer.body.isEmpty() && answer.contentType.isEmpty())
                return; // 204 and the like: no reply is wanted
            if (code == 0) {
                if (const auto document = documentOf(answer, twiml::Place::Messaging)) {
                    for (const twiml::Finding &finding : twiml::check(*document, twiml::Place::Messaging))
                        m_world.notifications().add(finding.code, finding.sentence, {}, address, true);
                    carryOut(inbound, *document, answer.url, depth);
                    return;
                } else {
                    code = document.error().code;
                    problem = document.error().sentence;
                }
            }
            m_world.notifications().add(code, problem, {}, address);
            if (!fallback.url.isEmpty())
                ask(inbound, fallback, {}, depth);
        });
}

void Messages::carryOut(const Message &inbound, const twiml::Document &document, const QString &base,
                        int depth)
{
    for (const twiml::Element &verb : document) {
        const QUrl url = QUrl::fromEncoded(base.toUtf8());
        if (verb.name == "Redirect"_L1) {
            if (depth < deepestRedirect) {
                const QUrl target = url.resolved(QUrl::fromEncoded(verb.text.trimmed().toUtf8()));
                ask(inbound, {QString::fromUtf8(target.toEncoded()), verb.attribute(u"method", u"POST"_s)},
                    {}, depth + 1);
            }
            return;
        }
        if (verb.name != "Message"_L1 && verb.name != "Sms"_L1)
            continue;
        CreateMessage answer;
        answer.from = verb.attribute(u"from", inbound.to);
        answer.to = verb.attribute(u"to", inbound.from);
        answer.body = bodyOf(verb);
        if (verb.hasAttribute(u"statusCallback")) {
            const QUrl callback = url.resolved(QUrl::fromEncoded(verb.attribute(u"statusCallback").toUtf8()));
            answer.statusCallback = {QString::fromUtf8(callback.toEncoded()), u"POST"_s};
        }
        if (const auto done = create(answer, u"outbound-reply"_s); !done)
            m_world.notifications().add(done.error().code, done.error().message, {}, {base});
    }
}

} // namespace anteroom::simulator
