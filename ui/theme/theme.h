// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace anteroom::ui {

class SystemLook;

/// Sizes of text, relative to the system's font.
enum class TextSize { Small, Normal, Card, Large, Title };

/// What the window looks like: the system's light or dark setting, or the user's own choice. Applies itself
/// to the application (style, palette, style sheet); widgets that paint themselves ask it for colours while
/// painting.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    explicit Theme(QApplication &application, Choice choice = Choice::System, QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    const Tokens &tokens() const;

    /// The system's font in one of our sizes.
    QFont font(TextSize size, QFont::Weight weight = QFont::Normal) const;

Q_SIGNALS:
    void changed();

private:
    void apply();
    Look wanted() const;

    QApplication &m_application;
    QFont m_systemFont;
    SystemLook *m_system;
    Choice m_choice;
    Look m_look;
};

} // namespace anteroom::ui
