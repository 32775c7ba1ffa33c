// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "desk/queue_news.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

namespace anteroom::desk {

class Engine;

/// The window's view of a switchboard in another thread of this program: queued signals in, queued calls out.
class LocalMirror final : public calls::DeskMirror
{
    Q_OBJECT
public:
    /// The engine may live in another thread; it must outlive this object or say that it is going.
    explicit LocalMirror(Engine &engine, QObject *parent = nullptr);
    ~LocalMirror() override;

    /// The engine before is gone, and this one goes on with its calls. Until it has told them, what was there
    /// stays in sight.
    void follow(Engine &engine);

    quint64 submit(calls::Command command) override;
    void setPhone(const QString &number) override;
    void requestPastCalls(const calls::PastCallQuery &query) override;

private:
    void tellSoon();
    void tellNews();
    void onEverythingRepeated();
    void onEngineGone();

    QPointer<Engine> m_engine;
    std::shared_ptr<QueueNews> m_news; ///< filled in the engine's thread
    QMetaObject::Connection m_filling;
    QSet<QString> m_unheard;                     ///< calls that only an engine before this one has told of
    std::optional<calls::SeatPhone> m_phoneNews; ///< not told yet
    QTimer m_pause;                              ///< before a telling
    quint64 m_lastRequest = 0;
};

} // namespace anteroom::desk
