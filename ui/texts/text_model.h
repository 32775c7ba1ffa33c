// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/listener_text.h"

#include <QAbstractTableModel>
#include <QHash>

namespace anteroom::ui {

/// Texts from listeners, the newest first: all, or those that a filter and a search leave. The one that is
/// being looked at stays where it is, also when reading it takes it out of the filter.
class TextModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Sender, Body, When, State, ColumnCount };
    enum class Show { All, Unread, Unanswered, Marked };

    using QAbstractTableModel::QAbstractTableModel;
    void setHome(const QString &number) { m_homeNumber = number; }
    void setTexts(const QHash<QString, calls::ListenerText> &texts);
    void setFilter(Show show, const QString &search);
    void keep(const QString &sid) { m_kept = sid; }
    const calls::ListenerText *textAt(int row) const;
    int rowOf(const QString &sid) const; ///< -1 where it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool matches(const calls::ListenerText &text) const;
    void choose();
    QString words(const calls::ListenerText &text, int column) const;

    QString m_homeNumber;
    QList<calls::ListenerText> m_all;
    QList<calls::ListenerText> m_shown;
    Show m_show = Show::All;
    QString m_search;
    QString m_kept;
};

} // namespace anteroom::ui
