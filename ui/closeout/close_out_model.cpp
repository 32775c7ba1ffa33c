// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closeout/close_out_model.h"

#include "ui/words/call_words.h"
#include "ui/words/durations.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

CloseOutModel::CloseOutModel(DeskMirror &mirror, Now now, QObject *parent)
    : QAbstractTableModel(parent), m_mirror(mirror), m_now(std::move(now))
{
}

void CloseOutModel::showQueue()
{
    QList<const Call *> left;
    for (const Call &call : m_mirror.calls()) {
        if (call.hearsMusic() || call.state == CallState::Ringing)
            left << &call;
    }
    std::ranges::sort(left, [](const Call *a, const Call *b) {
        return std::tuple(!a->hearsMusic(), a->order, a->sid) <
               std::tuple(!b->hearsMusic(), b->order, b->sid);
    });
    QList<CloseOutCall> rows;
    for (const Call *call : std::as_const(left))
        rows.append({call->sid, call->caller, Treated::Pending, {}});
    take(std::move(rows), true);
}

void CloseOutModel::showResult(const CloseOutStatus &status)
{
    take(status.calls, false);
}

void CloseOutModel::take(QList<CloseOutCall> rows, bool choosing)
{
    const bool same = choosing == m_choosing &&
                      std::ranges::equal(rows, m_rows, {}, &CloseOutCall::sid, &CloseOutCall::sid);
    if (!same) {
        beginResetModel();
        m_choosing = choosing;
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT chosenChanged();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

QStringList CloseOutModel::chosenSids() const
{
    QStringList sids;
    for (const CloseOutCall &row : m_rows) {
        if (!m_left.contains(row.sid))
            sids << row.sid;
    }
    return sids;
}

int CloseOutModel::chosenCount() const
{
    return static_cast<int>(chosenSids().size());
}

void CloseOutModel::choose(bool everybody)
{
    m_left.clear();
    if (!everybody) {
        for (const CloseOutCall &row : std::as_const(m_rows))
            m_left.insert(row.sid);
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Caller), index(rowCount() - 1, Caller), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

int CloseOutModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CloseOutModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CloseOutModel::resultWords(const CloseOutCall &row) const
{
    if (!row.remark.isEmpty())
        return oneLine(row.remark);
    switch (row.treated) {
    case Treated::InProgress:
        return tr("Being treated…");
    case Treated::Done:
        return tr("✓ Done");
    case Treated::Failed:
        return tr("✗ Failed");
    case Treated::LeftAlone:
        return tr("Left alone");
    case Treated::Pending:
        break;
    }
    return m_choosing ? QString() : tr("To come");
}

QVariant CloseOutModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CloseOutCall &row = m_rows.at(index.row());
    if (role == Qt::CheckStateRole && index.column() == Caller && m_choosing)
        return m_left.contains(row.sid) ? Qt::Unchecked : Qt::Checked;
    if (role == Qt::ToolTipRole)
        return toolTipText(data(index, Qt::DisplayRole).toString());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Waiting ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Caller: {
        const QString number = row.caller.number.isEmpty()
                                   ? tr("number withheld")
                                   : formattedNumber(row.caller.number, m_mirror.line().number);
        return QString(nameOf(row.caller) + u" · "_s + number);
    }
    case Waiting: {
        const qint64 waited = waitedSeconds(m_mirror.calls().value(row.sid), m_now());
        return waited < 0 ? tr("arriving") : clockText(waited);
    }
    case Result:
        return resultWords(row);
    default:
        return {};
    }
}

bool CloseOutModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || !m_choosing)
        return false;
    const QString &sid = m_rows.at(index.row()).sid;
    if (value.value<Qt::CheckState>() == Qt::Checked)
        m_left.remove(sid);
    else
        m_left.insert(sid);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

QVariant CloseOutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Caller:
        return tr("Caller");
    case Waiting:
        return tr("Waiting");
    default:
        return tr("What was done");
    }
}

Qt::ItemFlags CloseOutModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (m_choosing && index.column() == Caller)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace anteroom::ui
