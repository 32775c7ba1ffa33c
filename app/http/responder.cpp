// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"
#include "http/responder_exchange.h"

namespace anteroom::http {

Responder::Responder(std::shared_ptr<Exchange> exchange) : m_exchange(std::move(exchange))
{
}

Responder::Responder(Responder &&) noexcept = default;

Responder &Responder::operator=(Responder &&other) noexcept
{
    if (this != &other) {
        Responder dropped(std::move(*this)); // answers 500 if nobody has answered
        m_exchange = std::move(other.m_exchange);
    }
    return *this;
}

Responder::~Responder()
{
    if (m_exchange)
        respond(plainResponse(500));
}

void Responder::respond(const Response &response)
{
    const std::shared_ptr<Exchange> exchange = std::exchange(m_exchange, nullptr);
    if (exchange && exchange->connection && !exchange->answered)
        exchange->connection->answer(*exchange, response);
}

void Responder::drop()
{
    const std::shared_ptr<Exchange> exchange = std::exchange(m_exchange, nullptr);
    if (exchange && exchange->connection && !exchange->answered)
        exchange->connection->abort();
}

} // namespace anteroom::http
