// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/system_look.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(role, colour);
    };
    set(QPalette::Window, t.window);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.panel);
    set(QPalette::AlternateBase, t.hover);
    set(QPalette::Text, t.text);
    set(QPalette::PlaceholderText, t.dim);
    set(QPalette::Button, t.panel);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.alert);
    set(QPalette::ToolTipBase, t.panel);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.onAccent);
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    set(QPalette::Light, t.panel);
    set(QPalette::Midlight, t.line);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.line);
    set(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.dim);
    return palette;
}

} // namespace

Theme::Theme(QApplication &application, Choice choice, QObject *parent)
    : QObject(parent),
      m_application(application),
      m_systemFont(QApplication::font()),
      m_system(new SystemLook(this)),
      m_choice(choice),
      m_look(wanted())
{
    // A desktop without any font setting gives 9 points, too small for a desk that is read from a chair's
    // length.
    constexpr qreal smallest = 10;
    if (m_systemFont.pointSizeF() > 0 && m_systemFont.pointSizeF() < smallest)
        m_systemFont.setPointSizeF(smallest);
    connect(m_system, &SystemLook::changed, this, [this] { setChoice(m_choice); });
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    apply();
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    if (wanted() == m_look)
        return;
    m_look = wanted();
    apply();
    Q_EMIT changed();
}

const Tokens &Theme::tokens() const
{
    return tokensFor(m_look);
}

QFont Theme::font(TextSize size, QFont::Weight weight) const
{
    const auto factor = [size] {
        switch (size) {
        case TextSize::Small:
            return 0.88;
        case TextSize::Card:
            return 1.14;
        case TextSize::Large:
            return 1.29;
        case TextSize::Title:
            return 1.43;
        case TextSize::Normal:
            break;
        }
        return 1.0;
    };
    QFont font = m_systemFont;
    font.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() * factor() : 10.5 * factor());
    font.setWeight(weight);
    return font;
}

Look Theme::wanted() const
{
    switch (m_choice) {
    case Choice::Light:
        return Look::Light;
    case Choice::Dark:
        return Look::Dark;
    case Choice::System:
        break;
    }
    return m_system->look();
}

void Theme::apply()
{
    QApplication::setPalette(paletteOf(tokens()));
    QApplication::setFont(m_systemFont);
    m_application.setStyleSheet(styleSheet(tokens()));
}

} // namespace anteroom::ui
