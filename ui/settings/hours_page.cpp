// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/hours_page.h"

#include "calls/line_json.h"
#include "settings/keys.h"
#include "ui/settings/week_bar.h"
#include "ui/widgets/kind.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>

#include <algorithm>

namespace anteroom::ui {

namespace keys = settings::keys;
using namespace Qt::StringLiterals;

HoursPage::HoursPage(settings::Settings &settings, const Theme &theme, QWidget *parent)
    : SettingsPage(tr("Opening hours"), settings, parent),
      m_hours(calls::hoursFromJson(settings.value(keys::openingHours))
                  .value_or(calls::OpeningHours::weekdaysNineToFive())),
      m_on(new QCheckBox(tr("Take callers &only at these times"))),
      m_state(new QLabel),
      m_zone(new QComboBox),
      m_then(new QComboBox),
      m_problem(new QLabel),
      m_holidays(new QListWidget),
      m_date(new QDateEdit(QDate::currentDate())),
      m_name(new QLineEdit),
      m_add(new QPushButton(tr("&Add"))),
      m_remove(new QPushButton(tr("&Remove")))
{
    makeSwitch();
    makeWeek(theme);
    makeHolidays();
    showState();
}

std::optional<QList<calls::DaySpan>> HoursPage::spansFromText(const QString &text)
{
    const auto minute = [](QString part) {
        part = part.trimmed();
        return calls::minuteFromText(part.contains(u':') ? part : part + u":00"_s);
    };
    QList<calls::DaySpan> spans;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const QStringList ends = QString(part).replace(QChar(0x2013), u'-').split(u'-');
        if (ends.size() != 2)
            return std::nullopt;
        const calls::DaySpan span{minute(ends.at(0)), minute(ends.at(1))};
        if (span.from < 0 || span.to < 0 || span.from == 24 * 60 || span.from == span.to)
            return std::nullopt;
        spans.append(span);
    }
    return spans;
}

QString HoursPage::spansToText(const QList<calls::DaySpan> &spans)
{
    QStringList parts;
    for (const calls::DaySpan &span : spans)
        parts << calls::minuteToText(span.from) + QChar(0x2013) + calls::minuteToText(span.to);
    return parts.join(", "_L1);
}

void HoursPage::makeSwitch()
{
    auto *form = addSection(tr("Opening hours"),
                            tr("Outside them new callers hear that they call at another time. Your "
                               "own switch for open and closed is not touched, and whoever waits "
                               "already stays."));
    m_on->setObjectName("hoursOn");
    m_on->setChecked(m_hours.on);
    form->addRow(m_on);
    m_state->setObjectName("hoursState");
    m_state->setTextFormat(Qt::PlainText);
    setKind(m_state, "dim");
    form->addRow(m_state);
    m_zone->setObjectName("hoursZone");
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->setMinimumWidth(280);
    m_zone->addItem(tr("This computer's (%1)").arg(QString::fromUtf8(QTimeZone::systemTimeZoneId())),
                    QByteArray());
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        if (zone.contains('/'))
            m_zone->addItem(QString::fromUtf8(zone), zone);
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(m_hours.timeZone)));
    addField(form, tr("Time &zone"), m_zone);
    m_then->setObjectName("hoursThen");
    m_then->setAccessibleName(tr("Then callers"));
    m_then->addItem(tr("may leave a message"));
    m_then->addItem(tr("hear goodbye"));
    m_then->setCurrentIndex(m_hours.then == calls::OpeningHours::Then::Voicemail ? 0 : 1);
    m_then->setMinimumWidth(280);
    addField(form, tr("&Then callers"), m_then);
    connect(m_on, &QCheckBox::toggled, this, &HoursPage::keep);
    connect(m_zone, &QComboBox::currentTextChanged, this, &HoursPage::keep);
    connect(m_then, &QComboBox::currentIndexChanged, this, &HoursPage::keep);
}

void HoursPage::makeWeek(const Theme &theme)
{
    auto *form =
        addSection(tr("Days"), tr("Times like 9-12, 13:30-17; an empty field means closed. An end before its "
                                  "beginning lasts into the next morning."));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    for (int day = 0; day < int(m_days.size()); ++day) {
        const QString name = QLocale().standaloneDayName(day + 1);
        Day &row = m_days.at(std::size_t(day));
        row.times = new QLineEdit(spansToText(m_hours.days.at(std::size_t(day))));
        row.times->setObjectName(u"hours%1"_s.arg(day + 1));
        row.times->setAccessibleName(name);
        row.times->setPlaceholderText(tr("closed"));
        row.times->setMinimumWidth(210);
        row.bar = new WeekBar(theme);
        auto *label = new QLabel(name);
        label->setBuddy(row.times);
        grid->addWidget(label, day, 0);
        grid->addWidget(row.times, day, 1);
        grid->addWidget(row.bar, day, 2);
        connect(row.times, &QLineEdit::textEdited, this, &HoursPage::keep);
    }
    form->addRow(grid);
    m_problem->setObjectName("hoursProblem");
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setKind(m_problem, "error");
    form->addRow(m_problem);
}

void HoursPage::makeHolidays()
{
    constexpr int listHeight = 110;
    auto *form = addSection(tr("Holidays"), tr("Closed all day."));
    m_holidays->setObjectName("holidays");
    m_holidays->setAccessibleName(tr("Holidays"));
    setKind(m_holidays, "topics");
    m_holidays->setFixedHeight(listHeight);
    form->addRow(m_holidays);
    m_date->setObjectName("holidayDate");
    m_date->setAccessibleName(tr("Date"));
    m_date->setCalendarPopup(true);
    m_date->setMinimumWidth(130);
    m_name->setObjectName("holidayName");
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name, if you like"));
    for (QPushButton *button : {m_add, m_remove})
        button->setAutoDefault(false);
    m_add->setObjectName("addHoliday");
    m_remove->setObjectName("removeHoliday");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_date);
    row->addWidget(m_name, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    form->addRow(row);
    connect(m_add, &QPushButton::clicked, this, &HoursPage::addHoliday);
    connect(m_name, &QLineEdit::returnPressed, this, &HoursPage::addHoliday);
    connect(m_remove, &QPushButton::clicked, this, &HoursPage::removeHoliday);
    connect(m_holidays, &QListWidget::currentRowChanged, this,
            [this](int now) { m_remove->setEnabled(now >= 0); });
    listHolidays();
}

void HoursPage::listHolidays()
{
    std::ranges::sort(m_hours.holidays, {}, &calls::Holiday::date);
    m_holidays->clear();
    for (const calls::Holiday &holiday : m_hours.holidays) {
        const QString day = QLocale().toString(holiday.date, QLocale::LongFormat);
        m_holidays->addItem(holiday.name.isEmpty() ? day : day + u" · "_s + holiday.name);
    }
    m_remove->setEnabled(false);
}

void HoursPage::addHoliday()
{
    const QDate date = m_date->date();
    m_hours.holidays.removeIf([&](const calls::Holiday &holiday) { return holiday.date == date; });
    m_hours.holidays.append({date, m_name->text().trimmed()});
    m_name->clear();
    listHolidays();
    keep();
}

void HoursPage::removeHoliday()
{
    if (const int row = m_holidays->currentRow(); row >= 0) {
        m_hours.holidays.removeAt(row);
        listHolidays();
        keep();
    }
}

void HoursPage::keep()
{
    m_hours.on = m_on->isChecked();
    m_hours.then = m_then->currentIndex() == 0 ? calls::OpeningHours::Then::Voicemail
                                               : calls::OpeningHours::Then::Goodbye;
    if (const int zone = m_zone->findText(m_zone->currentText()); zone >= 0) // else it is still being typed
        m_hours.timeZone = m_zone->itemData(zone).toByteArray();
    for (std::size_t day = 0; day < m_days.size(); ++day)
        if (const auto spans = spansFromText(m_days.at(day).times->text()))
            m_hours.days.at(day) = *spans;
    settings().set(keys::openingHours, calls::toJson(m_hours));
    showState();
}

void HoursPage::showState()
{
    QString wrong;
    for (std::size_t day = 0; day < m_days.size(); ++day) {
        const auto spans = spansFromText(m_days.at(day).times->text());
        m_days.at(day).bar->setSpans(m_hours.days.at(day));
        if (!spans && wrong.isEmpty())
            wrong = QLocale().standaloneDayName(int(day) + 1);
    }
    m_problem->setText(
        tr("%1 is not kept: write times like 9-12, 13:30-17, or leave the field empty.").arg(wrong));
    m_problem->setVisible(!wrong.isEmpty());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_state->setText(!m_hours.on             ? tr("Switched off: the line counts as within its hours.")
                     : m_hours.isOpenAt(now) ? tr("Right now: within the opening hours.")
                                             : tr("Right now: outside the opening hours."));
}

} // namespace anteroom::ui
