// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;

namespace anteroom::ui {

/// When the line opens: what callers have left at the end of the last show for this one, and nobody has heard
/// yet. Takes no room otherwise, nor when it was put off until the next opening.
class NextShowOffer : public QFrame
{
    Q_OBJECT
public:
    NextShowOffer(calls::DeskMirror &mirror, const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void listen(const QString &recording); ///< the oldest of them

private:
    void refresh();

    calls::DeskMirror &m_mirror;
    QLabel *m_text;
    QString m_first;
    bool m_putOff = false;
};

} // namespace anteroom::ui
