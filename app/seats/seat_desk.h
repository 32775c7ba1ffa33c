// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/command.h"
#include "calls/desk_state.h"
#include "calls/listener_text.h"
#include "calls/seat.h"

#include <QObject>

#include <expected>

namespace anteroom::seats {

/// What consoles elsewhere need of a switchboard. Engine thread only.
class SeatDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Records a wish of a seat, or refuses it. Roles are judged here and nowhere else.
    virtual std::expected<void, calls::Refusal> execute(const calls::Seat &seat,
                                                        const calls::Command &command) = 0;
    virtual void tellNow() = 0;                      ///< what has changed is told before this returns
    virtual calls::QueueChange snapshot() const = 0; ///< every call in view
    virtual calls::LineStatus line() const = 0;
    virtual calls::QueueStatus queueStatus() const = 0;
    virtual QStringList people() const = 0;       ///< names of those whom a caller may be given to
    virtual calls::TextsChange texts() const = 0; ///< every text that is kept

Q_SIGNALS:
    void queueChanged(const anteroom::calls::QueueChange &change);
    void lineChanged(const anteroom::calls::LineStatus &line);
    void closeOutChanged(const anteroom::calls::CloseOutStatus &status);
    void textsChanged(const anteroom::calls::TextsChange &change);
    void notice(const QString &seat, const QString &sentence);
};

} // namespace anteroom::seats
