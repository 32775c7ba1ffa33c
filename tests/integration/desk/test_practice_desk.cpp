// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"
#include "desk/local_mirror.h"
#include "desk/practice.h"
#include "settings/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

namespace {
constexpr int patience = 60'000; ///< a slow machine under sanitizers; nothing here lasts as long by itself
constexpr int people = 4;

bool isSentence(const QString &text)
{
    return text.size() > 20 && text.at(0).isUpper() && text.endsWith(u'.');
}
} // namespace

/// A whole rehearsal without its window: what somebody at the desk sees of each situation.
class TestPracticeDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<desk::LocalMirror> m_mirror;
    std::unique_ptr<desk::Practice> m_practice;
    int m_engines = 0;

    QList<calls::Call> in(calls::CallState state) const
    {
        QList<calls::Call> found;
        for (const calls::Call &call : m_mirror->calls())
            if (call.state == state)
                found << call;
        return found;
    }
    QList<calls::Call> waiting() const
    {
        QList<calls::Call> found = in(calls::CallState::Waiting);
        std::ranges::sort(found, {}, &calls::Call::order);
        return found;
    }
    void play(const QString &id) { m_practice->play(id, m_mirror->seat().phone); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::Settings>(m_folder->filePath(u"settings.json"_s));
        desk::Options options;
        options.dataDir = m_folder->filePath(u"data"_s);
        options.rehearsal = desk::RehearsalOptions{people, 0, 2, 3};
        m_engines = 0;
        m_desk = std::make_unique<desk::Desk>(options, *m_settings);
        connect(m_desk.get(), &desk::Desk::engineMade, this, [this] {
            ++m_engines;
            if (m_mirror)
                m_mirror->follow(*m_desk->engine());
            else
                m_mirror = std::make_unique<desk::LocalMirror>(*m_desk->engine());
        });
        QSignalSpy ready(m_desk.get(), &desk::Desk::ready);
        m_desk->start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience);
        m_practice = std::make_unique<desk::Practice>(*m_desk);
        QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), people, patience);
    }
    void cleanup()
    {
        m_practice.reset();
        if (m_desk) {
            QSignalSpy stopped(m_desk.get(), &desk::Desk::stopped);
            m_desk->stop();
            QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, patience);
        }
        m_mirror.reset();
        m_desk.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void everySituationHasItsWords()
    {
        QSet<QString> ids;
        QSet<QChar> keys;
        for (const desk::PracticeSituation &each : m_practice->situations()) {
            ids << each.id;
            keys << each.name.at(each.name.indexOf(u'&') + 1).toLower();
            QVERIFY(each.name.contains(u'&'));
            QVERIFY2(isSentence(each.teaches), qPrintable(each.teaches));
            QVERIFY2(isSentence(each.happening), qPrintable(each.happening));
        }
        QCOMPARE(ids, (QSet<QString>{u"full-queue"_s, u"angry-wait"_s, u"host-busy"_s, u"text-race"_s,
                                     u"company-trouble"_s, u"desk-killed"_s}));
        QCOMPARE(keys.size(), ids.size());
        QVERIFY(!keys.contains(u'e')); // of "Everything back to normal"
    }

    void noCallerIsLostWhenTheDeskIsKilled()
    {
        const QList<calls::Call> before = waiting();
        m_mirror->submit(
            calls::Annotate{before[2].sid, u"Parking"_s, u"Second time"_s, {}, calls::Screening::Ready});
        m_mirror->submit(calls::MoveInOrder{before[3].sid, before[0].sid});
        const QStringList order{before[3].sid, before[0].sid, before[1].sid, before[2].sid};
        const auto firstFour = [this] {
            QStringList sids;
            for (const calls::Call &call : waiting().first(std::min<qsizetype>(people, waiting().size())))
                sids << call.sid;
            return sids;
        };
        QTRY_COMPARE_WITH_TIMEOUT(firstFour(), order, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_mirror->calls().value(before[2].sid).topic, u"Parking"_s, patience);
        QHash<QString, QDateTime> arrivals;
        for (const calls::Call &call : before)
            arrivals.insert(call.sid, call.arrival);

        QSignalSpy gone(m_desk.get(), &desk::Desk::gone);
        QSignalSpy begun(m_practice.get(), &desk::Practice::begun);
        QSignalSpy ended(m_practice.get(), &desk::Practice::ended);
        QSignalSpy refused(m_mirror.get(), &calls::DeskMirror::refused);
        play(u"desk-killed"_s);
        QCOMPARE(begun.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, patience);
        QVERIFY(m_desk->engine() == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(m_mirror->connection().hearing == calls::ConnectionStatus::Hearing::Stale,
                                 patience);
        QCOMPARE(firstFour(), order); // what was last known stays in sight
        const quint64 request = m_mirror->submit(calls::Pull{before[0].sid});
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
        QCOMPARE(refused.first().first().toULongLong(), request);

        QDateTime backAt;
        connect(m_desk.get(), &desk::Desk::back, this,
                [&backAt] { backAt = QDateTime::currentDateTimeUtc(); });
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience); // by itself
        QCOMPARE(m_engines, 2);
        // Everybody from before in the order from before, and behind them those who found nobody at home.
        QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), people + 2, patience);
        QCOMPARE(firstFour(), order);
        for (const calls::Call &call : waiting().first(people))
            QCOMPARE(call.arrival, arrivals.value(call.sid));
        for (const calls::Call &call : waiting().sliced(people))
            QVERIFY(call.arrival < backAt); // the phone company itself has put them into the queue
        const calls::Call kept = m_mirror->calls().value(before[2].sid);
        QCOMPARE(kept.topic, u"Parking"_s);
        QCOMPARE(kept.notes, u"Second time"_s);
        QVERIFY(kept.screening == calls::Screening::Ready);
        QTRY_VERIFY_WITH_TIMEOUT(m_mirror->connection().hearing != calls::ConnectionStatus::Hearing::Stale,
                                 patience);

        // And the show goes on.
        m_mirror->submit(calls::Pull{order[0]});
        QTRY_COMPARE_WITH_TIMEOUT(in(calls::CallState::Connected).size(), 1, patience);
    }

    void theDeskComesBackAtOnceWhenAsked()
    {
        QSignalSpy gone(m_desk.get(), &desk::Desk::gone);
        QSignalSpy ended(m_practice.get(), &desk::Practice::ended);
        play(u"desk-killed"_s);
        m_practice->end(); // before it has even gone
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(gone.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(waiting().size() >= people, patience);
        QVERIFY(m_practice->running().isEmpty());
    }

    void aFullQueueTurnsCallersAwayUntilItIsOver()
    {
        QSignalSpy ended(m_practice.get(), &desk::Practice::ended);
        play(u"full-queue"_s);
        const auto turnedAway = [this] {
            return std::ranges::count_if(m_mirror->calls(), [](const calls::Call &call) {
                return call.outcome == calls::Outcome::QueueFull;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(turnedAway() > 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), people + 2, patience);
        m_practice->end();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    }

    void theAngryOneStandsAtTheTop()
    {
        play(u"angry-wait"_s);
        QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), people + 1, patience);
        const calls::Call angry = waiting().constFirst();
        QVERIFY(angry.arrival.secsTo(QDateTime::currentDateTimeUtc()) >= 25 * 60);
        QSignalSpy ended(m_practice.get(), &desk::Practice::ended);
        m_mirror->submit(calls::Pull{angry.sid});
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience); // who is talked to is angry no more
        QTRY_COMPARE_WITH_TIMEOUT(in(calls::CallState::Connected).value(0).sid, angry.sid, patience);
    }

    void aBusyPhoneCostsNoCaller()
    {
        QSignalSpy notices(m_mirror.get(), &calls::DeskMirror::notice);
        play(u"host-busy"_s);
        const QString sid = waiting().constFirst().sid;
        m_mirror->submit(calls::Pull{sid});
        QTRY_VERIFY_WITH_TIMEOUT(!notices.isEmpty(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_mirror->calls().value(sid).state == calls::CallState::Waiting, patience);
        QSignalSpy ended(m_practice.get(), &desk::Practice::ended);
        m_practice->end();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        m_mirror->submit(calls::Pull{sid});
        QTRY_VERIFY_WITH_TIMEOUT(m_mirror->calls().value(sid).state == calls::CallState::Connected, patience);
    }

    void oneOfTwoColleaguesWinsTheCaller()
    {
        play(u"text-race"_s);
        QTRY_COMPARE_WITH_TIMEOUT(in(calls::CallState::Connected).size(), 1, patience);
        const calls::Call taken = in(calls::CallState::Connected).constFirst();
        QVERIFY(!taken.seat.isEmpty() && taken.seat != m_mirror->seat().name);
        QSignalSpy ended(m_practice.get(), &desk::Practice::ended);
        m_practice->end();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(m_mirror->calls().value(taken.sid).state, calls::CallState::Connected);
    }

    void troubleIsSaidAndPasses()
    {
        play(u"company-trouble"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_mirror->connection().carrierProblem.isEmpty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), people + 1, patience); // callers come all the same
        m_practice->end();
        QTRY_VERIFY_WITH_TIMEOUT(m_mirror->connection().carrierProblem.isEmpty(), patience);
    }

    void anotherOneEndsTheOneThatRuns()
    {
        QSignalSpy begun(m_practice.get(), &desk::Practice::begun);
        QSignalSpy ended(m_practice.get(), &desk::Practice::ended);
        play(u"host-busy"_s);
        play(u"company-trouble"_s);
        QTRY_COMPARE_WITH_TIMEOUT(begun.size(), 2, patience);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toString(), u"host-busy"_s);
        QCOMPARE(m_practice->running(), u"company-trouble"_s);
        play(u"no-such-thing"_s);
        QCOMPARE(m_practice->running(), u"company-trouble"_s);
    }
};

QTEST_GUILESS_MAIN(TestPracticeDesk)
#include "test_practice_desk.moc"
