// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

// Resources of a static library are dropped by the linker unless somebody asks for them; the macro must stand
// outside of any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(anteroom_window);
#ifdef ANTEROOM_TRANSLATIONS
    Q_INIT_RESOURCE(anteroom_translations);
#endif
}

namespace anteroom::ui {

void prepareApplication(QApplication &application)
{
    loadResources();
    QApplication::setDesktopFileName(u"" ANTEROOM_ID ""_s);
    QApplication::setWindowIcon(QIcon(u":/anteroom/icons/anteroom.png"_s));
    const auto load = [&application](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, u"_"_s, folder))
            QApplication::installTranslator(translator);
        else
            delete translator;
    };
    load(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)); // "Cancel" and the like
    load(u"anteroom"_s, u":/anteroom/translations"_s);
}

} // namespace anteroom::ui
