// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/journal.h"

#include <memory>

namespace anteroom::history {

/// The journal in one SQLite file. Engine thread; a writer thread of its own does the writing (design section
/// 3: survives kill -9 of the program once durable).
class SqliteJournal final : public calls::Journal
{
    Q_OBJECT
public:
    explicit SqliteJournal(QString file, QObject *parent = nullptr);
    /// Waits for one last try to write what is still queued.
    ~SqliteJournal() override;

    std::expected<calls::SavedDesk, QString> load() override;
    quint64 save(calls::JournalEntry entry) override;
    quint64 durableMark() const override;
    void hurry() override;

    /// load() has failed because the file is damaged: the user may want it put aside.
    bool isDamaged() const { return m_damaged; }
    /// Renames the file, on the user's wish, so that load() begins an empty one. Nothing is deleted. Answers
    /// the new name; the error is a sentence.
    std::expected<QString, QString> putAside();

Q_SIGNALS:
    /// What is being saved will put a call of this number into the list of past calls.
    void callEnded(const QString &number);

private:
    class Private;
    const QString m_file;
    bool m_damaged = false;
    quint64 m_mark = 0;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::history
