// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/values.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace anteroom::simulator {

class World;

/// One webhook as it went out and what came back; one per attempt.
struct WebhookRecord
{
    quint64 id = 0;
    QDateTime at;
    QString kind; ///< voice, action, wait, conference-wait, whisper, fallback, status, recording, conference,
                  ///< message, amd
    QString callSid;
    QByteArray method;
    QByteArray url; ///< as requested, without fragment
    QList<http::Form::Field> parameters;
    QByteArray signature;
    QByteArray idempotencyToken; ///< on repeated attempts
    int attempt = 1;
    bool hosted = false;      ///< answered by the phone company itself (twimlets and its music)
    int status = 0;           ///< 0: no answer (yet)
    qint64 milliseconds = -1; ///< real ones; -1 while it runs
    QByteArray contentType;
    QByteArray answer; ///< first 64 kB
    int errorCode = 0;
};

/// Everything the phone company requests from others. Real network, real milliseconds.
class Webhooks : public QObject
{
    Q_OBJECT
public:
    explicit Webhooks(World &world);
    ~Webhooks() override;

    QList<WebhookRecord> log() const; ///< oldest first
    void clearLog();
    void setLogLimit(int records); ///< the oldest are forgotten beyond it; 5,000 at first

    /// Scales every limit of facts 1.3 (connect 5 s, whole request 15 s); tests make it small.
    void setTimeScale(double factor);

signals:
    void finished(quint64 id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::simulator
