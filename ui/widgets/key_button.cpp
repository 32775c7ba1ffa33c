// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_button.h"

#include "ui/widgets/kind.h"
#include "ui/words/plain_text.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

constexpr int keyGap = 6;
constexpr int buttonPadding = 12;

} // namespace

KeyButton::KeyButton(const Theme &theme, QAction *action, const char *kind, QWidget *parent)
    : QPushButton(parent), m_theme(theme), m_action(action)
{
    setKind(this, kind);
    setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard with the table
    setFont(theme.font(TextSize::Normal, QFont::Medium));
    setObjectName(action->objectName());
    takeFromAction();
    connect(action, &QAction::changed, this, &KeyButton::takeFromAction);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void KeyButton::takeFromAction()
{
    QString words = m_action->text();
    words.remove(u'&');
    const QString key = m_action->shortcut().toString(QKeySequence::NativeText);
    if (words != text() || key != m_key) {
        setText(words);
        setAccessibleName(words);
        m_key = m_action->shortcut() == QKeySequence(Qt::Key_Return) ? tr("Enter") : key;
        const QString more = m_action->toolTip() == words ? QString() : m_action->toolTip();
        setToolTip(toolTipText(more));
        setAccessibleDescription(more); // otherwise the tool tip is read, with its markup
        updateGeometry();
    }
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    update();
}

void KeyButton::setShowsKey(bool shows)
{
    if (m_showsKey == shows)
        return;
    m_showsKey = shows;
    updateGeometry();
    update();
}

int KeyButton::widthWithKey() const
{
    const int words = fontMetrics().horizontalAdvance(text()) + buttonPadding * 2;
    if (m_key.isEmpty())
        return words;
    return words + keyGap + QFontMetrics(m_theme.font(TextSize::Small)).horizontalAdvance(m_key);
}

QSize KeyButton::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text()) + buttonPadding * 2;
    return {m_showsKey ? widthWithKey() : words, fontMetrics().height() + 14};
}

void KeyButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);

    const Tokens &t = m_theme.tokens();
    const bool primary = property("kind") == "primary"_L1;
    const bool danger = property("kind") == "danger"_L1;
    const QColor words = !isEnabled() ? t.dim : primary ? t.onAccent : danger ? t.alert : t.text;
    const QColor key = primary || danger || !isEnabled() ? words : t.dim;
    const QRect inner = rect().adjusted(buttonPadding, 0, -buttonPadding, 0);
    painter.setFont(font());
    painter.setPen(words);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (m_showsKey && !m_key.isEmpty()) {
        painter.setFont(m_theme.font(TextSize::Small));
        painter.setPen(key);
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_key);
    }
}

} // namespace anteroom::ui
