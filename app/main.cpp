// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"
#include "desk/headless.h"
#include "desk/logging.h"
#include "desk/options.h"
#ifdef ANTEROOM_HAS_WINDOW
#include "console.h"
#endif

#include <QCoreApplication>

#include <cstdio>

using namespace anteroom;

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto options = desk::readOptions(arguments);
    if (!options) {
        const auto &farewell = options.error();
        std::fputs(farewell.text.toUtf8().constData(), farewell.exitCode == 0 ? stdout : stderr);
        return farewell.exitCode;
    }
    desk::startLogging();
    // Qt would read its own options out of the arguments otherwise; ours have been read already.
    int noArguments = 1;
#ifdef ANTEROOM_HAS_WINDOW
    if (options->task == desk::Options::Task::Run && !options->headless)
        return runConsole(noArguments, argv, *options);
#endif
    QCoreApplication application(noArguments, argv);
    desk::prepareApplication();
    return options->task == desk::Options::Task::Run ? desk::runHeadless(*options) : desk::runTask(*options);
}
