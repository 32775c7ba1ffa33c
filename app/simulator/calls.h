// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/call.h"
#include "simulator/leg.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace anteroom::simulator {

class World;

/// A leg that a Dial wants.
struct ChildCall
{
    QString parentSid;
    QString to;
    QString from;
    LegSetup setup;
};

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
    /// Recorded by the recording that runs, else by the next one of that call.
    Result<void> speak(const QString &sid, std::chrono::milliseconds time);

    // What an onlooker sees.
    QList<ExecutedVerb> executed(const QString &sid) const;
    Whereabouts whereabouts(const QString &sid) const;
    int living() const { return m_living; } ///< calls that count against the concurrency

    // For the other departments.
    static Result<void> checkUrl(const QString &url); ///< 21205
    Leg *leg(const QString &sid) const { return m_bySid.value(sid); }
    /// A created call whose answer is somebody else's business (a conference's).
    Result<Leg *> createLeg(const CreateCall &request, const std::function<void(Leg &)> &whenAnswered);
    Leg *addChild(const ChildCall &request);
    void ringChild(Leg &child);

signals:
    void changed(const QString &sid); ///< status or whereabouts

private:
    Result<void> check(const CreateCall &request) const;
    Result<Leg *> living(const QString &sid) const;
    Leg &add(Call call, LegSetup setup, Person person);
    void queueForSlot(Leg &leg);
    bool isFull() const;

    World &m_world;
    std::vector<std::unique_ptr<Leg>> m_legs; ///< oldest first
    QHash<QString, Leg *> m_bySid;
    int m_living = 0;
    QDateTime m_nextSlot; ///< of created calls
};

} // namespace anteroom::simulator
