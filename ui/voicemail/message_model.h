// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QAbstractTableModel>

namespace anteroom::ui {

/// Voicemail, newest first; the messages are given without those that are not to be seen.
class MessageModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { From, Show, Left, Length, ColumnCount };
    enum Role { RecordingRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setHome(const QString &number) { m_homeNumber = number; }
    void setMessages(QList<calls::Message> messages);
    const calls::Message *messageAt(int row) const;
    int rowOf(const QString &recording) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString m_homeNumber;
    QList<calls::Message> m_messages;
};

} // namespace anteroom::ui
