// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/export_calls.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

struct ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::ui::ExportCalls)
};

constexpr auto byteOrderMark = "\xEF\xBB\xBF"; // without it some spreadsheets take UTF-8 for something else

/// What callers are called must not become a formula.
QString harmless(const QString &text)
{
    return !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()) ? u'\'' + text : text;
}

QString cell(QString text)
{
    const bool quoted = text.contains(u'"') || text.contains(u',') || text.contains(u'\n') ||
                        text.contains(u'\r') || text.startsWith(u' ') || text.endsWith(u' ');
    if (!quoted)
        return text;
    text.replace(u"\""_s, u"\"\""_s);
    return u'"' + text + u'"';
}

QString instant(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}

QByteArray lineOf(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &text : cells)
        quoted << cell(text);
    return quoted.join(u',').toUtf8() + "\r\n";
}

QStringList cellsOf(const PastCall &call)
{
    return {call.sid,
            instant(call.at),
            harmless(call.caller.name),
            call.caller.number,
            harmless(call.caller.city),
            harmless(call.caller.region),
            call.caller.country,
            toWord(call.outcome),
            QString::number(call.waitedSeconds),
            QString::number(call.talkedSeconds),
            harmless(call.topic),
            harmless(call.notes),
            call.wasRecorded ? u"yes"_s : u"no"_s,
            instant(call.noticeAt),
            call.noticeAt.isValid() ? harmless(call.notice) : QString(),
            toWord(call.consent)};
}

} // namespace

QByteArray toCsv(const QList<PastCall> &calls)
{
    QByteArray csv = byteOrderMark;
    csv += lineOf({u"call_sid"_s, u"at"_s, u"name"_s, u"number"_s, u"city"_s, u"region"_s, u"country"_s,
                   u"outcome"_s, u"waited_seconds"_s, u"talked_seconds"_s, u"topic"_s, u"notes"_s,
                   u"recorded"_s, u"notice_at"_s, u"notice"_s, u"consent"_s});
    for (const PastCall &call : calls)
        csv += lineOf(cellsOf(call));
    return csv;
}

QFileDialog *askToExport(const QList<PastCall> &calls, QWidget *parent,
                         std::function<void(const QString &sentence)> tell)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(parent, ExportWords::tr("Export the calls"), folder,
                                   ExportWords::tr("Tables (*.csv)"));
    dialog->setObjectName("exportCallsDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(ExportWords::tr("calls") + u".csv"_s);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [calls, tell = std::move(tell)](const QString &to) {
            const QByteArray csv = toCsv(calls);
            QSaveFile file(to);
            if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
                tell(ExportWords::tr("The calls could not be saved as %1. Nothing is lost; choose "
                                     "another folder.")
                         .arg(QDir::toNativeSeparators(to)));
        });
    dialog->open();
    return dialog;
}

} // namespace anteroom::ui
