// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/messages.h"

namespace anteroom::calls {

/// Messages of which nobody here has heard: left in the mailbox that the phone company hosts while the desk
/// was gone, by people it never knew, or whose news got lost. Asked for at the start, then slowly on.
class MessageSearch : public QObject
{
    Q_OBJECT
public:
    MessageSearch(DeskCore &core, Messages &messages);
    void start();

private:
    QCoro::Task<void> seek();
    /// Answers whether this one need not be looked at again.
    QCoro::Task<bool> lookAt(RecordingInfo recording);
    QCoro::Task<void> enterPastCalls(Call call);

    DeskCore &m_core;
    Messages &m_messages;
    QSet<QString> m_others; ///< recordings of the account that are none of this line
};

} // namespace anteroom::calls
