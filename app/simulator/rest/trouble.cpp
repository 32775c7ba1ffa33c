// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/trouble.h"

namespace anteroom::simulator::rest {

std::optional<Trouble> TroubleMaker::next(const Faults &faults, QByteArrayView path)
{
    if (faults.latencyMilliseconds <= 0 && faults.status == 0 && !faults.dropConnections)
        return std::nullopt;
    if (!path.startsWith(faults.pathPrefix.toUtf8()))
        return std::nullopt;
    ++m_matching;
    if (faults.everyNth > 1 && m_matching % quint64(faults.everyNth) != 0)
        return std::nullopt;
    return Trouble{faults.latencyMilliseconds, faults.status, faults.dropConnections, faults.afterActing};
}

} // namespace anteroom::simulator::rest
