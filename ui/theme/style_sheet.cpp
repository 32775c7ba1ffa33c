// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include "ui/theme/contrast.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

constexpr auto sheet = R"(
QMainWindow, QDialog, QMessageBox { background: @window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px 6px; }
QFrame[kind="bar"] { background: @panel; border: 0; }
QFrame[kind="bar"][edge="top"] { border-top: 1px solid @line; }
QFrame[kind="bar"][edge="bottom"] { border-bottom: 1px solid @line; }
QFrame[kind="panel"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QFrame[kind="card"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QFrame[kind="card"][air="true"] { border-color: @alert; }
QFrame[kind="card"][chosen="true"] { background: @selection; }
QFrame[kind="card"]:focus { border: 2px solid @accent; }
QFrame[kind="status"] { background: @window; border: 0; border-top: 1px solid @line; }
QFrame[kind="banner"] { background: @warningBack; border: 0; border-bottom: 1px solid @line; }
QFrame[kind="banner"][level="bad"] { background: @badBack; }
QFrame[kind="banner"][level="bad"] QLabel { color: @badText; }
QFrame[kind="banner"] QLabel { color: @warningText; }
QFrame[kind="notice"] { background: @busyBack; border: 0; border-top: 1px solid @line; }
QFrame[kind="notice"] QLabel { color: @busyText; }
QLabel[kind="dim"] { color: @dim; }
QLabel[kind="error"] { color: @alert; }
QLabel[kind="heading"] { font-weight: 600; }
QLabel[kind="news"] { color: @text; }
QLabel[kind="grade"] { border-radius: 6px; padding: 3px 8px; font-weight: 600; background: @goodBack; color: @goodText; }
QLabel[kind="grade"][level="warning"] { background: @warningBack; color: @warningText; }
QLabel[kind="grade"][level="failing"] { background: @badBack; color: @badText; }
QListWidget[kind="topics"] { background: @panel; color: @text; border: 1px solid @line; border-radius: 8px; padding: 4px;
    outline: 0; }
QListWidget[kind="topics"]:focus { border-color: @accent; }
QListWidget[kind="topics"]::item { padding: 7px 10px; border-radius: 6px; }
QListWidget[kind="topics"]::item:selected { background: @selection; color: @text; }

QMenuBar { background: @panel; color: @text; padding: 2px 8px; border: 0; }
QMenuBar::item { padding: 4px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @dim; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { left: 8px; width: 14px; height: 14px; }
QMenu::indicator:checked { image: url(:/anteroom/icons/tick-@tickOnPanel.png); }
QCheckBox::indicator, QTableView::indicator { width: 14px; height: 14px; border: 1px solid @dim; border-radius: 3px;
    background: @panel; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/anteroom/icons/tick-@tickOnAccent.png); }
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @dim; border-radius: 8px; background: @panel; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; background: @onAccent; }
QRadioButton:focus, QCheckBox:focus { color: @accentText; }

QPushButton { background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 6px 11px;
    min-height: 1.15em; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @selection; }
QPushButton:disabled { color: @dim; background: @window; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 10px; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 5px 10px; }
QPushButton[kind="primary"]:disabled { background: @neutralBack; color: @dim; border-color: @line; }
QPushButton[kind="danger"] { color: @alert; border-color: @alert; }
QPushButton[kind="danger"]:hover { background: @badBack; color: @badText; }
QPushButton[kind="danger"]:focus { border: 2px solid @alert; padding: 5px 10px; }
QPushButton[kind="danger"]:disabled { color: @dim; border-color: @line; }
QPushButton[kind="open"] { background: @goodBack; color: @goodText; border-color: @goodBack; }
QPushButton[kind="closed"] { background: @badBack; color: @badText; border-color: @badBack; }
QPushButton[kind="open"]:focus, QPushButton[kind="closed"]:focus { border: 2px solid @accent; padding: 5px 10px; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; padding: 3px 7px; }
QPushButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:focus { border: 2px solid @accent; padding: 2px 6px; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox { background: @window; color: @text; border: 1px solid @line;
    border-radius: 6px; padding: 5px 7px; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit, QTextEdit { padding: 3px 4px; }
QLineEdit:focus { border: 2px solid @accent; padding: 4px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 2px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @dim; }
QComboBox { background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 5px 10px; }
QComboBox:focus { border-color: @accent; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: url(:/anteroom/icons/chevron-@tickOnPanel.png); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @panel; color: @text; selection-background-color: @selection;
    selection-color: @text; border: 1px solid @line; }

QTabBar { background: @panel; }
QTabBar::tab { background: transparent; color: @dim; padding: 9px 14px 8px 14px; border: 0;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; font-weight: 600; }
QTabBar::tab:hover:!selected { color: @text; }
QTabBar::tab:focus { color: @accentText; }

QTableView { background: @panel; color: @text; border: 1px solid @line; gridline-color: @line;
    selection-background-color: @selection; selection-color: @text; outline: 0; }
QTableView:focus { border: 1px solid @accent; }
QTableView::item { padding: 0 8px; border: 0; border-bottom: 1px solid @line; }
QTableView::item:disabled { color: @dim; }
QTableView::item:selected { background: @selection; color: @text; }
QHeaderView { background: @panel; border: 0; }
QHeaderView::section { background: @panel; color: @dim; border: 0; border-bottom: 1px solid @line; padding: 7px 10px 7px 10px; }
QTableCornerButton::section { background: @panel; border: 0; }

QProgressBar { background: @neutralBack; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @line; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @accent; }
QSlider::handle:horizontal:focus { border: 2px solid @text; margin: -6px 0; }
QSlider::handle:horizontal:disabled { background: @dim; }

QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: @dim; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
)";

} // namespace

QString styleSheet(const Tokens &t)
{
    const bool isDark = t.look == Look::Dark;
    const QList<std::pair<QString, QColor>> names = {
        {u"window"_s, t.window},
        {u"panel"_s, t.panel},
        {u"line"_s, t.line},
        {u"text"_s, t.text},
        {u"dim"_s, t.dim},
        {u"selection"_s, t.selection},
        {u"hover"_s, t.hover},
        {u"accentHover"_s, isDark ? t.accent.lighter(112) : t.accent.darker(112)},
        {u"accentText"_s, legible(t.accent, t.panel)},
        {u"accent"_s, t.accent},
        {u"onAccent"_s, t.onAccent},
        {u"alert"_s, t.alert},
        {u"scroll"_s, isDark ? t.line.lighter(150) : t.line.darker(118)},
        {u"neutralBack"_s, t.neutral.back},
        {u"goodBack"_s, t.good.back},
        {u"goodText"_s, t.good.text},
        {u"busyBack"_s, t.busy.back},
        {u"busyText"_s, t.busy.text},
        {u"warningBack"_s, t.warning.back},
        {u"warningText"_s, t.warning.text},
        {u"badBack"_s, t.bad.back},
        {u"badText"_s, t.bad.text},
    };
    QHash<QString, QString> values;
    for (const auto &[name, colour] : names)
        values.insert(name, colour.name());
    // The two ticks are named for their own colour.
    values.insert(u"tickOnPanel"_s, isDark ? u"light"_s : u"dark"_s);
    values.insert(u"tickOnAccent"_s, isDark ? u"dark"_s : u"light"_s);
    QString result;
    const QString source = QString::fromLatin1(sheet);
    for (qsizetype at = 0; at < source.size();) {
        const qsizetype mark = source.indexOf(u'@', at);
        if (mark < 0) {
            result += QStringView(source).mid(at);
            break;
        }
        qsizetype end = mark + 1;
        while (end < source.size() && source.at(end).isLetter())
            ++end;
        result += QStringView(source).mid(at, mark - at);
        result += values.value(source.mid(mark + 1, end - mark - 1));
        at = end;
    }
    return result;
}

} // namespace anteroom::ui
