// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"

#include <QObject>
#include <QTimer>

#include <cstdio>

namespace anteroom::desk {

/// The queue as plain text, for a rehearsal without a window: everybody who is there, by state and position.
QString queueAsText(const calls::DeskMirror &mirror, const QDateTime &now);

/// Prints it whenever it has changed, at most once a second.
class LiveQueue : public QObject
{
    Q_OBJECT
public:
    LiveQueue(calls::DeskMirror &mirror, std::FILE *out, QObject *parent = nullptr);

private:
    void print();

    calls::DeskMirror &m_mirror;
    std::FILE *m_out;
    QTimer m_soon;
};

} // namespace anteroom::desk
