// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// Whether the line is open: here at once, and at the phone company as soon as it can be told.
class Lines : public QObject
{
    Q_OBJECT
public:
    explicit Lines(DeskCore &core);
    /// Answered when the phone company knows, or cannot be told.
    QCoro::Task<void> set(QString seat, bool open);

private:
    DeskCore &m_core;
    int m_wish = 0; ///< the newest wins
};

} // namespace anteroom::calls
