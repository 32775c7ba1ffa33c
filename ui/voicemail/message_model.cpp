// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/message_model.h"

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

QString secondLine(const Message &message, const QString &number)
{
    const QString place = placeOf(message.caller);
    QStringList parts{number};
    if (message.talk)
        parts.prepend(MessageModel::tr("Recorded talk"));
    if (!place.isEmpty())
        parts << place;
    if (!message.notes.isEmpty())
        parts << oneLine(message.notes, 80);
    return parts.join(u" · "_s);
}

/// For which show it was left; a second line where it was asked for as one for the next.
QString showOf(const Message &message)
{
    QString show = oneLine(message.show, 80);
    if (!message.forNextShow)
        return show;
    const QString next = MessageModel::tr("for the next show");
    return show.isEmpty() ? next : show + u'\n' + next;
}

} // namespace

void MessageModel::setMessages(QList<Message> messages)
{
    std::ranges::sort(messages, [](const Message &a, const Message &b) {
        return std::tie(b.at, b.recording) < std::tie(a.at, a.recording);
    });
    if (std::ranges::equal(messages, m_messages, {}, &Message::recording, &Message::recording)) {
        for (int row = 0; row < rowCount(); ++row) {
            if (std::exchange(m_messages[row], messages.at(row)) != messages.at(row))
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        return;
    }
    // Rows come and go one by one, so that the chosen message stays chosen.
    for (int row = rowCount() - 1; row >= 0; --row) {
        const QString recording = m_messages.at(row).recording;
        if (std::ranges::find(messages, recording, &Message::recording) != messages.end())
            continue;
        beginRemoveRows({}, row, row);
        m_messages.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < messages.size(); ++row) {
        if (row < rowCount() && m_messages.at(row).recording == messages.at(row).recording) {
            m_messages[row] = messages.at(row);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        } else {
            beginInsertRows({}, row, row);
            m_messages.insert(row, messages.at(row));
            endInsertRows();
        }
    }
}

const Message *MessageModel::messageAt(int row) const
{
    return row >= 0 && row < m_messages.size() ? &m_messages.at(row) : nullptr;
}

int MessageModel::rowOf(const QString &recording) const
{
    const auto found = std::ranges::find(m_messages, recording, &Message::recording);
    return found == m_messages.end() ? -1 : static_cast<int>(found - m_messages.begin());
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Message &message = m_messages.at(index.row());
    const QString number = message.caller.number.isEmpty()
                               ? tr("Number withheld")
                               : formattedNumber(message.caller.number, m_homeNumber);
    const QDateTime at = message.at.toLocalTime();
    switch (role) {
    case RecordingRole:
        return message.recording;
    case TwoLineDelegate::strongRole:
        return !message.heard && !message.hangUp && index.column() == From;
    case TwoLineDelegate::dimRole:
        return message.hangUp;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Length ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return toolTipText(data(index, Qt::DisplayRole).toString());
    case Qt::AccessibleTextRole:
        if (index.column() == From)
            return tr("%1, %2, %3, %4")
                .arg(nameOf(message.caller), QLocale().toString(at, QLocale::ShortFormat),
                     message.hangUp ? tr("hung up") : spokenDuration(message.seconds),
                     message.talk    ? tr("recorded talk")
                     : message.heard ? tr("heard")
                                     : tr("not heard yet"));
        return data(index, Qt::DisplayRole);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case From:
        return QString(nameOf(message.caller) + u'\n' + secondLine(message, number));
    case Show:
        return showOf(message);
    case Left:
        return QLocale().toString(at, QLocale::ShortFormat);
    case Length:
        if (message.talk && message.seconds == 0 && message.audioFile.isEmpty())
            return tr("on its way");
        return message.hangUp ? tr("hung up") : clockText(message.seconds);
    default:
        return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Length)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case From:
        return tr("From");
    case Show:
        return tr("Show");
    case Left:
        return tr("Left");
    default:
        return tr("Length");
    }
}

} // namespace anteroom::ui
