// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace anteroom::simulator {

/// How one webhook is requested: the limits of facts 1.3, changed by the fragment of its URL
/// ("#ct=2000&rc=3&rp=ct,rt"), which is neither sent nor signed. Values out of range are ignored.
struct Overrides
{
    std::chrono::milliseconds connectTime{5000};
    std::chrono::milliseconds readTime{15000};
    std::chrono::milliseconds totalTime{15000};
    int retries = 1;
    bool retryConnect = true;
    bool retryRead = false;
    bool retry4xx = false;
    bool retry5xx = false;
};

Overrides overridesOf(const QString &url);
QByteArray withoutFragment(const QString &url);

} // namespace anteroom::simulator
