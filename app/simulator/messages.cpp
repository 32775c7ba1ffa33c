// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/messages.h"

#include "simulator/numbers.h"
#include "simulator/sids.h"
#include "simulator/webhooks.h"
#include "simulator/world.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {

constexpr qsizetype longestBody = 1600;
constexpr auto toNextStatus = 700ms;

std::unexpected<ApiError> refuse(int code, const QString &message)
{
    return std::unexpected(ApiError{400, code, message});
}

bool isPhone(const QString &number)
{
    static const QRegularExpression e164(u"^\\+[1-9][0-9]{6,14}$"_s);
    return e164.match(number).hasMatch();
}

/// Whether all of it can be written in the GSM 7-bit alphabet, near enough: Latin letters, digits, common
/// signs.
bool isGsm(const QString &text)
{
    static const QString extra = u"£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤ÄÖÑÜ§¿äöñüà€¡\n\r"_s;
    return std::ranges::all_of(text, [](QChar c) {
        return (c.unicode() >= 0x20 && c.unicode() < 0x7F && c != u'`') || extra.contains(c);
    });
}

} // namespace

int Message::segments() const
{
    const bool gsm = isGsm(body);
    const qsizetype single = gsm ? 160 : 70;
    const qsizetype joined = gsm ? 153 : 67;
    if (body.size() <= single)
        return 1;
    return int((body.size() + joined - 1) / joined);
}

Messages::Messages(World &world) : m_world(world)
{
}

Message *Messages::find(const QString &sid)
{
    const auto found = std::ranges::find(m_messages, sid, &Message::sid);
    return found == m_messages.end() ? nullptr : &*found;
}

Result<Message> Messages::get(const QString &sid) const
{
    const auto found = std::ranges::find(m_messages, sid, &Message::sid);
    if (found == m_messages.end())
        return std::unexpected(notFound(u"Messages/"_s + sid));
    return *found;
}

Result<Message> Messages::redact(const QString &sid)
{
    Message *message = find(sid);
    if (!message)
        return std::unexpected(notFound(u"Messages/"_s + sid));
    message->body.clear();
    message->updated = m_world.clock().now();
    return *message;
}

Result<void> Messages::remove(const QString &sid)
{
    if (m_messages.removeIf([&](const Message &each) { return each.sid == sid; }) == 0)
        return std::unexpected(notFound(u"Messages/"_s + sid));
    return {};
}

QList<Message> Messages::list() const
{
    QList<Message> result = m_messages;
    std::ranges::reverse(result);
    return result;
}

Result<Message> Messages::create(const CreateMessage &request, const QString &direction)
{
    if (request.to.isEmpty())
        return refuse(21604, u"A 'To' phone number is required."_s);
    if (request.from.isEmpty() && request.messagingServiceSid.isEmpty())
        return refuse(21603, u"A 'From' phone number is required."_s);
    if (request.body.isEmpty() && request.mediaUrls.isEmpty())
        return refuse(21602, u"Message body is required."_s);
    if (request.body.size() > longestBody)
        return refuse(21617, u"The concatenated message body exceeds the 1600 character limit."_s);
    if (!isPhone(request.to) || request.to == request.from)
        return refuse(21211, u"The 'To' number %1 is not a valid phone number."_s.arg(request.to));
    const auto own = m_world.numbers().byNumber(request.from);
    if (request.messagingServiceSid.isEmpty() && (!own || !own->sms || !m_world.account().texts))
        return refuse(
            21606, u"The 'From' phone number %1 is not a valid, message-capable number."_s.arg(request.from));
    if (m_world.account().refusesAsTrial(request.to))
        return refuse(21608,
                      u"The number %1 is unverified. Trial accounts cannot send messages to unverified "
                      "numbers."_s.arg(request.to));
    if (m_optedOut.contains(request.from + u'>' + request.to))
        return refuse(21610, u"Attempt to send to unsubscribed recipient"_s);

    Message message;
    message.sid = m_world.sids().make(request.mediaUrls.isEmpty() ? u"SM" : u"MM");
    message.from = request.from;
    message.to = request.to;
    message.body = request.body;
    message.mediaUrls = request.mediaUrls;
    message.status = request.messagingServiceSid.isEmpty() ? u"queued"_s : u"accepted"_s;
    message.direction = direction;
    message.messagingServiceSid = request.messagingServiceSid;
    message.created = message.updated = m_world.clock().now();
    m_messages.append(message);
    advance(message.sid, request.statusCallback, 0);
    return message;
}

void Messages::advance(const QString &sid, const WebAddress &callback, int step)
{
    static const QStringList steps{u"sending"_s, u"sent"_s, u"delivered"_s};
    if (step >= steps.size())
        return;
    m_world.clock().after(toNextStatus, this, [this, sid, callback, step] {
        Message *message = find(sid);
        if (!message)
            return;
        message->status = steps.at(step);
        const int refused = m_world.account().textError;
        if (message->status == "delivered"_L1 && refused != 0) {
            message->status = u"undelivered"_s;
            message->errorCode = refused;
        }
        message->updated = m_world.clock().now();
        if (message->status == "sent"_L1)
            message->sent = message->updated;
        http::Form form;
        form.add("MessageSid"_ba, sid.toUtf8());
        form.add("SmsSid"_ba, sid.toUtf8());
        form.add("AccountSid"_ba, m_world.account().sid.toUtf8());
        form.add("From"_ba, message->from.toUtf8());
        form.add("To"_ba, message->to.toUtf8());
        form.add("MessageStatus"_ba, message->status.toUtf8());
        form.add("SmsStatus"_ba, message->status.toUtf8());
        if (message->errorCode != 0)
            form.add("ErrorCode"_ba, QByteArray::number(message->errorCode));
        form.add("ApiVersion"_ba, "2010-04-01"_ba);
        m_world.webhooks().notify({.kind = u"message"_s, .address = callback, .parameters = form});
        const bool isSent = message->status == "sent"_L1;
        advance(sid, callback, step + 1);
        if (isSent)
            emit sent(sid);
    });
}

} // namespace anteroom::simulator
