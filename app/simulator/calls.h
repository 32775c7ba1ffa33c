// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/call.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <unordered_map>

namespace anteroom::simulator {

class Leg;
class World;

/// Every call and leg, living and over.
class Calls : public QObject
{
    Q_OBJECT
public:
    explicit Calls(World &world);
    ~Calls() override;

    // What the REST API asks.
    Result<Call> create(const CreateCall &request);
    Result<Call> update(const QString &sid, const UpdateCall &request);
    Result<Call> get(const QString &sid) const;
    Result<void> remove(const QString &sid); ///< the record of a finished call; 20009 before
    QList<Call> list() const;                ///< newest first

    // What somebody with a telephone does.
    Result<Call> dial(const IncomingCall &call); ///< 10004 over the account's concurrency
    Result<void> press(const QString &sid, const QString &digits);
    Result<void> hangUp(const QString &sid);
    Result<void> speak(const QString &sid, int seconds);

    // What an onlooker sees.
    QList<ExecutedVerb> executed(const QString &sid) const;
    Whereabouts whereabouts(const QString &sid) const;
    int living() const; ///< calls that count against the concurrency

signals:
    void changed(const QString &sid); ///< status or whereabouts

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::simulator
