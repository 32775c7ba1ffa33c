// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_plan.h"

#include "calls/ask_plan.h"

#include <QJsonArray>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

QString toWord(AfterTalk after)
{
    switch (after) {
    case AfterTalk::BackInLine:
        return u"back_in_line"_s;
    case AfterTalk::Voicemail:
        return u"voicemail"_s;
    case AfterTalk::Thank:
        break;
    }
    return u"thank"_s;
}

AfterTalk afterTalkFromWord(const QString &word)
{
    if (word == "back_in_line"_L1)
        return AfterTalk::BackInLine;
    return word == "voicemail"_L1 ? AfterTalk::Voicemail : AfterTalk::Thank;
}

const Host *HostPlan::of(const QString &phone) const
{
    const QString plain = plainNumber(phone);
    const auto found =
        std::ranges::find_if(people, [&](const Host &each) { return plainNumber(each.phone) == plain; });
    return plain.isEmpty() || found == people.end() ? nullptr : &*found;
}

const Host *HostPlan::typed(const QString &digits) const
{
    constexpr qsizetype enough = 7; // the local part of a number
    QString wanted = plainNumber(digits);
    while (wanted.startsWith(u'0')) // dialled before an area or a country code
        wanted.remove(0, 1);
    if (wanted.size() < enough)
        return nullptr;
    const Host *found = nullptr;
    for (const Host &each : people) {
        if (!plainNumber(each.phone).endsWith(wanted))
            continue;
        if (found)
            return nullptr;
        found = &each;
    }
    return found;
}

QJsonObject hostsToJson(const QList<Host> &people)
{
    QJsonArray list;
    for (const Host &host : people)
        list.append(QJsonObject{{u"name"_s, host.name},
                                {u"phone"_s, host.phone},
                                {u"pin"_s, host.pin},
                                {u"call_back"_s, host.callsBack}});
    return {{u"people"_s, list}};
}

QList<Host> hostsFromJson(const QJsonObject &json)
{
    QList<Host> people;
    for (const QJsonArray list = json.value("people"_L1).toArray(); const QJsonValue &each : list) {
        const QJsonObject one = each.toObject();
        const Host host{one.value("name"_L1).toString(), plainNumber(one.value("phone"_L1).toString()),
                        one.value("pin"_L1).toString(), one.value("call_back"_L1).toBool()};
        if (!host.phone.isEmpty())
            people.append(host);
    }
    return people;
}

} // namespace anteroom::calls
