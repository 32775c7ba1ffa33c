// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QCoroTask>

namespace anteroom::calls {

struct NumberHistory
{
    int timesCalled = 0;
    QList<EarlierCall> earlier; ///< the newest five
};

/// What was: past calls, for the caller panel and the history. Engine thread; answered by another thread's
/// reads.
class CallLog
{
public:
    virtual ~CallLog() = default;
    /// Whether there may be anything to read about this number. Most people call for the first time.
    virtual bool mayHaveCalled(const QString & /*number*/) { return true; }
    virtual QCoro::Task<NumberHistory> historyOf(QString number) = 0;
    virtual QCoro::Task<QList<PastCall>> pastCalls(PastCallQuery query, int limit) = 0; ///< newest first
    virtual QCoro::Task<PastCallTally> tally(QDateTime since) = 0; ///< of every call since then; null: of all
    virtual QCoro::Task<bool> knows(QString sid) = 0;              ///< whether this call has ended before
    virtual QCoro::Task<int> callsSince(QDateTime since) = 0;
};

} // namespace anteroom::calls
