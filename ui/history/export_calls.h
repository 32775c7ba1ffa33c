// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QByteArray>

#include <functional>

class QFileDialog;
class QWidget;

namespace anteroom::ui {

/// Calls for a spreadsheet (RFC 4180, UTF-8), one per line below a line of names. The names and the words of
/// the outside contract are not translated: programs read this, too.
QByteArray toCsv(const QList<calls::PastCall> &calls);

/// Opens the question where to; `tell` gets a sentence when it could not be saved.
QFileDialog *askToExport(const QList<calls::PastCall> &calls, QWidget *parent,
                         std::function<void(const QString &sentence)> tell);

} // namespace anteroom::ui
