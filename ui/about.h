// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QWidget;

namespace anteroom::ui {

class Theme;

/// What this program is, its version and licence. Deletes itself when closed.
QDialog *makeAboutBox(const Theme &theme, QWidget *parent);

} // namespace anteroom::ui
