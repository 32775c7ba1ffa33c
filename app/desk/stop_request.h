// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace anteroom::desk {

/// Tells the event loop that the system or the person at the terminal wants us to stop (SIGTERM, SIGINT,
/// console close). One at a time.
class StopRequest : public QObject
{
    Q_OBJECT
public:
    explicit StopRequest(QObject *parent = nullptr);
    ~StopRequest() override;

Q_SIGNALS:
    void stopRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::desk
