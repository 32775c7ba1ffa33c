// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/text_model.h"

#include "ui/widgets/two_line_delegate.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"
#include "ui/words/text_words.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

QString digitsIn(QString text)
{
    text.removeIf([](QChar c) { return !c.isDigit(); });
    return text;
}

} // namespace

void TextModel::setTexts(const QHash<QString, ListenerText> &texts)
{
    m_all = texts.values();
    std::ranges::sort(m_all, [](const ListenerText &a, const ListenerText &b) {
        return std::tie(b.at, b.sid) < std::tie(a.at, a.sid);
    });
    choose();
}

void TextModel::setFilter(Show show, const QString &search)
{
    m_show = show;
    m_search = search;
    choose();
}

bool TextModel::matches(const ListenerText &text) const
{
    const bool isKept = text.sid == m_kept;
    if (!isKept && ((m_show == Show::Unread && text.read) || (m_show == Show::Marked && !text.marked) ||
                    (m_show == Show::Unanswered && text.isAnswered())))
        return false;
    if (m_search.isEmpty())
        return true;
    const QString digits = digitsIn(m_search);
    return text.name.contains(m_search, Qt::CaseInsensitive) ||
           text.body.contains(m_search, Qt::CaseInsensitive) ||
           (digits.size() >= 3 && digitsIn(text.from).contains(digits)) ||
           std::ranges::any_of(text.answers, [this](const TextAnswer &answer) {
               return answer.body.contains(m_search, Qt::CaseInsensitive);
           });
}

void TextModel::choose()
{
    beginResetModel();
    m_shown.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_shown),
                         [this](const ListenerText &text) { return matches(text); });
    endResetModel();
}

const ListenerText *TextModel::textAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row) : nullptr;
}

int TextModel::rowOf(const QString &sid) const
{
    const auto found = std::ranges::find(m_shown, sid, &ListenerText::sid);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int TextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TextModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TextModel::words(const ListenerText &text, int column) const
{
    switch (column) {
    case Sender:
        return text.name.isEmpty()
                   ? senderOf(text, m_homeNumber)
                   : senderOf(text, m_homeNumber) + u'\n' + formattedNumber(oneLine(text.from), m_homeNumber);
    case Body:
        return gistOf(text);
    case When:
        return QLocale().toString(text.at.toLocalTime().time(), QLocale::ShortFormat) + u'\n' +
               QLocale().toString(text.at.toLocalTime().date(), QLocale::ShortFormat);
    default: {
        QStringList state;
        if (text.marked)
            state << tr("★ Marked");
        if (text.isBeingAnswered())
            state << tr("Sending…");
        else if (!text.answers.isEmpty() && text.answers.last().state == AnswerState::Failed)
            state << tr("Not sent");
        else if (text.isAnswered())
            state << tr("Answered");
        else if (!text.read)
            state << tr("New");
        return state.join(u'\n');
    }
    }
}

QVariant TextModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ListenerText &text = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return words(text, index.column());
    case Qt::ToolTipRole:
        return toolTipText(index.column() == Body ? wholeOf(text.body) : words(text, index.column()));
    case TwoLineDelegate::strongRole:
        return !text.read && index.column() == Sender;
    case TwoLineDelegate::dimRole:
        return index.column() == When;
    case Qt::AccessibleTextRole:
        if (index.column() == Sender)
            return tr("%1, %2, %3, %4")
                .arg(senderOf(text, m_homeNumber), words(text, When).replace(u'\n', u", "_s),
                     words(text, State).replace(u'\n', u", "_s), gistOf(text));
        return words(text, index.column()).replace(u'\n', u", "_s);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    default:
        return {};
    }
}

QVariant TextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Sender:
        return tr("From");
    case Body:
        return tr("Text");
    case When:
        return tr("When");
    default:
        return tr("State");
    }
}

} // namespace anteroom::ui
