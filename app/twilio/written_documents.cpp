// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/written_documents.h"

#include <algorithm>

namespace anteroom::twilio {

QByteArray WrittenDocuments::of(const calls::Steps &steps, const std::function<QByteArray()> &write)
{
    const auto known =
        std::ranges::find_if(m_known, [&](const Written &each) { return each.steps == steps; });
    if (known != m_known.end())
        return known->document;
    m_known.push_front({steps, write()});
    if (m_known.size() > m_most)
        m_known.pop_back();
    return m_known.front().document;
}

} // namespace anteroom::twilio
