// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/seat.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QList>
#include <QObject>

#include <expected>
#include <optional>

namespace anteroom::seats {

/// A seat with the SHA-256 of its token. The token itself is 256 random bits, so that a fast hash is enough;
/// it is shown once and kept nowhere.
struct SeatRecord
{
    calls::Seat seat;
    QByteArray tokenHash;
    bool operator==(const SeatRecord &) const = default;
};

/// Who may connect, in a file of the data folder that is always replaced as a whole. Several programs may
/// change it: a running desk notices. A file that cannot be read admits nobody. One thread.
class SeatRegistry : public QObject
{
    Q_OBJECT
public:
    /// An entry named `ownName`, as the running desk's own seat is, admits nobody: it would take that seat's
    /// place, phone and all.
    explicit SeatRegistry(QString file, QString ownName = {}, QObject *parent = nullptr);

    /// Reads the file now; without one there are no seats. The error is a sentence.
    std::expected<void, QString> load();
    /// From now on changed() tells of changes by whomever. The folder must exist.
    void watch();

    /// Reads the file again, before a token is called unknown; whether anything has changed.
    bool refresh();

    QList<calls::Seat> seats() const;
    /// Whose token this is; takes the same time for every wrong one.
    std::optional<SeatRecord> find(const QByteArray &token) const;
    bool contains(const SeatRecord &record) const { return m_records.contains(record); }

    /// Answers the token, to be shown once. The error is a sentence: the name is taken, or something is not
    /// in order.
    std::expected<QString, QString> add(const calls::Seat &seat);
    std::expected<void, QString> remove(const QString &name);

Q_SIGNALS:
    void changed();
    void ownNameFound(const QString &sentence); ///< an entry is ignored; once until it is gone
    void unreadable(const QString &sentence);   ///< nobody is admitted; once for each thing that is wrong

private:
    std::expected<QList<SeatRecord>, QString> read() const;
    std::expected<void, QString> write(const QList<SeatRecord> &records) const;
    void reload();
    void ignoreOwnName(QList<SeatRecord> &records);

    const QString m_file;
    const QString m_ownName;
    bool m_saidOwnName = false;
    QString m_trouble; ///< as it was said; empty while the file can be read
    QList<SeatRecord> m_records;
    QFileSystemWatcher m_watcher;
};

} // namespace anteroom::seats
