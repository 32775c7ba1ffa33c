// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/headless.h"

#include "desk/desk.h"
#include "desk/engine.h"
#include "desk/live_queue.h"
#include "desk/local_mirror.h"
#include "desk/print.h"
#include "desk/stop_request.h"
#include "settings/paths.h"
#include "settings/settings.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace anteroom::desk {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "anteroom.desk")

/// What the window would show in its status bar.
void logWhatAPersonShouldRead(Desk &desk)
{
    QObject::connect(desk.engine(), &Engine::notice, &desk,
                     [](const QString &sentence) { qCInfo(log).noquote() << sentence; });
    QObject::connect(
        desk.engine(), &Engine::connectionChanged, &desk,
        [told = QStringList{QString(), QString()}](const calls::ConnectionStatus &status) mutable {
            const QStringList problems{status.carrierProblem, status.savingProblem};
            if (std::exchange(told, problems) == problems)
                return;
            for (const QString &problem : problems)
                if (!problem.isEmpty())
                    qCWarning(log).noquote() << problem;
            if (problems.join(QString()).isEmpty())
                qCInfo(log) << "the phone company answers and everything is being saved";
        });
}

} // namespace

int runHeadless(const Options &options)
{
    settings::Settings settings(settings::settingsFile());
    if (const auto problem = settings.load())
        printLine(*problem, stderr);
    Desk desk(options, settings);
    StopRequest stopRequest;
    std::optional<LocalMirror> mirror;
    std::optional<LiveQueue> queue;
    QObject::connect(&desk, &Desk::engineMade, &desk, [&] {
        logWhatAPersonShouldRead(desk);
        if (desk.isRehearsal()) {
            mirror.emplace(*desk.engine());
            queue.emplace(*mirror, stdout);
        }
    });
    QObject::connect(&desk, &Desk::ready, &desk,
                     [](const QString &url) { printLine(QStringLiteral("listening ") + url, stdout); });
    QObject::connect(&desk, &Desk::failed, &desk, [](const QString &sentence) {
        printLine(sentence, stderr);
        QCoreApplication::exit(1);
    });
    QObject::connect(&desk, &Desk::stopped, &desk, [] { QCoreApplication::exit(0); });
    QObject::connect(&stopRequest, &StopRequest::stopRequested, &desk, [&desk] {
        // Whatever the phone company or the disk does: within 5 s we are gone, and the journal knows what was
        // open.
        QTimer::singleShot(4s, &desk, [] { QCoreApplication::exit(0); });
        desk.stop();
    });
    QTimer::singleShot(0, &desk, &Desk::start);
    const int code = QCoreApplication::exec();
    queue.reset();
    mirror.reset();
    return code;
}

} // namespace anteroom::desk
