// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/stop_request.h"

#include <QMetaObject>
#include <QPointer>

#include <qt_windows.h>

namespace anteroom::desk {

namespace {
QPointer<StopRequest> receiver; // the console handler is a plain function in a thread of the system's

BOOL WINAPI onConsole(DWORD)
{
    if (receiver)
        QMetaObject::invokeMethod(receiver, &StopRequest::stopRequested, Qt::QueuedConnection);
    return TRUE;
}
} // namespace

class StopRequest::Private
{
};

StopRequest::StopRequest(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    receiver = this;
    SetConsoleCtrlHandler(onConsole, TRUE);
}

StopRequest::~StopRequest()
{
    SetConsoleCtrlHandler(onConsole, FALSE);
    receiver.clear();
}

} // namespace anteroom::desk
