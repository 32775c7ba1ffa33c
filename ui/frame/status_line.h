// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;

namespace anteroom::ui {

class ElidedLabel;

/// The last line: how the desk hears the phone company, in plain words, and who sits here.
class StatusLine : public QFrame
{
    Q_OBJECT
public:
    StatusLine(calls::DeskMirror &mirror, const Theme &theme, bool rehearsal, QWidget *parent = nullptr);

private:
    void refresh();
    void applyTheme();

    calls::DeskMirror &m_mirror;
    const Theme &m_theme;
    bool m_rehearsal;
    QLabel *m_light;
    ElidedLabel *m_hearing;
    QLabel *m_roundTrip;
    QLabel *m_rehearsalSign;
    QLabel *m_seat;
};

} // namespace anteroom::ui
