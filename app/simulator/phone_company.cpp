// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/phone_company.h"

#include "http/server.h"
#include "simulator/rest/api.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

PhoneCompany::PhoneCompany(WorldOptions options, QObject *parent)
    : QObject(parent),
      m_world(std::move(options)),
      m_server(std::make_unique<http::Server>()),
      m_api(new Api(m_world, this))
{
    m_server->setHandler([this](http::Request request, http::Responder responder) {
        m_api->handle(std::move(request), std::move(responder));
    });
}

PhoneCompany::~PhoneCompany()
{
    m_server->close(); // before the world that its answers come from
}

std::expected<void, QString> PhoneCompany::listen(const QHostAddress &address, quint16 port)
{
    if (auto listening = m_server->listen(address, port); !listening)
        return listening;
    m_world.setOrigin(u"http://"_s + http::hostAndPort(m_server->address(), m_server->port()));
    return {};
}

} // namespace anteroom::simulator
