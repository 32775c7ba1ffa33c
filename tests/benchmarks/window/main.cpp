// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The console in one process with its measuring instruments; one line of JSON, or "listening ..." and staying
// open.
#include "load/load_run.h"
#include "window/click_run.h"
#include "window/close_out_run.h"
#include "window/paint_run.h"
#include "window/paint_watch.h"
#include "window/windowed_desk.h"

#include "desk/stop_request.h"
#include "ui/application.h"
#include "ui/queue/queue_view.h"

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QUrl>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::benchmarks;

namespace {

struct Wishes
{
    QString mode;
    int rows = 0;
    int samples = 0;
    bool scroll = false;
    QUrl rest;
    ClickWishes clicks;
};

void print(const QJsonObject &report)
{
    std::printf("%s\n", QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void printPercentiles(QJsonObject report, std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values.empty()
                   ? -1
                   : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
    };
    report[u"samples"_s] = static_cast<int>(values.size());
    report[u"p50_ms"_s] = at(0.50);
    report[u"p99_ms"_s] = at(0.99);
    report[u"max_ms"_s] = at(1.0);
    print(report);
}

/// Up and down through the table, as fast as frames come.
void scroll(QAbstractItemView &view)
{
    auto *frames = new QTimer(&view);
    frames->setTimerType(Qt::PreciseTimer);
    QObject::connect(frames, &QTimer::timeout, &view, [&view, step = 1]() mutable {
        QScrollBar *bar = view.verticalScrollBar();
        if (bar->value() + step > bar->maximum() || bar->value() + step < 0)
            step = -step;
        bar->setValue(bar->value() + step * std::max(1, bar->singleStep()));
    });
    frames->start(16);
}

Wishes readWishes(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{u"mode"_s, u"paint, click, closeout or hold"_s, u"MODE"_s, u"hold"_s},
         {u"rows"_s, u"Callers waiting before anything is measured"_s, u"N"_s, u"10"_s},
         {u"samples"_s, u"Measurements"_s, u"N"_s, u"300"_s},
         {u"scroll"_s, u"With hold: scroll without end"_s},
         {u"rest"_s, u"Where the phone company answers; default: nowhere"_s, u"URL"_s,
          u"http://127.0.0.1:9"_s},
         {u"line"_s, u"The number that is dialled"_s, u"NUMBER"_s, u"+15105550100"_s},
         {u"delay"_s, u"With click: what each direction of the way there takes"_s, u"MS"_s, u"0"_s}});
    parser.process(application);
    return {.mode = parser.value(u"mode"_s),
            .rows = parser.value(u"rows"_s).toInt(),
            .samples = parser.value(u"samples"_s).toInt(),
            .scroll = parser.isSet(u"scroll"_s),
            .rest = QUrl(parser.value(u"rest"_s)),
            .clicks = {.samples = parser.value(u"samples"_s).toInt(),
                       .delayMs = parser.value(u"delay"_s).toInt(),
                       .line = parser.value(u"line"_s)}};
}

} // namespace

int main(int argc, char **argv)
{
    PaintWatch application(argc, argv);
    ui::prepareApplication(application);
    const Wishes wishes = readWishes(application);
    if (wishes.mode == "click"_L1)
        return runClicks(application, wishes.rest, wishes.clicks, &printPercentiles);

    WindowedDesk desk(application, wishes.rest, wishes.clicks.line, u"+14155550177"_s);
    if (wishes.mode == "closeout"_L1) {
        CloseOutRun run(desk, wishes.rows);
        QObject::connect(&desk, &WindowedDesk::listening, &run, &CloseOutRun::start);
        QObject::connect(&run, &CloseOutRun::finished, &application, [&](double seconds, int failed) {
            print({{u"callers"_s, wishes.rows}, {u"seconds"_s, seconds}, {u"failed"_s, failed}});
            application.quit();
        });
        desk.start();
        return application.exec();
    }
    PaintRun paint(application, desk, wishes.rows, wishes.samples);
    QObject::connect(&paint, &PaintRun::finished, &application, [&](const std::vector<double> &milliseconds) {
        printPercentiles({{u"rows"_s, wishes.rows}}, milliseconds);
        application.quit();
    });
    const auto begin = [&] {
        if (wishes.mode == "paint"_L1)
            return paint.start();
        if (wishes.scroll)
            scroll(desk.view());
        std::printf("listening http://127.0.0.1:%d\n", desk.port());
        std::fflush(stdout);
    };
    const desk::StopRequest stop;
    QObject::connect(&stop, &desk::StopRequest::stopRequested, &application, &QCoreApplication::quit);
    QThread callers; // fills the queue while the window lives on
    QObject filler;
    filler.moveToThread(&callers);
    QObject::connect(&desk, &WindowedDesk::listening, &filler, [&] {
        const auto filled =
            runLoad(desk.port(), 4, makeWebhooks(desk.desk(), Mix::Joins, 2 * wishes.rows), 0, 0);
        if (!filled || filled->refused > 0) {
            std::fprintf(stderr, "The queue could not be filled.\n");
            std::_Exit(1);
        }
        QMetaObject::invokeMethod(&application, begin, Qt::QueuedConnection);
    });
    callers.start();
    desk.start();
    const int status = application.exec();
    callers.quit();
    callers.wait();
    return status;
}
