// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

#include <optional>

namespace anteroom::calls {

/// The list of calls that somebody should see to: who hung up while waiting, was turned away, met a full
/// queue or called after hours. Whoever has left a message is in the voicemail list instead, and whoever
/// calls again and is talked to is done by themselves.
class MissedCalls : public QObject
{
    Q_OBJECT
public:
    explicit MissedCalls(DeskCore &core);

    void mark(const QString &sid, bool done);
    void noteApology(const QString &sid);

private:
    void consider(const Call &call);
    void list(const Call &call, MissedWhy why);
    void talkedTo(const Call &call);
    void makeRoom();
    std::optional<MissedWhy> whyMissed(const Call &call) const;

    DeskCore &m_core;
};

} // namespace anteroom::calls
