// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QString>

#include <functional>

class QFileDialog;
class QWidget;

namespace anteroom::ui {

/// "2026-03-14 Priya Raman.wav": a name that every file system takes, whatever the caller is called.
QString fileNameOf(const calls::Message &message);

/// Asks where to, and copies the sound there. Troubles are told as a sentence. The dialog is open already.
QFileDialog *askToSave(const calls::Message &message, QWidget *parent,
                       std::function<void(const QString &sentence)> tell);

} // namespace anteroom::ui
