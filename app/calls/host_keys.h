// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/close_out.h"
#include "calls/connection_watch.h"
#include "calls/host_call.h"
#include "calls/lines.h"
#include "calls/pulls.h"

#include <QCoreApplication>

#include <expected>

namespace anteroom::calls {

/// What the keys of a host on the telephone do. A host's wishes are permitted and carried out as any seat's
/// are.
class HostKeys
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::HostKeys)
public:
    HostKeys(DeskCore &core, Pulls &pulls, Moves &moves, CloseOut &closeOut, Lines &lines,
             ConnectionWatch &watch);

    void pressed(HostCall &call, const QString &digits);
    /// On to the next caller; what becomes of this one is set.
    void moveOn(HostCall &call);

private:
    void menuKey(HostCall &call, const QString &digit);
    void confirmKey(HostCall &call, const QString &digit);
    void movingOnKey(HostCall &call, const QString &digit);
    bool mayAll(HostCall &call);
    std::expected<void, QString> may(const HostCall &call, const Command &command) const;
    void next(HostCall &call, bool anybody);
    void dismiss(HostCall &call, AfterTalk how);
    void dismissQuietly(HostCall &call);

    DeskCore &m_core;
    Pulls &m_pulls;
    Moves &m_moves;
    CloseOut &m_closeOut;
    Lines &m_lines;
    ConnectionWatch &m_watch;
};

} // namespace anteroom::calls
