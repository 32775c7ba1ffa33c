// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"

#include <QAbstractTableModel>
#include <QSet>

namespace anteroom::ui {

/// Who is left when the show ends: before the start a list to choose from, afterwards what became of each.
class CloseOutModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Caller, Waiting, Result, ColumnCount };

    CloseOutModel(calls::DeskMirror &mirror, Now now, QObject *parent = nullptr);

    /// Before the start: whoever is there now. Callers may come and go while the dialog is open.
    void showQueue();
    void showResult(const calls::CloseOutStatus &status);
    int chosenCount() const;
    bool isEverybodyChosen() const { return m_left.isEmpty(); }
    QStringList chosenSids() const;
    void choose(bool everybody);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void take(QList<calls::CloseOutCall> rows, bool choosing);
    QString resultWords(const calls::CloseOutCall &row) const;

    calls::DeskMirror &m_mirror;
    Now m_now;
    bool m_choosing = true;
    QList<calls::CloseOutCall> m_rows;
    QSet<QString> m_left; ///< taken out by hand
};

} // namespace anteroom::ui
