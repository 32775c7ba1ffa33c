// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/ask_row.h"

#include "history/values.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace anteroom::history {

using namespace Qt::StringLiterals;

QByteArray toRow(const QList<calls::AskedPhone> &phones)
{
    QCborArray row;
    for (const calls::AskedPhone &phone : phones) {
        QCborMap one{{u"name"_s, phone.name},         {u"number"_s, phone.number},
                     {u"by_call"_s, phone.byCall},    {u"numbered"_s, phone.numbered},
                     {u"state"_s, word(phone.state)}, {u"intent"_s, phone.intent},
                     {u"body"_s, phone.body},         {u"given_by"_s, phone.givenBy}};
        if (phone.at.isValid())
            one.insert(u"at"_s, phone.at.toMSecsSinceEpoch());
        row.append(one);
    }
    return QCborValue(row).toCbor();
}

QList<calls::AskedPhone> askedFromRow(const QByteArray &row)
{
    QList<calls::AskedPhone> phones;
    for (const QCborArray all = QCborValue::fromCbor(row).toArray(); const auto &each : all) {
        const QCborMap one = each.toMap();
        calls::AskedPhone phone;
        phone.name = one.value("name"_L1).toString();
        phone.number = one.value("number"_L1).toString();
        phone.byCall = one.value("by_call"_L1).toBool();
        phone.numbered = one.value("numbered"_L1).toBool();
        phone.state = toAskedState(one.value("state"_L1).toString());
        phone.intent = one.value("intent"_L1).toString();
        phone.body = one.value("body"_L1).toString();
        phone.givenBy = one.value("given_by"_L1).toString();
        if (const QCborValue at = one.value("at"_L1); at.isInteger())
            phone.at = QDateTime::fromMSecsSinceEpoch(at.toInteger()).toUTC();
        phones.append(phone);
    }
    return phones;
}

} // namespace anteroom::history
