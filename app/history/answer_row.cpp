// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/answer_row.h"

#include "history/values.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace anteroom::history {

using namespace Qt::StringLiterals;

QByteArray toRow(const QList<calls::TextAnswer> &answers)
{
    QCborArray row;
    for (const calls::TextAnswer &answer : answers)
        row.append(QCborMap{{u"body"_s, answer.body},
                            {u"seat"_s, answer.seat},
                            {u"at"_s, answer.at.toMSecsSinceEpoch()},
                            {u"state"_s, word(answer.state)},
                            {u"why"_s, answer.why}});
    return QCborValue(row).toCbor();
}

QList<calls::TextAnswer> answersFromRow(const QByteArray &row)
{
    QList<calls::TextAnswer> answers;
    for (const QCborArray all = QCborValue::fromCbor(row).toArray(); const auto &each : all) {
        const QCborMap one = each.toMap();
        calls::TextAnswer answer;
        answer.body = one.value("body"_L1).toString();
        answer.seat = one.value("seat"_L1).toString();
        answer.at = QDateTime::fromMSecsSinceEpoch(one.value("at"_L1).toInteger()).toUTC();
        answer.state = toAnswerState(one.value("state"_L1).toString());
        answer.why = one.value("why"_L1).toString();
        answers.append(answer);
    }
    return answers;
}

} // namespace anteroom::history
