// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "desk/account_office.h"
#include "desk/desk.h"
#include "desk/local_mirror.h"
#include "desk/practice.h"
#include "desk/stop_request.h"
#include "settings/environment_secret_store.h"
#include "settings/keychain_secret_store.h"
#include "settings/keys.h"
#include "settings/paths.h"
#include "settings/settings.h"
#include "ui/application.h"
#include "ui/settings/settings_window.h"
#include "ui/setup/check_dialog.h"
#include "ui/setup/setup_wizard.h"
#include "ui/window.h"

#include <QApplication>
#include <QMessageBox>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace anteroom {

using namespace std::chrono_literals;
namespace keys = settings::keys;

namespace {

ui::Theme::Choice lookFrom(settings::Appearance appearance)
{
    switch (appearance) {
    case settings::Appearance::Light:
        return ui::Theme::Choice::Light;
    case settings::Appearance::Dark:
        return ui::Theme::Choice::Dark;
    case settings::Appearance::System:
        break;
    }
    return ui::Theme::Choice::System;
}

settings::Appearance appearanceFrom(ui::Theme::Choice look)
{
    switch (look) {
    case ui::Theme::Choice::Light:
        return settings::Appearance::Light;
    case ui::Theme::Choice::Dark:
        return settings::Appearance::Dark;
    case ui::Theme::Choice::System:
        break;
    }
    return settings::Appearance::System;
}

ui::WaitLimits waitLimits(const settings::Settings &settings)
{
    return {settings.value(keys::waitLong), settings.value(keys::waitTooLong)};
}

QList<ui::PracticeEntry> practiceEntries()
{
    QList<ui::PracticeEntry> entries;
    for (const desk::PracticeSituation &each : desk::practiceSituations())
        entries.append({each.id, each.name, each.teaches, each.happening});
    return entries;
}

ui::WindowOptions windowOptions(const settings::Settings &settings, bool rehearsal)
{
    ui::WindowOptions options;
    options.choices.look = lookFrom(settings.value(keys::appearance));
    options.choices.sound = settings.value(keys::soundOn);
    options.choices.notifications = settings.value(keys::notificationsOn);
    options.choices.geometry = settings.value(keys::windowGeometry);
    options.choices.splitter = settings.value(keys::windowLayout);
    options.waits = waitLimits(settings);
    options.rehearsal = rehearsal;
    if (rehearsal)
        options.practice = practiceEntries();
    return options;
}

/// Nobody has said yet which number callers dial.
bool isFirstStart(const desk::Options &options, const settings::Settings &settings)
{
    return !options.rehearsal && options.line.isEmpty() && settings.value(keys::lineNumber).isEmpty();
}

void keepChoices(settings::Settings &settings, const ui::WindowChoices &choices)
{
    settings.set(keys::appearance, appearanceFrom(choices.look));
    settings.set(keys::soundOn, choices.sound);
    settings.set(keys::notificationsOn, choices.notifications);
    settings.set(keys::windowGeometry, choices.geometry);
    settings.set(keys::windowLayout, choices.splitter);
}

} // namespace

int runConsole(int &argc, char **argv, const desk::Options &options)
{
    QApplication application(argc, argv);
    desk::prepareApplication();
    ui::prepareApplication(application);
    settings::Settings settings(settings::settingsFile());
    const auto settingsProblem = settings.load();

    desk::Desk theDesk(options, settings);
    settings::EnvironmentSecretStore environment;
    settings::KeychainSecretStore keychain;
    desk::AccountOffice office(options, settings, environment, keychain, [&] { return theDesk.atWork(); });
    desk::StopRequest stopRequest;
    ui::Theme theme(application, lookFrom(settings.value(keys::appearance)));
    std::unique_ptr<desk::LocalMirror> mirror;
    std::unique_ptr<ui::MainWindow> window;
    std::unique_ptr<desk::Practice> practice; ///< null unless in rehearsal
    bool stopping = false;
    const auto stop = [&] {
        if (std::exchange(stopping, true))
            return;
        QTimer::singleShot(4s, &theDesk, [] { QCoreApplication::exit(0); });
        theDesk.stop();
    };

    const auto openSetup = [&] {
        if (auto *open = window ? window->findChild<ui::SetupWizard *>() : nullptr) {
            open->raise();
            return open;
        }
        auto *setup = new ui::SetupWizard(office, settings.value(keys::lineNumber), window.get());
        setup->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(setup, &ui::SetupWizard::rehearsalAsked, &theDesk, [&, setup] {
            theDesk.rehearse({});
            setup->accept();
        });
        QObject::connect(setup, &ui::SetupWizard::numberConnected, &theDesk, [&] {
            theDesk.useSecrets(office.secrets());
            if (window)
                theDesk.startAgain();
        });
        QObject::connect(setup, &ui::SetupWizard::numberGivenBack, &theDesk, [&, setup] {
            auto *message =
                new QMessageBox(QMessageBox::Information, QCoreApplication::applicationName(),
                                QCoreApplication::translate("anteroom::Console",
                                                            "Your number is what it was before. Anteroom "
                                                            "ends now; the next start asks for a number "
                                                            "again."),
                                QMessageBox::Ok, setup);
            message->setAttribute(Qt::WA_DeleteOnClose);
            QObject::connect(message, &QMessageBox::finished, &theDesk, stop);
            message->open();
        });
        QObject::connect(setup, &QDialog::finished, &theDesk, [&] {
            if (window || stopping)
                return;
            // At the first start there is no other window: on to the desk, or out.
            if (theDesk.isRehearsal() ||
                (!settings.value(keys::lineNumber).isEmpty() && theDesk.hasSecrets()))
                theDesk.start();
            else
                stop();
        });
        setup->show();
        return setup;
    };
    const auto openCheck = [&] {
        auto *check = window->findChild<ui::CheckDialog *>();
        if (!check) {
            check = new ui::CheckDialog(office, window.get());
            check->setAttribute(Qt::WA_DeleteOnClose);
            QObject::connect(check, &ui::CheckDialog::phoneAsked, window.get(), &ui::MainWindow::askPhone);
            QObject::connect(check, &ui::CheckDialog::accountAsked, window.get(),
                             [&] { openSetup()->showAccount(); });
        }
        check->show();
        check->raise();
    };

    QObject::connect(&theDesk, &desk::Desk::engineMade, &theDesk, [&] {
        if (mirror) {
            mirror->follow(*theDesk.engine());
            return;
        }
        mirror = std::make_unique<desk::LocalMirror>(*theDesk.engine());
        window =
            std::make_unique<ui::MainWindow>(*mirror, theme, windowOptions(settings, theDesk.isRehearsal()));
        QObject::connect(window.get(), &ui::MainWindow::choicesChanged, &settings,
                         [&] { keepChoices(settings, window->choices()); });
        const auto openSettings = [&] {
            auto *page = window->findChild<ui::SettingsWindow *>();
            if (!page) {
                page = new ui::SettingsWindow(settings, *mirror, theme, window.get());
                page->setAttribute(Qt::WA_DeleteOnClose);
            }
            page->show();
            page->raise();
            page->activateWindow();
            return page;
        };
        QObject::connect(window.get(), &ui::MainWindow::settingsAsked, window.get(), openSettings);
        QObject::connect(window.get(), &ui::MainWindow::setupAsked, window.get(), openSetup);
        QObject::connect(window.get(), &ui::MainWindow::checkAsked, window.get(), openCheck);
        QObject::connect(window.get(), &ui::MainWindow::askPhonesAsked, window.get(),
                         [openSettings] { openSettings()->showAskPhones(); });
        QObject::connect(&settings, &settings::Settings::changed, window.get(),
                         [&] { window->setWaitLimits(waitLimits(settings)); });
        QObject::connect(window.get(), &ui::MainWindow::practiceAsked, window.get(), [&](const QString &id) {
            if (practice)
                practice->play(id, mirror->seat().phone);
        });
        QObject::connect(window.get(), &ui::MainWindow::practiceEndAsked, window.get(), [&] {
            if (practice)
                practice->end();
        });
        window->show();
        if (settingsProblem)
            QMessageBox::warning(window.get(), QCoreApplication::applicationName(), *settingsProblem);
    });
    QObject::connect(&theDesk, &desk::Desk::ready, &theDesk, [](const QString &url) {
        std::fputs(qPrintable(QStringLiteral("listening %1\n").arg(url)), stdout);
        std::fflush(stdout);
    });
    QObject::connect(&theDesk, &desk::Desk::ready, &theDesk, [&] {
        if (!theDesk.isRehearsal())
            return;
        practice = std::make_unique<desk::Practice>(theDesk);
        QObject::connect(practice.get(), &desk::Practice::begun, window.get(), &ui::MainWindow::showPractice);
        QObject::connect(practice.get(), &desk::Practice::ended, window.get(),
                         [&] { window->showPractice({}); });
    });
    QObject::connect(&theDesk, &desk::Desk::failed, &theDesk, [&](const QString &sentence) {
        std::fputs((sentence + u'\n').toUtf8().constData(), stderr);
        auto *message = new QMessageBox(QMessageBox::Critical, QStringLiteral("Anteroom"), sentence,
                                        QMessageBox::Close, window.get());
        message->setAttribute(Qt::WA_DeleteOnClose);
        message->setTextFormat(Qt::PlainText);
        QObject::connect(message, &QMessageBox::finished, &theDesk, [] { QCoreApplication::exit(1); });
        message->open();
    });
    QObject::connect(&theDesk, &desk::Desk::stopped, &theDesk, [] { QCoreApplication::exit(0); });
    QObject::connect(&stopRequest, &desk::StopRequest::stopRequested, &theDesk, stop);
    QObject::connect(&application, &QApplication::lastWindowClosed, &theDesk, [&] {
        if (window) // the set-up closes before there is one
            stop();
    });
    QObject::connect(&theDesk, &desk::Desk::accountMissing, &theDesk, [&] { openSetup()->showAccount(); });
    application.setQuitOnLastWindowClosed(false);
    QTimer::singleShot(0, &theDesk, [&] {
        if (isFirstStart(options, settings))
            openSetup();
        else
            theDesk.start();
    });
    const int code = QApplication::exec();
    if (window)
        keepChoices(settings, window->choices());
    practice.reset();
    window.reset();
    mirror.reset();
    return code;
}

} // namespace anteroom
