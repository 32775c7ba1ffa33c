// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/missed/missed_model.h"

#include "ui/widgets/two_line_delegate.h"
#include "ui/words/call_words.h"
#include "ui/words/durations.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/places.h"
#include "ui/words/plain_text.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

QString shortTime(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat);
}

QString digitsOf(QString text)
{
    text.removeIf([](QChar c) { return !c.isDigit(); });
    return text;
}

} // namespace

void MissedModel::setCalls(const QList<MissedCall> &calls)
{
    m_all = calls;
    std::ranges::sort(m_all, [](const MissedCall &a, const MissedCall &b) {
        return std::tie(b.at, b.sid) < std::tie(a.at, a.sid);
    });
    choose();
}

void MissedModel::setFilter(Show show, const QString &search)
{
    m_show = show;
    m_search = search;
    choose();
}

bool MissedModel::matches(const MissedCall &call) const
{
    if ((m_show == Show::Open && call.isDone()) || (m_show == Show::Done && !call.isDone()))
        return false;
    if (m_search.isEmpty())
        return true;
    const QString digits = digitsOf(m_search);
    return nameOf(call.caller).contains(m_search, Qt::CaseInsensitive) ||
           placeOf(call.caller).contains(m_search, Qt::CaseInsensitive) ||
           (digits.size() >= 3 && digitsOf(call.caller.number).contains(digits));
}

void MissedModel::choose()
{
    beginResetModel();
    m_shown.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_shown),
                         [this](const MissedCall &call) { return matches(call); });
    endResetModel();
}

const MissedCall *MissedModel::callAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row) : nullptr;
}

int MissedModel::rowOf(const QString &sid) const
{
    const auto found = std::ranges::find(m_shown, sid, &MissedCall::sid);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int MissedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int MissedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MissedModel::words(const MissedCall &call, int column) const
{
    switch (column) {
    case Caller: {
        QStringList second{call.caller.number.isEmpty() ? tr("Number withheld")
                                                        : formattedNumber(call.caller.number, m_homeNumber)};
        if (const QString place = placeOf(call.caller); !place.isEmpty())
            second << place;
        return nameOf(call.caller) + u'\n' + second.join(u" · "_s);
    }
    case When:
        return QLocale().toString(call.at.toLocalTime(), QLocale::ShortFormat);
    case Why:
        switch (call.why) {
        case MissedWhy::HungUp:
            return tr("Hung up while waiting");
        case MissedWhy::TurnedAway:
            return tr("Was turned away");
        case MissedWhy::QueueFull:
            return tr("The queue was full");
        case MissedWhy::AfterHours:
            return tr("The lines were closed");
        }
        return {};
    case Waited:
        return call.waitedSeconds > 0 ? clockText(call.waitedSeconds) : u"—"_s;
    default: {
        QString state = tr("Open");
        if (call.end == MissedEnd::CalledAgain)
            state = tr("Called again at %1").arg(shortTime(call.endAt));
        else if (call.end == MissedEnd::CalledBack)
            state = tr("Called back at %1").arg(shortTime(call.endAt));
        else if (call.end == MissedEnd::ByHand)
            state = tr("Done at %1").arg(shortTime(call.endAt));
        return call.apologised ? state + u'\n' + tr("Apology sent") : state;
    }
    }
}

QVariant MissedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MissedCall &call = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return words(call, index.column());
    case Qt::ToolTipRole:
        return toolTipText(words(call, index.column()));
    case TwoLineDelegate::strongRole:
        return !call.isDone() && index.column() == Caller;
    case Qt::AccessibleTextRole:
        if (index.column() == Caller)
            return tr("%1, %2, %3, %4")
                .arg(nameOf(call.caller), words(call, When), words(call, Why), words(call, State));
        return words(call, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Waited ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant MissedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Waited)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Caller:
        return tr("Caller");
    case When:
        return tr("When");
    case Why:
        return tr("What happened");
    case Waited:
        return tr("Waited");
    default:
        return tr("State");
    }
}

} // namespace anteroom::ui
