// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/clock.h"
#include "simulator/settings.h"
#include "simulator/values.h"

#include <QObject>

#include <memory>

namespace anteroom::simulator {

class Calls;
class Conferences;
class Media;
class Messages;
class Notifications;
class Numbers;
class Phones;
class Queues;
class Recordings;
class Sids;
class Webhooks;

struct WorldOptions
{
    QString accountSid;
    QString authToken;
    quint32 seed = 1; ///< same seed, same SIDs and same believable callers
};

/// A whole telephone company with one account, in one thread. Its departments answer what the REST API
/// (rest/api.h, class Api) and the control API ask; every verb returns a value or the refusal the real one
/// would give. Starts with three numbers (voice and text; voice only; one owned by a TwiML app) and no queue.
class World : public QObject
{
    Q_OBJECT
public:
    explicit World(const WorldOptions &options, QObject *parent = nullptr);
    ~World() override;

    Account &account() { return m_account; }
    const Account &account() const { return m_account; }
    Clock &clock() { return m_clock; }
    const Clock &clock() const { return m_clock; }
    Faults &faults() { return m_faults; }
    Guesses &guesses() { return m_guesses; }
    const Guesses &guesses() const { return m_guesses; }

    /// Scheme, host and port of the REST side; RecordingUrl and the like are built on it. No slash at the
    /// end.
    QString origin() const { return m_origin; }
    void setOrigin(const QString &origin) { m_origin = origin; }

    Sids &sids() { return *m_sids; }
    Numbers &numbers() { return *m_numbers; }
    Phones &phones() { return *m_phones; }
    Calls &calls() { return *m_calls; }
    Queues &queues() { return *m_queues; }
    Conferences &conferences() { return *m_conferences; }
    Recordings &recordings() { return *m_recordings; }
    Messages &messages() { return *m_messages; }
    Webhooks &webhooks() { return *m_webhooks; }
    Notifications &notifications() { return *m_notifications; }
    Media &media() { return *m_media; }

    /// Keeps what is no longer wanted until nothing of it is being executed.
    void bury(std::shared_ptr<void> dead);

private:
    Account m_account;
    Clock m_clock;
    Faults m_faults;
    Guesses m_guesses;
    QString m_origin;
    std::unique_ptr<Sids> m_sids;
    std::unique_ptr<Notifications> m_notifications;
    std::unique_ptr<Numbers> m_numbers;
    std::unique_ptr<Phones> m_phones;
    std::unique_ptr<Webhooks> m_webhooks;
    std::unique_ptr<Media> m_media;
    std::unique_ptr<Recordings> m_recordings;
    std::unique_ptr<Messages> m_messages;
    std::unique_ptr<Queues> m_queues;
    std::unique_ptr<Conferences> m_conferences;
    std::unique_ptr<Calls> m_calls;
};

} // namespace anteroom::simulator
