// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/flow.h"

#include <QTest>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace {

/// Somebody who is moved through two flows at once, and remembers what happened.
struct Person
{
    QString state;
    QString mood;
    bool open = true;
    bool friendly = true;
    QStringList happened;
    QList<FlowTransition> transitions;
    DeferredCalls deferred;
};

FlowBindings<Person> bindings()
{
    FlowBindings<Person> bindings;
    bindings.state = [](const Person &person) { return person.state; };
    bindings.setState = [](Person &person, const QString &state) { person.state = state; };
    bindings.guards = {{u"open"_s, [](const Person &person) { return person.open; }},
                       {u"friendly"_s, [](const Person &person) { return person.friendly; }}};
    for (const QString &action :
         {u"before_always"_s, u"before_always_uniq"_s, u"after_always"_s, u"after_success"_s,
          u"after_failure"_s, u"after_always_uniq"_s, u"after_success_uniq"_s, u"after_failure_uniq"_s})
        bindings.actions.insert(action, [action](Person &person, const FlowTransition &transition) {
            person.happened << action;
            if (action == "after_success_uniq"_L1)
                person.transitions << transition;
        });
    bindings.responses = {{u"greeting"_s, [](const Person &) { return Steps{Say{u"Hello"_s}}; }},
                          {u"by_name"_s, [](const Person &person) {
                               return Steps{Say{person.mood}, HangUp{}};
                           }}};
    bindings.callback = [](const Person &person, const QString &actor, const QString &event) {
        return u"/flow?state="_s + person.state + u"&actor="_s + actor + u"&event="_s + event;
    };
    return bindings;
}

Flow<Person> load(const FlowDefinition &definition)
{
    auto flow = Flow<Person>::load(definition, bindings());
    if (!flow)
        qFatal("%s", qPrintable(flow.error().first().sentence));
    return *std::move(flow);
}

/// Every kind of hook on entering "ended".
FlowBuilder hooked()
{
    FlowBuilder builder(u"hooked"_s, u"initial"_s);
    builder.state(u"initial"_s).event(u"end"_s, u"ended"_s);
    builder.state(u"ended"_s)
        .event(u"end"_s, u"ended"_s)
        .after(HookScope::Always, u"after_always"_s)
        .after(HookScope::Success, u"after_success"_s)
        .after(HookScope::Failure, u"after_failure"_s)
        .afterUniq(HookScope::Always, u"after_always_uniq"_s)
        .afterUniq(HookScope::Success, u"after_success_uniq"_s)
        .afterUniq(HookScope::Failure, u"after_failure_uniq"_s)
        .beforeUniq(u"before_always_uniq"_s)
        .before(u"before_always"_s)
        .final();
    return builder;
}

/// Its actions leave something to be done after the event, in an order of their own.
Flow<Person> deferring()
{
    using Group = DeferredCalls::Group;
    FlowBindings<Person> all = bindings();
    all.deferred = [](Person &person) -> DeferredCalls & { return person.deferred; };
    const auto act = [&all](const QString &name, Group group, const QString &later) {
        all.actions.insert(name, [=](Person &person, const FlowTransition &) {
            person.happened << name;
            person.deferred.defer(group,
                                  [&person, later] { person.happened << later + u' ' + person.state; });
        });
    };
    act(u"before"_s, Group::AfterTransition, u"after_transition"_s);
    act(u"after"_s, Group::BeforeTransition, u"before_transition"_s);
    act(u"failed"_s, Group::AfterFailure, u"after_failure"_s);
    FlowBuilder builder(u"deferring"_s, u"initial"_s);
    builder.state(u"initial"_s).event(u"end"_s, u"ended"_s);
    builder.state(u"ended"_s)
        .event(u"end"_s, u"ended"_s)
        .before(u"before"_s)
        .after(HookScope::Success, u"after"_s)
        .after(HookScope::Failure, u"failed"_s)
        .final();
    auto flow = Flow<Person>::load(builder.definition(), all);
    if (!flow)
        qFatal("%s", qPrintable(flow.error().first().sentence));
    return *std::move(flow);
}

} // namespace

class TestFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void c1_stateEventsAndUndeclaredTargets()
    {
        FlowBuilder builder(u"c1"_s, u"initial"_s);
        builder.state(u"initial"_s).event(u"go"_s, u"undeclared"_s);
        const Flow<Person> flow = load(builder.definition());
        QVERIFY(flow.definition().allStates().contains(u"undeclared"_s));
        Person person;
        flow.begin(person);
        QVERIFY(flow.is(person, u"initial"_s));
        QVERIFY(!flow.fire(person, u"nonsense"_s));
        QCOMPARE(person.state, u"initial"_s);
        QVERIFY(flow.fire(person, u"go"_s));
        QVERIFY(flow.is(person, u"undeclared"_s));
        const auto refused = flow.fire(person, u"go"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().state, u"undeclared"_s);
        QCOMPARE(refused.error().event, u"go"_s);
    }

    void c2_anyStateEvents()
    {
        FlowBuilder builder(u"c2"_s, u"initial"_s);
        builder.state(u"initial"_s).event(u"go"_s, u"away"_s);
        builder.any().event(u"hang_up"_s, u"ended"_s);
        const Flow<Person> flow = load(builder.definition());
        for (const QString &state : {u"initial"_s, u"away"_s, u"ended"_s}) {
            Person person;
            person.state = state;
            QVERIFY(flow.fire(person, u"hang_up"_s));
            QCOMPARE(person.state, u"ended"_s);
        }
    }

    void c3_guardsAreTriedInOrder()
    {
        FlowBuilder builder(u"c3"_s, u"initial"_s);
        builder.state(u"initial"_s)
            .event(u"call"_s, u"answered"_s, {{u"open"_s}, {}})
            .event(u"call"_s, u"voicemail"_s, {{}, {u"friendly"_s}})
            .event(u"stay"_s, u"initial"_s);
        const Flow<Person> flow = load(builder.definition());
        Person both{u"initial"_s};
        both.friendly = false; // both ways are open: the first one wins
        QVERIFY(flow.fire(both, u"call"_s));
        QCOMPARE(both.state, u"answered"_s);
        Person second{u"initial"_s};
        second.open = false;
        second.friendly = false;
        QVERIFY(flow.fire(second, u"call"_s));
        QCOMPARE(second.state, u"voicemail"_s);
        Person none{u"initial"_s};
        none.open = false;
        QVERIFY(!flow.can(none, u"call"_s));
        QVERIFY(!flow.fire(none, u"call"_s));
        QCOMPARE(none.state, u"initial"_s);
        const auto loopback = flow.fire(none, u"stay"_s);
        QVERIFY(loopback && !loopback->changes());
    }

    void c4_nestedGuardsAreAnded()
    {
        FlowBuilder builder(u"c4"_s, u"initial"_s);
        auto state = builder.state(u"initial"_s);
        state.flowIf(u"open"_s, [](FlowBuilder::State &inside) {
            inside.flowUnless(u"friendly"_s,
                              [](FlowBuilder::State &deeper) { deeper.event(u"go"_s, u"there"_s); });
        });
        bool thrown = false;
        try {
            state.flowIf(u"friendly"_s, [](FlowBuilder::State &) { throw std::runtime_error("broken"); });
        } catch (const std::runtime_error &) {
            thrown = true;
        }
        QVERIFY(thrown);
        state.event(u"free"_s, u"there"_s); // inherits nothing from the broken group
        const Flow<Person> flow = load(builder.definition());
        for (const auto &[open, friendly] :
             {std::pair{false, false}, {false, true}, {true, false}, {true, true}}) {
            Person person{u"initial"_s};
            person.open = open;
            person.friendly = friendly;
            QCOMPARE(flow.can(person, u"go"_s), open && !friendly);
            QVERIFY(flow.can(person, u"free"_s));
        }
    }

    void c5_actorsPrefixTheirEvents()
    {
        FlowBuilder builder(u"c5"_s, u"initial"_s);
        builder.actor(u"customer"_s).actor(u"agent"_s);
        builder.state(u"initial"_s)
            .actor(u"customer"_s, u"hangs_up"_s, u"ended"_s)
            .actor(u"agent"_s, u"hangs_up"_s, u"waiting"_s);
        const Flow<Person> flow = load(builder.definition());
        Person person{u"initial"_s};
        QCOMPARE(flow.callback(person, u"customer"_s, u"hangs_up"_s),
                 u"/flow?state=initial&actor=customer&event=hangs_up"_s);
        QVERIFY(flow.fire(person, u"agent_hangs_up"_s));
        QCOMPARE(person.state, u"waiting"_s);
    }

    void c6_responsesInAndOutsideOfStates()
    {
        FlowBuilder builder(u"c6"_s, u"initial"_s);
        builder.state(u"initial"_s).event(u"go"_s, u"there"_s).response(u"greeting"_s);
        builder.state(u"there"_s).response(u"by_name"_s);
        const Flow<Person> flow = load(builder.definition());
        Person person{u"initial"_s, u"merry"_s};
        QCOMPARE(flow.render(person), Steps{Say{u"Hello"_s}});
        QVERIFY(flow.fire(person, u"go"_s));
        QCOMPARE(flow.render(person), (Steps{Say{u"merry"_s}, HangUp{}}));
    }

    void c7_noResponseRendersNothing()
    {
        FlowBuilder builder(u"c7"_s, u"initial"_s);
        builder.state(u"initial"_s).event(u"go"_s, u"silent"_s).response(u"greeting"_s);
        const Flow<Person> flow = load(builder.definition());
        Person person{u"silent"_s};
        QVERIFY(flow.render(person).isEmpty());
    }

    void c8_severalFlowsWithAttributesOfTheirOwn()
    {
        FlowBuilder first(u"call"_s, u"ringing"_s);
        first.state(u"ringing"_s).event(u"answer"_s, u"talking"_s).response(u"greeting"_s);
        FlowBuilder second(u"mood"_s, u"calm"_s);
        second.state(u"calm"_s).event(u"answer"_s, u"cross"_s).response(u"by_name"_s);
        FlowBindings<Person> moods = bindings();
        moods.state = [](const Person &person) { return person.mood; };
        moods.setState = [](Person &person, const QString &state) { person.mood = state; };
        FlowSet<Person> set;
        set.add(load(first.definition()));
        set.add(*Flow<Person>::load(second.definition(), moods));
        Person person;
        set.find()->begin(person);
        set.find(u"mood"_s)->begin(person);
        QVERIFY(set.find(u"mood"_s)->fire(person, u"answer"_s));
        QCOMPARE(person.state, u"ringing"_s);
        QCOMPARE(person.mood, u"cross"_s);
        QCOMPARE(set.render(person), Steps{Say{u"Hello"_s}}); // the first is the default
        person.mood = u"calm"_s;
        QCOMPARE(set.render(person, u"mood"_s), (Steps{Say{u"calm"_s}, HangUp{}}));
        QVERIFY(set.render(person, u"no such flow"_s).isEmpty());
    }

    void c9_hooksBelongToTheStateThatIsEntered()
    {
        const Flow<Person> flow = load(hooked().definition());
        Person person{u"initial"_s};
        QVERIFY(!flow.fire(person, u"nonsense"_s)); // "initial" has no hooks
        QVERIFY(person.happened.isEmpty());
        QVERIFY(flow.fire(person, u"end"_s));
        QVERIFY(person.happened.contains(u"after_success_uniq"_s));
    }

    void c10_fixedOrderAndCounts()
    {
        const Flow<Person> flow = load(hooked().definition());
        Person person{u"initial"_s};
        QVERIFY(flow.fire(person, u"end"_s));
        QCOMPARE(person.happened,
                 (QStringList{u"before_always"_s, u"before_always_uniq"_s, u"after_always"_s,
                              u"after_success"_s, u"after_always_uniq"_s, u"after_success_uniq"_s}));
        QVERIFY(flow.fire(person, u"end"_s));
        QVERIFY(flow.fire(person, u"end"_s));
        QVERIFY(!flow.fire(person, u"nonsense"_s));
        const auto count = [&](const QString &hook) { return person.happened.count(hook); };
        QCOMPARE(count(u"before_always"_s), 3);
        QCOMPARE(count(u"before_always_uniq"_s), 1);
        QCOMPARE(count(u"after_always"_s), 4);
        QCOMPARE(count(u"after_success"_s), 3);
        QCOMPARE(count(u"after_failure"_s), 1);
        QCOMPARE(count(u"after_always_uniq"_s), 1);
        QCOMPARE(count(u"after_success_uniq"_s), 1);
        QCOMPARE(count(u"after_failure_uniq"_s), 0);
        QCOMPARE(person.transitions.size(), 1);
        QCOMPARE(person.transitions.first().from, u"initial"_s);
        QCOMPARE(person.transitions.first().to, u"ended"_s);
        QCOMPARE(person.transitions.first().event, u"end"_s);
    }

    void c11_anInvalidEventRunsTheFailuresOfTheStateItIsIn()
    {
        const Flow<Person> flow = load(hooked().definition());
        Person person{u"ended"_s};
        QVERIFY(!flow.fire(person, u"nonsense"_s));
        QCOMPARE(person.happened, (QStringList{u"after_always"_s, u"after_failure"_s}));
        QCOMPARE(person.state, u"ended"_s);
    }

    void c12_whatAnEventDefersRunsAfterItByGroup()
    {
        const Flow<Person> flow = deferring();
        Person person{u"initial"_s};
        QVERIFY(flow.fire(person, u"end"_s));
        // The actions deferred the last group first; nothing ran before the event was through.
        QCOMPARE(person.happened, (QStringList{u"before"_s, u"after"_s, u"before_transition ended"_s,
                                               u"after_transition ended"_s}));
        person.happened.clear();
        QVERIFY(!flow.fire(person, u"nonsense"_s));
        QCOMPARE(person.happened, (QStringList{u"failed"_s, u"after_failure ended"_s}));
        person.happened.clear();
        QVERIFY(flow.fire(person, u"end"_s)); // each group was emptied: nothing runs twice
        QCOMPARE(person.happened.filter(u"transition"_s).size(), 2);
        QVERIFY(!person.happened.contains(u"after_failure ended"_s));
    }

    void c12_whoWritesTheChangeDownSettlesLater()
    {
        const Flow<Person> flow = deferring();
        Person person{u"initial"_s};
        const auto result = flow.change(person, u"end"_s);
        QCOMPARE(person.state, u"ended"_s);
        QCOMPARE(person.happened, (QStringList{u"before"_s, u"after"_s}));
        flow.settle(person, result);
        QCOMPARE(person.happened.size(), 4);
        flow.settle(person, result);
        QCOMPARE(person.happened.size(), 4);
    }

    void c12_aDeferredCallMayDeferAnother()
    {
        DeferredCalls deferred;
        using Group = DeferredCalls::Group;
        int ran = 0;
        deferred.defer(Group::AfterTransition,
                       [&] { deferred.defer(Group::AfterTransition, [&] { ++ran; }); });
        deferred.run(Group::AfterTransition);
        QCOMPARE(ran, 0);
        deferred.run(Group::AfterTransition);
        QCOMPARE(ran, 1);
    }

    void c15_aFlowCanBeDrawn()
    {
        const QString drawing = drawFlow(hooked().definition());
        QVERIFY(drawing.startsWith(u"digraph \"hooked\""_s));
        QVERIFY(drawing.contains(u"\"initial\" -> \"ended\" [label=\"end\"]"_s));
        QVERIFY(drawing.contains(u"doublecircle"_s));
    }
};

QTEST_GUILESS_MAIN(TestFlow)
#include "test_flow.moc"
