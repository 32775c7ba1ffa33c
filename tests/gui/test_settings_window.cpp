// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/fake_desk_mirror.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/application.h"
#include "ui/settings/settings_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
namespace keys = settings::keys;

class TestSettingsWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ui::prepareApplication(*qApp);
        m_theme = std::make_unique<ui::Theme>(*qApp, ui::Theme::Choice::Light);
        m_settings = std::make_unique<settings::Settings>(m_folder.filePath(u"settings.json"_s));
        m_window = std::make_unique<ui::SettingsWindow>(*m_settings, m_mirror, *m_theme);
        m_window->show();
        QTRY_VERIFY(m_window->isActiveWindow());
    }
    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        QFile::remove(m_folder.filePath(u"settings.json"_s));
    }

    void aChangeIsASettingAtOnce()
    {
        auto *rings = m_window->findChild<QSpinBox *>(keys::ringSeconds.key);
        QVERIFY(rings);
        QCOMPARE(rings->value(), keys::ringSeconds.fallback);
        rings->setFocus();
        rings->selectAll();
        QTest::keyClicks(rings, u"25"_s);
        QTest::keyClick(rings, Qt::Key_Return);
        QCOMPARE(m_settings->value(keys::ringSeconds), 25);
        QVERIFY(m_window->isVisible()); // Return finishes the number, not the window
    }

    void aSettingChangedElsewhereIsShown()
    {
        m_settings->set(keys::waitLong, 77);
        QCOMPARE(m_window->findChild<QSpinBox *>(keys::waitLong.key)->value(), 77);
    }

    void theSearchFindsWordsOnPages()
    {
        auto *search = m_window->findChild<QLineEdit *>(u"settingsSearch"_s);
        auto *topics = m_window->findChild<QListWidget *>(u"settingsTopics"_s);
        const auto shown = [topics] {
            int count = 0;
            for (int row = 0; row < topics->count(); ++row)
                count += topics->item(row)->isHidden() ? 0 : 1;
            return count;
        };
        const int all = shown();
        QTest::keyClicks(search, u"mailboxes"_s);
        QVERIFY(shown() >= 1);
        search->setText(u"no setting of any kind says xyzzy"_s);
        QCOMPARE(shown(), 0);
        search->clear();
        QCOMPARE(shown(), all);
    }

    void theApologyIsShownAsACallerReadsIt()
    {
        m_mirror.tellLine({u"+14155550100"_s, u"show"_s, u"Night Talk"_s, true});
        const auto *preview = m_window->findChild<QLabel *>(u"apologyPreview"_s);
        QVERIFY(preview->text().startsWith(u"We are sorry"_s)); // the program's own words
        auto *words = m_window->findChild<QPlainTextEdit *>(keys::apology.key);
        words->setPlainText(u"Dear {name}, {minutes} minutes for {show}: <b>sorry</b>"_s);
        QCOMPARE(preview->text(), u"Dear Priya Raman, 4 minutes for Night Talk: <b>sorry</b>"_s);
        QCOMPARE(preview->textFormat(), Qt::PlainText);
        QCOMPARE(m_settings->value(keys::apology), words->toPlainText());
        words->clear(); // back to the program's own
        QVERIFY(!m_settings->value(keys::apology));
        QVERIFY(preview->text().startsWith(u"We are sorry"_s));
        auto *off = m_window->findChild<QCheckBox *>(keys::deleteQueue.key);
        QVERIFY(!off->isChecked());
        off->click();
        QVERIFY(m_settings->value(keys::deleteQueue));
    }

    void everyControlHasAName()
    {
        for (const QSpinBox *box : m_window->findChildren<QSpinBox *>())
            QVERIFY2(!box->accessibleName().isEmpty(), qPrintable(box->objectName()));
        for (const QCheckBox *box : m_window->findChildren<QCheckBox *>())
            QVERIFY2(!box->text().isEmpty(), qPrintable(box->objectName()));
    }

private:
    QTemporaryDir m_folder;
    tests::FakeDeskMirror m_mirror;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<ui::SettingsWindow> m_window;
};

QTEST_MAIN(TestSettingsWindow)
#include "test_settings_window.moc"
