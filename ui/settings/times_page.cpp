// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/times_page.h"

#include "settings/keys.h"

#include <QFormLayout>

namespace anteroom::ui {

namespace keys = settings::keys;

TimesPage::TimesPage(settings::Settings &settings, QWidget *parent)
    : SettingsPage(tr("Times"), settings, parent)
{
    const QString seconds = tr("s");
    auto *waiting = addSection(tr("Waiting"), tr("When the time beside a caller changes its colour."));
    addNumber(waiting, tr("A wait is &long after"), keys::waitLong, seconds);
    addNumber(waiting, tr("A wait is &too long after"), keys::waitTooLong, seconds);
    auto *phone = addSection(tr("My phone"), tr("Most mailboxes answer after 20 to 25 seconds; a phone that "
                                                "rings for a shorter time is never answered by one."));
    addNumber(phone, tr("My phone &rings for"), keys::ringSeconds, seconds);
    auto *voicemail = addSection(tr("Voicemail"));
    addNumber(voicemail, tr("The longest &message takes"), keys::longestMessage, seconds);
    auto *away = addSection(tr("When this program is closed or gone"),
                            tr("Callers then hear music from the phone company, and after it may leave a "
                               "message."));
    addNumber(away, tr("They hear music for at &most"), keys::hostedMusic, tr("min"));
    auto *closeOut = addSection(tr("Closing out the queue"),
                                tr("How many callers are told goodbye at the same moment; fewer when the "
                                   "phone company asks to slow down."));
    addNumber(closeOut, tr("Callers at a &time"), keys::closeOutParallel, {});
}

} // namespace anteroom::ui
