// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QAbstractTableModel>

namespace anteroom::ui {

/// Past calls as the search found them, newest first.
class PastCallModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Caller, When, Outcome, Waited, Talked, Topic, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setHome(const QString &number) { m_homeNumber = number; }
    void setCalls(const QList<calls::PastCall> &calls);
    const QList<calls::PastCall> &calls() const { return m_calls; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant words(const calls::PastCall &call, int column) const;

    QString m_homeNumber;
    QList<calls::PastCall> m_calls;
};

} // namespace anteroom::ui
