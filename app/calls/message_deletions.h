// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// Deleting messages, by a person or by age. What a person deletes is gone from view at once, and for good
/// when the time for undoing it is over: first at the phone company, then here, so that whatever cuts it off
/// leaves the message either whole or still to be deleted.
class MessageDeletions : public QObject
{
    Q_OBJECT
public:
    explicit MessageDeletions(DeskCore &core);

    void remove(const QString &seat, const QString &recording);
    void undo(const QString &seat, const QString &recording);
    void finish(const QString &seat, const QString &recording); ///< at once, nobody wants to undo it
    /// Goes on with what a restart has interrupted, and looks for old messages from now on.
    void takeUp();
    /// Deletes what is older than messages are kept.
    void tidy();

private:
    void eraseAfter(std::chrono::milliseconds pause, const QString &seat, const Message &message);
    QCoro::Task<void> erase(QString seat, QString recording);
    void tidyAgain();

    DeskCore &m_core;
    QSet<QString> m_erasing;
};

} // namespace anteroom::calls
