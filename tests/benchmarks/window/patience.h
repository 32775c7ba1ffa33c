// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace anteroom::benchmarks {

/// Ends the program with a sentence when nothing has got on for so long: a measurement that cannot be made
/// must not look like one that takes long.
class Patience : public QObject
{
public:
    /// `awaited` completes "Waited 10 s for ..., in vain".
    Patience(std::chrono::seconds longest, std::function<QString()> awaited);

    void renew(); ///< also begins it
    void end() { m_timer.stop(); }

private:
    QTimer m_timer;
};

} // namespace anteroom::benchmarks
