// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/world.h"

#include "simulator/calls.h"
#include "simulator/conferences.h"
#include "simulator/media.h"
#include "simulator/messages.h"
#include "simulator/notifications.h"
#include "simulator/numbers.h"
#include "simulator/phones.h"
#include "simulator/queues.h"
#include "simulator/recordings.h"
#include "simulator/sids.h"
#include "simulator/webhooks.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

World::World(const WorldOptions &options, QObject *parent)
    : QObject(parent),
      m_origin(u"https://api.twilio.com"_s),
      m_sids(std::make_unique<Sids>(options.seed)),
      m_notifications(std::make_unique<Notifications>(*this)),
      m_numbers(std::make_unique<Numbers>(*this)),
      m_phones(std::make_unique<Phones>()),
      m_webhooks(std::make_unique<Webhooks>(*this)),
      m_media(std::make_unique<Media>(*this)),
      m_recordings(std::make_unique<Recordings>(*this)),
      m_messages(std::make_unique<Messages>(*this)),
      m_queues(std::make_unique<Queues>(*this)),
      m_conferences(std::make_unique<Conferences>(*this)),
      m_calls(std::make_unique<Calls>(*this))
{
    m_account.sid = options.accountSid.isEmpty() ? m_sids->make(u"AC") : options.accountSid;
    m_account.authToken = options.authToken.isEmpty() ? m_sids->word(32) : options.authToken;
    m_account.friendlyName = u"Anteroom rehearsal"_s;
    m_account.created = m_clock.now();
}

World::~World() = default;

void World::bury(std::shared_ptr<void> dead)
{
    m_clock.after(std::chrono::milliseconds{0}, this, [dead = std::move(dead)] {});
}

} // namespace anteroom::simulator
