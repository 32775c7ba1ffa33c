// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QAbstractTableModel>

namespace anteroom::ui {

/// Missed calls, the newest first: those still open, those that are done, or all; and of these the ones that
/// a search finds.
class MissedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Caller, When, Why, Waited, State, ColumnCount };
    enum class Show { Open, Done, All };

    using QAbstractTableModel::QAbstractTableModel;
    void setHome(const QString &number) { m_homeNumber = number; }
    void setCalls(const QList<calls::MissedCall> &calls);
    void setFilter(Show show, const QString &search);
    const calls::MissedCall *callAt(int row) const;
    int rowOf(const QString &sid) const; ///< -1 where it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool matches(const calls::MissedCall &call) const;
    void choose();
    QString words(const calls::MissedCall &call, int column) const;

    QString m_homeNumber;
    QList<calls::MissedCall> m_all;
    QList<calls::MissedCall> m_shown;
    Show m_show = Show::Open;
    QString m_search;
};

} // namespace anteroom::ui
