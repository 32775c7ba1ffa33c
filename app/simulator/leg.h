// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/call.h"
#include "simulator/clock.h"
#include "simulator/settings.h"
#include "twiml/document.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <chrono>
#include <functional>
#include <memory>

namespace anteroom::simulator {

struct Farewell;
class Run;
class World;

/// Why a leg leaves what it was doing.
enum class Leaving { HungUp, Redirected, Api, Program, TimeLimit, Failed };

/// The addresses and options of one leg.
struct LegSetup
{
    WebAddress document;
    QString twiml; ///< in place of the document
    WebAddress fallback;
    WebAddress statusCallback;
    QStringList statusEvents = {QStringLiteral("completed")};
    int ringSeconds = 60;
    int timeLimitSeconds = 14400;
    MachineDetection machineDetection;
};

/// The person, or the machine, at the far end.
struct Person
{
    QString presses;                      ///< keys for the Gathers to come
    int speaksSeconds = 0;                ///< whenever a recording starts
    std::chrono::milliseconds unheard{0}; ///< said when nothing recorded it; the next recording hears it
    std::optional<int>
        hangsUpAfter; ///< counted from the first ring of an incoming call, else from the answer
    bool mailbox = false;
};

/// One end of a telephone connection: its record, its person, and what runs on it. Lives as long as its
/// record.
class Leg : public QObject
{
    Q_OBJECT
public:
    Leg(World &world, Call call, LegSetup setup, Person person);
    ~Leg() override;

    World &world() { return m_world; }
    const Call &call() const { return m_call; }
    const QString &sid() const { return m_call.sid; }
    const LegSetup &setup() const { return m_setup; }
    LegSetup &setup() { return m_setup; }
    Person &person() { return m_person; }
    const QList<ExecutedVerb> &executed() const { return m_executed; }
    Whereabouts whereabouts() const;

    // The ways into life.
    void ringIn();  ///< somebody dials us; the number's document is asked for
    void ringOut(); ///< we dial a phone; `answered` or `ended` follows
    /// An answered call made over REST: tells machines from people first, then runs its document.
    void beginDocument();

    // While it lives.
    void answer();
    void key(QChar digit);
    void speak(std::chrono::milliseconds time);
    /// Runs a document on this leg; `ended` of a plain run ends the call.
    void run(const WebAddress &address, const QString &kind, const http::Form &extra = {});
    void perform(const QString &twiml);          ///< an inline document
    void adopt(const std::shared_ptr<Run> &run); ///< a whisper, whose end somebody else waits for
    void dropRun(Leaving why);
    /// REST takes the call elsewhere: the interrupted verb's action first, then the target, with the delays
    /// of facts 9.2.
    void redirect(const WebAddress &address);
    void redirectInline(const QString &twiml);
    void hangUp(CallStatus status, Leaving why);
    /// A document could not be had or run: the fallback, else the "application error" and the end.
    void fail(int code, const QString &url, bool mayFallBack = true);

    void note(const QString &verb, const QString &what, const QString &document);
    void setWhere(const Whereabouts &where);
    void detectMachine(std::function<void(const QString &answeredBy)> done);
    void setRecording(const QString &recordingSid) { m_recording = recordingSid; } ///< of the whole call
    void setQueueTime(int milliseconds) { m_call.queueMilliseconds = milliseconds; }
    http::Form parameters() const; ///< the standard set of facts 1.1
    bool isLiving() const { return !m_call.isOver(); }

signals:
    void answered();
    void departing(anteroom::simulator::Leaving why); ///< leaves a bridge or a room; it may live on
    void ended();
    void changed(const QString &sid);

private:
    void mainEnded(int end);
    std::optional<Farewell> stop(Leaving why);
    void start(const std::shared_ptr<Run> &run);
    void sayGoodbye(const Farewell &farewell);
    void interrupt(std::function<void()> target);
    void report(const QString &event);
    void setStatus(CallStatus status);
    void dialled(const PhoneBehaviour &behaviour);

    World &m_world;
    Call m_call;
    LegSetup m_setup;
    Person m_person;
    QList<ExecutedVerb> m_executed;
    Whereabouts m_where;
    std::shared_ptr<Run> m_run;
    std::unique_ptr<QObject> m_pending; ///< what a later redirect overtakes
    int m_fallbacks = 0;
    int m_sequence = 0;
    QString m_recording;
    Clock::Ticket m_limit = 0;
    Clock::Ticket m_patience = 0;
};

} // namespace anteroom::simulator
