// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace anteroom::ui {

/// Name, icon and translation of the program; call once, right after the QApplication is made and before any
/// window. The look is the Theme's.
void prepareApplication(QApplication &application);

} // namespace anteroom::ui
