// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

#include <QHostAddress>
#include <QObject>

#include <expected>
#include <memory>

namespace anteroom::http {
class Server;
}

namespace anteroom::simulator {

class Api; // rest/api.h: explicit Api(World &world, QObject *parent); void handle(http::Request,
           // http::Responder);

/// A World behind its HTTP server: REST under /2010-04-01 and /v2, control under /simulator/. What
/// --rehearse, the anteroom-simulator program and the tests embed. One thread (its own); stop it by
/// destroying it.
class PhoneCompany : public QObject
{
    Q_OBJECT
public:
    explicit PhoneCompany(WorldOptions options, QObject *parent = nullptr);
    ~PhoneCompany() override;

    /// Port 0 takes a free one. The error is a sentence for the user.
    std::expected<void, QString> listen(const QHostAddress &address = QHostAddress::LocalHost,
                                        quint16 port = 0);
    QString origin() const { return m_world.origin(); } ///< http://ADDR:PORT
    World &world() { return m_world; }

private:
    World m_world;
    std::unique_ptr<http::Server> m_server;
    Api *m_api = nullptr;
};

} // namespace anteroom::simulator
