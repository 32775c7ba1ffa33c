// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "simulator/rest/trouble.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace anteroom::simulator {

class World;

namespace rest {
class Control;
}

/// The phone company's HTTP face: REST under /2010-04-01 and /v2, and the control requests under /simulator/,
/// which faults never hit. One thread, the World's.
class Api : public QObject
{
    Q_OBJECT
public:
    explicit Api(World &world, QObject *parent = nullptr);
    ~Api() override;

    void handle(http::Request request, http::Responder responder);

private:
    struct Waiting;

    void act(const std::shared_ptr<Waiting> &waiting);
    void finish(const std::shared_ptr<Waiting> &waiting);

    World &m_world;
    std::unique_ptr<rest::Control> m_control;
    rest::TroubleMaker m_trouble;
    int m_inFlight = 0;
};

} // namespace anteroom::simulator
