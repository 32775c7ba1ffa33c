// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/step.h"

#include <QByteArray>

#include <deque>
#include <functional>

namespace anteroom::twilio {

/// The documents of the last few different lists of steps. Whoever calls hears the same greeting and the same
/// music, so what a document says for one caller has most often been written for the one before.
class WrittenDocuments
{
public:
    explicit WrittenDocuments(std::size_t most = 16) : m_most(most) {}

    /// The document of these steps: the one that is known, or a new one. Only for documents that depend on
    /// nothing else.
    QByteArray of(const calls::Steps &steps, const std::function<QByteArray()> &write);
    void clear() { m_known.clear(); } ///< what they depend on has changed

private:
    struct Written
    {
        calls::Steps steps;
        QByteArray document;
    };

    std::size_t m_most;
    std::deque<Written> m_known; ///< the newest first
};

} // namespace anteroom::twilio
