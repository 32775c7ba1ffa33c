// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/past_call_model.h"

#include "ui/words/call_words.h"
#include "ui/words/durations.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/places.h"
#include "ui/words/plain_text.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

void PastCallModel::setCalls(const QList<PastCall> &calls)
{
    beginResetModel();
    m_calls = calls;
    endResetModel();
}

int PastCallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int PastCallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PastCallModel::words(const PastCall &call, int column) const
{
    switch (column) {
    case Caller: {
        QStringList second{call.caller.number.isEmpty() ? tr("Number withheld")
                                                        : formattedNumber(call.caller.number, m_homeNumber)};
        const QString place = placeOf(call.caller);
        if (!place.isEmpty())
            second << place;
        return QString(nameOf(call.caller) + u'\n' + second.join(u" · "_s));
    }
    case When:
        return QLocale().toString(call.at.toLocalTime(), QLocale::ShortFormat);
    case Outcome: {
        Call ended;
        ended.state = CallState::Ended;
        ended.outcome = call.outcome;
        const QString how =
            call.wasRecorded ? tr("%1 · recorded").arg(statusOf(ended).text) : statusOf(ended).text;
        if (call.queueResults.isEmpty())
            return how;
        QStringList ways;
        for (const QString &result : call.queueResults)
            ways << queueResultWords(result);
        return QString(how + u'\n' + ways.join(u" · "_s));
    }
    case Waited:
        return call.waitedSeconds > 0 ? clockText(call.waitedSeconds) : u"—"_s;
    case Talked:
        return call.talkedSeconds > 0 ? clockText(call.talkedSeconds) : u"—"_s;
    case Topic: {
        const QString topic = oneLine(call.topic);
        const QString notes = oneLine(call.notes);
        if (topic.isEmpty() || notes.isEmpty())
            return topic + notes;
        return QString(topic + u'\n' + notes);
    }
    default:
        return {};
    }
}

QVariant PastCallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PastCall &call = m_calls.at(index.row());
    const bool isTime = index.column() == Waited || index.column() == Talked;
    switch (role) {
    case Qt::DisplayRole:
        return words(call, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Outcome)
            return toolTipText((words(call, Outcome).toString() + u'\n' +
                                noticeLine(call.notice, call.noticeAt, call.consent))
                                   .trimmed());
        return toolTipText(index.column() == Topic ? QString(call.topic + u'\n' + call.notes).trimmed()
                                                   : words(call, index.column()).toString());
    case Qt::AccessibleTextRole:
        if (index.column() == Caller)
            return tr("%1, %2, %3")
                .arg(nameOf(call.caller), words(call, When).toString(), words(call, Outcome).toString());
        return words(call, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isTime ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant PastCallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole &&
        (section == Waited || section == Talked))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Caller:
        return tr("Caller");
    case When:
        return tr("When");
    case Outcome:
        return tr("How it went");
    case Waited:
        return tr("Waited");
    case Talked:
        return tr("Talked");
    default:
        return tr("Topic and notes");
    }
}

} // namespace anteroom::ui
