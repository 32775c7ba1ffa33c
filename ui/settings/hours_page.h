// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/opening_hours.h"
#include "ui/settings/settings_page.h"

#include <array>
#include <optional>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace anteroom::ui {

class Theme;
class WeekBar;

/// When the line takes callers by itself: days, times, holidays, and whose clock.
class HoursPage : public SettingsPage
{
    Q_OBJECT
public:
    HoursPage(settings::Settings &settings, const Theme &theme, QWidget *parent = nullptr);

    /// "9-12, 13:30-17:00"; nothing for what is no list of times. Empty: closed.
    static std::optional<QList<calls::DaySpan>> spansFromText(const QString &text);
    static QString spansToText(const QList<calls::DaySpan> &spans);

private:
    struct Day
    {
        QLineEdit *times = nullptr;
        WeekBar *bar = nullptr;
    };

    void makeSwitch();
    void makeWeek(const Theme &theme);
    void makeHolidays();
    void keep();
    void showState();
    void addHoliday();
    void removeHoliday();
    void listHolidays();

    calls::OpeningHours m_hours;
    QCheckBox *m_on;
    QLabel *m_state;
    QComboBox *m_zone;
    QComboBox *m_then;
    std::array<Day, 7> m_days = {};
    QLabel *m_problem;
    QListWidget *m_holidays;
    QDateEdit *m_date;
    QLineEdit *m_name;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace anteroom::ui
