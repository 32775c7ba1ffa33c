// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helpers/believable_desk.h"
#include "ui/application.h"
#include "ui/queue/call_queue_model.h"
#include "ui/queue/queue_view.h"
#include "ui/window.h"

#include <QApplication>
#include <QTest>

namespace anteroom::tests {

/// The real window before a desk on paper, with a clock that the test moves.
class WindowFixture
{
public:
    WindowFixture()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ui::prepareApplication(*qApp);
        theme = std::make_unique<ui::Theme>(*qApp, ui::Theme::Choice::Light);
    }

    void open(const QList<ui::PracticeEntry> &practice = {})
    {
        moment = theMoment();
        mirror = std::make_unique<FakeDeskMirror>();
        openDesk(*mirror);
        ui::WindowOptions options;
        options.now = [this] { return moment; };
        options.tray = false;
        options.choices.sound = false;
        options.rehearsal = !practice.isEmpty();
        options.practice = practice;
        window = std::make_unique<ui::MainWindow>(*mirror, *theme, options);
        window->show();
        QTRY_VERIFY(window->isActiveWindow());
    }
    void close()
    {
        window.reset();
        mirror.reset();
    }

    template <typename T> T *find(const QString &name) const
    {
        T *found = window->findChild<T *>(name);
        if (found == nullptr)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    ui::QueueView *view() const { return find<ui::QueueView>(QStringLiteral("queue")); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void clickRow(int row) const
    {
        const QRect cell = view()->visualRect(view()->model()->index(row, ui::CallQueueModel::Caller));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, cell.center());
    }

    std::unique_ptr<ui::Theme> theme;
    std::unique_ptr<FakeDeskMirror> mirror;
    std::unique_ptr<ui::MainWindow> window;
    QDateTime moment;
};

} // namespace anteroom::tests
