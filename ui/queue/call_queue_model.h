// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "calls/desk_state.h"
#include "ui/now.h"

#include <QAbstractTableModel>
#include <QHash>

#include <limits>
#include <set>
#include <vector>

namespace anteroom::ui {

/// The rows of the queue table: who waits, arrives or leaves a message, and for a short while who has just
/// ended. Calls that ring at or talk with a seat are cards, not rows. Keyed by call SID, in our order;
/// announces only what has changed. Raw values under the roles, words under Qt::DisplayRole; knows no colour.
/// Passing time is announced by nobody: whoever shows waiting times asks for them again.
class CallQueueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Position, Caller, Where, Topic, Status, Waiting, ColumnCount };
    enum Role {
        SidRole = Qt::UserRole,
        CallRole,     ///< the whole calls::Call
        PositionRole, ///< int, from 1; 0 where there is none
        WaitedRole,   ///< seconds, -1 before arrival
        EndedRole     ///< bool
    };

    explicit CallQueueModel(Now now, QObject *parent = nullptr);

    void setHome(const QString &number,
                 const QString &seat); ///< for how numbers are written; whose ringing is a card
    void load(const QList<calls::Call> &calls);
    void apply(const calls::QueueChange &change);
    void forgetEnded(); ///< drops rows whose note has been read long enough

    QModelIndex indexOf(const QString &sid, int column = Caller) const;
    const calls::Call *callAt(int row) const;
    int waitingCount() const { return m_waiting; }
    qint64 longestWait() const;
    qint64 averageWait() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// The row a call would be dropped before: the SID there, empty for the end of the waiting.
    QString sidBefore(int row) const;

Q_SIGNALS:
    /// A row was dragged: the order is the switchboard's to change, and comes back with its next news.
    void moveAsked(const QString &sid, const QString &before);
    void countsChanged();

private:
    struct Key
    {
        int group = 0; ///< waiting, arriving, leaving a message
        double order = 0;
        QString sid;
        bool operator==(const Key &) const = default;
        auto operator<=>(const Key &other) const;
    };
    struct Row
    {
        Key key;
        calls::Call call;
        QDateTime endedSeen; ///< when this window saw it end
        int position = 0;
    };

    bool isShown(const calls::Call &call) const;
    Key keyOf(const calls::Call &call) const;
    int rowOf(const QString &sid) const;
    int lowerBound(const Key &key) const;
    void put(const calls::Call &call);
    void replace(int row, const calls::Call &call);
    void remove(int row);
    void count(const calls::Call &call, bool comes);
    void renumberFrom(int row); ///< later, once for a whole change
    void renumber();
    int countWaiting() const;
    QVariant words(const Row &row, int column) const;
    QString toolTip(const Row &row, int column) const;

    Now m_now;
    QString m_homeNumber;
    QString m_seat;
    std::vector<Row> m_rows;
    QHash<QString, Key> m_keys;
    int m_waiting = 0;
    int m_firstStale = std::numeric_limits<int>::max(); ///< positions are right above this row
    // Of whoever waits, in milliseconds: the times waited follow from these without looking at everybody.
    std::multiset<qint64> m_arrivals;
    qint64 m_arrivalSum = 0;
};

} // namespace anteroom::ui
