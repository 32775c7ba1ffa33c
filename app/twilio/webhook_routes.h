// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/clock.h"
#include "calls/journal.h"
#include "calls/sound_file.h"
#include "calls/switchboard.h"
#include "http/server.h"
#include "twilio/account.h"

#include <QObject>

#include <memory>
#include <optional>

namespace anteroom::twilio {

/// The webhooks of design section 5: signature first, then news for the switchboard, then its steps as a
/// document, once the journal has them (waited for at most 1 s). Also /health. Engine thread only.
class WebhookRoutes : public QObject
{
    Q_OBJECT
public:
    WebhookRoutes(Account account, const Places &places, calls::Switchboard &switchboard,
                  calls::Journal &journal, calls::Clock &clock, QObject *parent = nullptr);
    ~WebhookRoutes() override;

    void setPublicUrl(const QUrl &url);
    /// Served to whoever knows its address; documents name it where a line's music is a file.
    void setHoldMusic(const std::optional<calls::SoundFile> &music);
    void handle(const http::Request &request, http::Responder responder);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::twilio
