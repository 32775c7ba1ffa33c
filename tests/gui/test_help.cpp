// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/believable_desk.h"
#include "helpers/window_fixture.h"
#include "twilio/error_sentences.h"
#include "ui/help/help_pages.h"
#include "ui/help/help_window.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::tests;

class TestHelp : public QObject, WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void everyPageHasATitleAndWords()
    {
        QCOMPARE(ui::helpPages().size(), 8);
        for (const ui::HelpPage &page : ui::helpPages()) {
            QVERIFY2(!page.title.isEmpty(), qPrintable(page.id));
            QVERIFY2(page.html.size() > 500, qPrintable(page.id));
        }
    }

    void everySentenceOfTheRestClientIsExplained()
    {
        int known = 0;
        for (int code = 10'000; code < 40'000; ++code) {
            const QString sentence = twilio::sentenceForCode(code);
            if (sentence.isEmpty())
                continue;
            ++known;
            QVERIFY2(!ui::troubleSection(sentence).isEmpty(), qPrintable(sentence));
        }
        QVERIFY(known > 50);
    }

    void sentencesLeadWhereTheyAreSpokenOf_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("section");
        const auto row = [](const char *name, const QString &sentence, const QString &section) {
            QTest::newRow(name) << sentence << section;
        };
        row("credentials", twilio::sentenceForCode(20003), u"credentials"_s);
        row("suspended", twilio::sentenceForCode(20005), u"credentials"_s);
        row("no network", twilio::sentenceForUnreachable(u"Host not found"_s), u"network"_s);
        row("too often", twilio::sentenceForCode(20429), u"network"_s);
        row("lost answer", twilio::sentenceForUnclear(), u"network"_s);
        row("at the same time", twilio::sentenceForCode(10004), u"concurrency"_s);
        row("verified", twilio::sentenceForCode(21219), u"myphone"_s);
        row("no number", twilio::sentenceForCode(21217), u"myphone"_s);
        row("gone", twilio::sentenceForCode(20404), u"gone"_s);
        row("moved", twilio::sentenceForCode(21220), u"gone"_s);
        row("unregistered", twilio::sentenceForCode(30034), u"texts"_s);
        row("filtered", twilio::sentenceForCode(30007), u"texts"_s);
        row("our address", twilio::sentenceForCode(21205), u"desk"_s);
        row("application", twilio::sentenceForCode(21218), u"number"_s);
        row("too long", twilio::sentenceForCode(32018), u"long"_s);
        row("good news", u"Everything is back to normal."_s, QString());
    }

    void sentencesLeadWhereTheyAreSpokenOf()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, section);
        QCOMPARE(ui::troubleSection(sentence), section);
    }

    void f1OpensItAndASearchFindsAPage()
    {
        QTest::keyClick(window.get(), Qt::Key_F1);
        auto *help = window->findChild<ui::HelpWindow *>();
        QVERIFY(help && help->isVisible());
        auto *list = help->findChild<QListWidget *>(u"helpPages"_s);
        help->findChild<QLineEdit *>(u"helpSearch"_s)->setText(u"mailbox"_s);
        QVERIFY(list->item(0)->isHidden() || ui::helpPages().at(0).mentions(u"mailbox"_s));
        help->findChild<QLineEdit *>(u"helpSearch"_s)->setText(u"keychain"_s);
        QCOMPARE(list->currentItem()->text(), u"What is kept, and where"_s);
        help->findChild<QLineEdit *>(u"helpSearch"_s)->setText(u"xyzzy"_s);
        for (int row = 0; row < list->count(); ++row)
            QVERIFY(list->item(row)->isHidden());
    }

    void aNoticeLeadsToItsExplanation()
    {
        Q_EMIT mirror->notice(twilio::sentenceForCode(20003));
        auto *button = window->findChild<QPushButton *>(u"noticeHelp"_s);
        QTRY_VERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        auto *help = window->findChild<ui::HelpWindow *>();
        QVERIFY(help && help->isVisible());
        QCOMPARE(help->findChild<QListWidget *>(u"helpPages"_s)->currentItem()->text(),
                 u"Something is wrong"_s);
        Q_EMIT mirror->notice(u"Good morning."_s);
        QTRY_VERIFY(!button->isVisible());
    }
};

QTEST_MAIN(TestHelp)
#include "test_help.moc"
