// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/values.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace anteroom::simulator {

class World;

/// How long things take to be heard. Our own music and recordings are known; other files are fetched once and
/// measured (WAV by its head, anything else by its size), so that a file that cannot be had is noticed as the
/// real one notices it.
class Media
{
public:
    explicit Media(World &world) : m_world(world) {}

    static std::chrono::milliseconds spoken(const QString &text);
    /// `done` gets a negative length for a file that cannot be played; that is in the error log by then.
    void length(const QString &url, const QString &callSid, QObject *context,
                std::function<void(std::chrono::milliseconds)> done);

private:
    std::optional<std::chrono::milliseconds> known(const QString &url) const;

    World &m_world;
    QHash<QString, std::chrono::milliseconds> m_lengths;
};

} // namespace anteroom::simulator
