// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "desk/engine.h"
#include "load/webhooks.h"
#include "ui/theme/theme.h"
#include "ui/window.h"

#include <QTemporaryDir>
#include <QThread>

#include <memory>

class QApplication;

namespace anteroom::ui {
class QueueView;
}

namespace anteroom::benchmarks {

/// The console as a user runs it, engine thread, writer thread and window, with its history in a folder of
/// its own. The phone company's REST side is at `restOrigin`.
class WindowedDesk : public QObject
{
    Q_OBJECT
public:
    WindowedDesk(QApplication &application, const QUrl &restOrigin, const QString &line,
                 const QString &phone);
    ~WindowedDesk() override;

    void start(); ///< answered by listening(), or the program ends with a sentence
    std::uint16_t port() const { return m_port; }
    Desk desk() const; ///< how to send it webhooks
    calls::DeskMirror &mirror() const { return *m_mirror; }
    ui::MainWindow &window() const { return *m_window; }
    ui::QueueView &view() const;

Q_SIGNALS:
    void listening();

private:
    void open(const QString &url);

    QTemporaryDir m_folder;
    ui::Theme m_theme;
    QThread m_thread;
    std::unique_ptr<desk::Engine> m_engine;
    std::unique_ptr<calls::DeskMirror> m_mirror;
    std::unique_ptr<ui::MainWindow> m_window;
    std::uint16_t m_port = 0;
    QString m_line;
};

} // namespace anteroom::benchmarks
