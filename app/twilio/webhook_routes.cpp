// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/webhook_routes.h"

#include "twilio/webhook_receiver.h"

namespace anteroom::twilio {

class WebhookRoutes::Private
{
public:
    Private(Account account, const Places &places, calls::Switchboard &switchboard, calls::Journal &journal,
            calls::Clock &clock)
        : receiver(std::move(account), places.publicUrl,
                   {[&switchboard](const calls::CarrierEvent &event) { return switchboard.handle(event); },
                    [&switchboard] { switchboard.noteWebhook(); }},
                   journal, clock)
    {
    }

    WebhookReceiver receiver;
};

WebhookRoutes::WebhookRoutes(Account account, const Places &places, calls::Switchboard &switchboard,
                             calls::Journal &journal, calls::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(account), places, switchboard, journal, clock))
{
}

WebhookRoutes::~WebhookRoutes() = default;

void WebhookRoutes::setPublicUrl(const QUrl &url)
{
    d->receiver.setPublicUrl(url);
}

void WebhookRoutes::setHoldMusic(const std::optional<calls::SoundFile> &music)
{
    d->receiver.setHoldMusic(music);
}

void WebhookRoutes::handle(const http::Request &request, http::Responder responder)
{
    d->receiver.handle(request, std::move(responder));
}

} // namespace anteroom::twilio
