// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/practice_entry.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;

namespace anteroom::ui {

/// While something is practised: what goes on, and what to try. Takes no room otherwise, nor once it was
/// hidden; what is practised goes on then.
class PracticeLine : public QFrame
{
    Q_OBJECT
public:
    explicit PracticeLine(const Theme &theme, QWidget *parent = nullptr);
    void tell(const PracticeEntry &entry);

Q_SIGNALS:
    void endAsked();

private:
    const Theme &m_theme;
    QLabel *m_name;
    QLabel *m_text;
};

} // namespace anteroom::ui
