// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/clock.h"
#include "calls/journal.h"
#include "http/server.h"

#include <QObject>

#include <deque>

namespace anteroom::twilio {

/// Answers that wait until the journal holds what they promise, but for one second at most: then they go out
/// anyway, since a caller must not hear silence because of a slow disk. Engine thread only.
class DurableAnswers : public QObject
{
    Q_OBJECT
public:
    DurableAnswers(calls::Journal &journal, calls::Clock &clock, QObject *parent = nullptr);

    void give(http::Responder responder, http::Response response, quint64 mark); ///< 0: promises nothing

private:
    struct Waiting
    {
        quint64 mark = 0;
        QDateTime until;
        http::Responder responder;
        http::Response response;
    };

    void release(quint64 mark);
    void releaseOverdue();
    void watch();

    calls::Journal &m_journal;
    calls::Clock &m_clock;
    std::deque<Waiting> m_waiting; ///< in order of arrival
    bool m_watching = false;
};

} // namespace anteroom::twilio
