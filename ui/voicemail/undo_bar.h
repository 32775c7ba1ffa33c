// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace anteroom::ui {

/// What has just been deleted, and the way back while there is one. Takes no room otherwise.
class UndoBar : public QFrame
{
    Q_OBJECT
public:
    UndoBar(calls::DeskMirror &mirror, const Theme &theme, QWidget *parent = nullptr);
    void undo(); ///< the newest

private:
    void refresh();
    void dismiss();

    calls::DeskMirror &m_mirror;
    QLabel *m_text;
    QStringList m_deleted; ///< recordings, newest last
};

} // namespace anteroom::ui
