// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/flow_lint.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;
using Kind = FlowFinding::Kind;

Q_DECLARE_METATYPE(FlowDefinition)

namespace {

const FlowNames names{{u"open"_s}, {u"note"_s}, {u"greeting"_s}};

FlowBuilder sound()
{
    FlowBuilder builder(u"sound"_s, u"initial"_s);
    builder.state(u"initial"_s)
        .event(u"go"_s, u"ended"_s)
        .after(HookScope::Always, u"note"_s)
        .response(u"greeting"_s, {u"go"_s});
    builder.state(u"ended"_s).response(u"greeting"_s).final();
    return builder;
}

QList<Kind> kinds(const FlowDefinition &flow)
{
    QList<Kind> found;
    for (const FlowFinding &finding : lintFlow(flow, names))
        found << finding.kind;
    return found;
}

} // namespace

class TestFlowLint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSoundFlowHasNoFindings() { QVERIFY(kinds(sound().definition()).isEmpty()); }

    void c18_everyKindOfMistakeIsFound_data()
    {
        QTest::addColumn<FlowDefinition>("flow");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("error");
        const auto row = [](const char *name, const FlowBuilder &builder, Kind kind, bool error) {
            QTest::newRow(name) << builder.definition() << int(kind) << error;
        };
        FlowBuilder guard = sound();
        guard.state(u"initial"_s).event(u"other"_s, u"ended"_s, {{u"opne"_s}, {}});
        row("unknown guard", guard, Kind::UnknownGuard, true);
        FlowBuilder action = sound();
        action.state(u"ended"_s).before(u"nope"_s);
        row("unknown action", action, Kind::UnknownAction, true);
        FlowBuilder response = sound();
        response.state(u"ended"_s).response(u"nope"_s);
        row("unknown response", response, Kind::UnknownResponse, true);
        FlowBuilder actor = sound();
        actor.state(u"initial"_s).actor(u"nobody"_s, u"hangs_up"_s, u"ended"_s);
        row("unknown actor", actor, Kind::UnknownActor, true);
        FlowBuilder second = sound();
        second.state(u"ended"_s).response(u"greeting"_s);
        row("two responses for a state", second, Kind::DuplicateResponse, true);
        FlowBuilder nowhere(u"nowhere"_s, u"intial"_s);
        nowhere.state(u"initial"_s).event(u"go"_s, u"intial"_s).response(u"greeting"_s);
        row("an initial state that is only a target", nowhere, Kind::UnknownState, true);
        FlowBuilder cue = sound();
        cue.state(u"ended"_s).response(u"greeting"_s, {u"go"_s});
        row("cue that the state does not know", cue, Kind::UnansweredCue, true);
        FlowBuilder twice = sound();
        twice.state(u"initial"_s).event(u"go"_s, u"ended"_s, {{u"open"_s}, {}});
        row("a way behind an unguarded one", twice, Kind::NeverWins, true);
        FlowBuilder contradiction = sound();
        contradiction.state(u"initial"_s).event(u"never"_s, u"ended"_s, {{u"open"_s}, {u"open"_s}});
        row("if and unless the same", contradiction, Kind::NeverWins, true);
        FlowBuilder island = sound();
        island.state(u"island"_s).event(u"go"_s, u"ended"_s).response(u"greeting"_s);
        row("unreachable", island, Kind::Unreachable, false);
        FlowBuilder stuck = sound();
        stuck.state(u"initial"_s).event(u"sink"_s, u"stuck"_s);
        stuck.state(u"stuck"_s).response(u"greeting"_s);
        row("no exit", stuck, Kind::NoExit, false);
        FlowBuilder silent = sound();
        silent.state(u"initial"_s).event(u"hush"_s, u"silent"_s);
        silent.state(u"silent"_s).event(u"go"_s, u"ended"_s);
        row("no response", silent, Kind::NoResponse, false);
        FlowBuilder gap = sound();
        gap.state(u"initial"_s).event(u"maybe"_s, u"ended"_s, {{u"open"_s}, {}});
        row("all guards can be false", gap, Kind::MayBeRefused, false);
    }
    void c18_everyKindOfMistakeIsFound()
    {
        QFETCH(FlowDefinition, flow);
        QFETCH(int, kind);
        QFETCH(bool, error);
        const QList<FlowFinding> findings = lintFlow(flow, names);
        const auto found = std::ranges::find(findings, Kind(kind), &FlowFinding::kind);
        QVERIFY(found != findings.end());
        QCOMPARE(found->isError(), error);
        QVERIFY(!found->sentence.isEmpty());
    }

    void ifBesideUnlessLeavesNoGap()
    {
        FlowBuilder both = sound();
        both.state(u"initial"_s)
            .event(u"maybe"_s, u"ended"_s, {{u"open"_s}, {}})
            .event(u"maybe"_s, u"initial"_s, {{}, {u"open"_s}});
        QVERIFY(kinds(both.definition()).isEmpty());
    }

    void readsAFlowFromJson()
    {
        const auto flow = readFlow(QJsonDocument::fromJson(R"({
            "name": "menu", "initial": "asking", "actors": ["customer"],
            "states": [
                {"name": "waking", "events": [{"event": "go", "to": "asking"}], "response": "greeting"},
                {"name": "asking",
                           "events": [{"event": "hangs_up", "actor": "customer", "to": "ended"},
                                      {"event": "digits", "to": "asking", "unless": ["open"]}],
                           "hooks": [{"before": "always", "uniq": true, "action": "note"}],
                           "response": "greeting", "cues": ["digits"]},
                {"name": "ended", "final": true, "response": "greeting"},
                {"name": "any", "hooks": [{"after": "failure", "action": "note"}]}]})")
                                       .object());
        QVERIFY(flow.has_value());
        QCOMPARE(flow->initial, u"asking"_s);
        QCOMPARE(flow->states, (QStringList{u"waking"_s, u"asking"_s, u"ended"_s})); // as written, not sorted
        QVERIFY(flow->allEvents().contains(u"customer_hangs_up"_s));
        QCOMPARE(flow->hooks.size(), 2);
        for (const FlowFinding &finding : lintFlow(*flow, names))
            QVERIFY2(!finding.isError(), qPrintable(finding.sentence));
    }

    void c18_aMisspeltOptionIsAnError_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const QByteArray &state) {
            QTest::newRow(name) << R"({"initial": "a", "states": [{"name": "a", )"_ba + state + "}]}";
        };
        QTest::newRow("intial") << R"({"intial": "a", "states": []})"_ba;
        QTest::newRow("states without an order") << R"({"initial": "a", "states": {"a": {}}})"_ba;
        QTest::newRow("a state that is no object") << R"({"initial": "a", "states": ["a"]})"_ba;
        QTest::newRow("a state without a name") << R"({"initial": "a", "states": [{"name": "a"}, {}]})"_ba;
        QTest::newRow("a state twice") << R"({"initial": "a", "states": [{"name": "a"}, {"name": "a"}]})"_ba;
        QTest::newRow("a name that is no text")
            << R"({"initial": "a", "name": 5, "states": [{"name": "a"}]})"_ba;
        row("in a state", R"("respnse": "x")");
        row("in an event", R"("events": [{"event": "e", "too": "b"}])");
        row("in a hook", R"("hooks": [{"after": "succes", "action": "n"}])");
        row("a hook without an action", R"("hooks": [{"after": "success"}])");
        row("a guard that is no word", R"("events": [{"event": "e", "to": "a", "if": 5}])");
        row("a guard among others", R"("events": [{"event": "e", "to": "a", "unless": ["x", 5]}])");
        row("uniq that is a text", R"("hooks": [{"after": "always", "uniq": "true", "action": "n"}])");
        row("final that is a number", R"("final": 1)");
        row("events that are no list", R"("events": {"event": "e", "to": "a"})");
        row("an event that is no object", R"("events": ["e"])");
        row("a response that is no text", R"("response": ["x"])");
        row("cues that are no words", R"("response": "x", "cues": true)");
    }
    void c18_aMisspeltOptionIsAnError()
    {
        QFETCH(QByteArray, json);
        const auto flow = readFlow(QJsonDocument::fromJson(json).object());
        QVERIFY(!flow);
        QVERIFY(!flow.error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFlowLint)
#include "test_flow_lint.moc"
