// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/line_json.h"
#include "helpers/fake_desk_mirror.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/application.h"
#include "ui/settings/hours_page.h"
#include "ui/settings/line_texts_page.h"
#include "ui/settings/menu_page.h"
#include "ui/settings/waiting_page.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
namespace keys = settings::keys;

/// The pages about a line: what its callers hear, how they wait, when, and where a key leads them.
class TestLinePages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ui::prepareApplication(*qApp);
        m_theme = std::make_unique<ui::Theme>(*qApp, ui::Theme::Choice::Light);
        m_settings = std::make_unique<settings::Settings>(m_folder.filePath(u"settings.json"_s));
        m_mirror = std::make_unique<tests::FakeDeskMirror>();
    }
    void cleanup()
    {
        m_settings.reset();
        QFile::remove(m_folder.filePath(u"settings.json"_s));
    }

    void aTextIsKeptPreviewedAndPlayed()
    {
        m_mirror->tellSeat({u"Ann"_s, calls::Role::Host, u"+14155550111"_s});
        ui::LineTextsPage page(*m_settings, *m_mirror);
        choose(page, keys::positionText.key);
        auto *text = page.findChild<QPlainTextEdit *>(u"lineText"_s);
        auto *preview = page.findChild<QLabel *>(u"lineTextPreview"_s);
        QVERIFY(preview->text().contains(u"number 3 in line"_s));
        text->setPlainText(u"Only {ahead} before you."_s);
        page.findChild<QComboBox *>(u"lineTextVoice"_s)->setCurrentText(u"Polly.Amy"_s);
        QVERIFY(preview->text().contains(u"Only 2 before you."_s));
        QCOMPARE(m_settings->value(keys::positionText), u"Only {ahead} before you."_s);
        const auto voices = calls::voicesFromJson(m_settings->value(keys::textVoices));
        QCOMPARE(voices->value(QString(keys::positionText.key)).name, u"Polly.Amy"_s);

        auto *play = page.findChild<QAbstractButton *>(u"playLineText"_s);
        QVERIFY(play->isEnabled());
        play->click();
        const auto command = std::get<calls::PlayToMe>(m_mirror->commands.constLast());
        QCOMPARE(command.text, calls::SpokenText(u"Only 2 before you."_s, u"Polly.Amy"_s));

        page.findChild<QAbstractButton *>(u"resetLineText"_s)->click();
        QVERIFY(!m_settings->value(keys::positionText));
        QVERIFY(preview->text().contains(u"number 3 in line"_s));
    }

    void aTextThatCannotBeSpokenIsNotKept()
    {
        ui::LineTextsPage page(*m_settings, *m_mirror);
        choose(page, keys::greeting.key);
        auto *text = page.findChild<QPlainTextEdit *>(u"lineText"_s);
        auto *problem = page.findChild<QLabel *>(u"lineTextProblem"_s);
        QVERIFY(!page.findChild<QAbstractButton *>(u"playLineText"_s)->isEnabled()); // no phone is set
        for (const QString &bad : {u"word "_s.repeated(1000), u"You are number {position}."_s}) {
            text->setPlainText(u"Fine & <well>"_s);
            QCOMPARE(m_settings->value(keys::greeting), u"Fine & <well>"_s);
            QVERIFY(problem->isHidden());
            text->setPlainText(bad);
            QVERIFY(!problem->isHidden());
            QCOMPARE(m_settings->value(keys::greeting), u"Fine & <well>"_s);
        }
        text->setPlainText(QString());
        QCOMPARE(m_settings->value(keys::greeting), QString()); // silence is a choice
    }

    void lookingAtTextsChangesNone()
    {
        ui::LineTextsPage page(*m_settings, *m_mirror);
        for (const calls::LineText &each : calls::lineTexts()) {
            choose(page, each.key);
            QVERIFY(!m_settings->value(settings::OwnTextSetting{each.key}));
        }
        QVERIFY(m_settings->value(keys::textVoices).isEmpty());
    }

    void hoursAreKeptWhereTheyCanBeRead()
    {
        ui::HoursPage page(*m_settings, *m_theme);
        page.findChild<QCheckBox *>(u"hoursOn"_s)->setChecked(true);
        auto *monday = page.findChild<QLineEdit *>(u"hours1"_s);
        auto *problem = page.findChild<QLabel *>(u"hoursProblem"_s);
        type(monday, u"9-12, 13:30-17"_s);
        const auto kept = [this] { return *calls::hoursFromJson(m_settings->value(keys::openingHours)); };
        const QList<calls::DaySpan> spans{{540, 720}, {810, 1020}};
        QCOMPARE(kept().days.front(), spans);
        QVERIFY(kept().on);
        type(monday, u"nine to five"_s);
        QVERIFY(!problem->isHidden());
        QCOMPARE(kept().days.front(), spans);
        type(monday, QString());
        QVERIFY(problem->isHidden());
        QVERIFY(kept().days.front().isEmpty());
        page.findChild<QLineEdit *>(u"holidayName"_s)->setText(u"Christmas"_s);
        page.findChild<QAbstractButton *>(u"addHoliday"_s)->click();
        QCOMPARE(kept().holidays.size(), 1);
        page.findChild<QListWidget *>(u"holidays"_s)->setCurrentRow(0);
        page.findChild<QAbstractButton *>(u"removeHoliday"_s)->click();
        QVERIFY(kept().holidays.isEmpty());
        QCOMPARE(ui::HoursPage::spansToText(*ui::HoursPage::spansFromText(u"22-2"_s)), u"22:00–02:00"_s);
    }

    void aMenuIsKeptWhenItIsSound()
    {
        ui::MenuPage page(*m_settings);
        auto *add = page.findChild<QAbstractButton *>(u"addMenuKey"_s);
        auto *table = page.findChild<QTableWidget *>(u"menuKeys"_s);
        add->click();
        add->click();
        table->item(1, 1)->setText(u"sales"_s);
        const auto kept = [this] { return *calls::menuFromJson(m_settings->value(keys::menu)); };
        QCOMPARE(kept().choices.size(), 2);
        QCOMPARE(kept().choiceOf(u"2"_s)->queue, u"sales"_s);
        table->item(1, 0)->setText(u"1"_s); // twice
        QVERIFY(!page.findChild<QLabel *>(u"menuProblem"_s)->isHidden());
        QVERIFY(kept().choiceOf(u"2"_s));
        table->setCurrentCell(0, 0);
        page.findChild<QAbstractButton *>(u"removeMenuKey"_s)->click();
        QCOMPARE(kept().choices.size(), 1);
        QCOMPARE(kept().choiceOf(u"1"_s)->queue, u"sales"_s);
    }

    void musicSaysWhenItCannotBePlayed()
    {
        ui::WaitingPage page(*m_settings);
        auto *problem = page.findChild<QLabel *>(u"musicProblem"_s);
        QVERIFY(problem->isHidden());
        auto *kind = page.findChild<QComboBox *>(keys::musicKind.key);
        kind->setCurrentIndex(kind->findData(u"file"_s));
        QCOMPARE(m_settings->value(keys::musicKind), u"file"_s);
        QVERIFY(!problem->isHidden());
        const QString none = problem->text();
        QFile file(m_folder.filePath(u"song.mp3"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a song") > 0);
        file.close();
        m_settings->set(keys::musicFile, file.fileName());
        QVERIFY(problem->text() != none);
        QCOMPARE(problem->property("kind").toString(), u"error"_s);
    }

private:
    static void choose(ui::LineTextsPage &page, QLatin1StringView key)
    {
        auto *list = page.findChild<QListWidget *>(u"lineTexts"_s);
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->data(Qt::UserRole).toString() == key)
                list->setCurrentRow(row);
    }
    static void type(QLineEdit *field, const QString &text)
    {
        field->setText(text);
        Q_EMIT field->textEdited(text);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<tests::FakeDeskMirror> m_mirror;
};

QTEST_MAIN(TestLinePages)
#include "test_line_pages.moc"
