// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/report_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace anteroom::desk {

using namespace Qt::StringLiterals;
using calls::CheckGrade;

namespace {

struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::desk::Report)
};

QString spoken(CheckGrade grade)
{
    switch (grade) {
    case CheckGrade::Fine:
        return ReportWords::tr("fine");
    case CheckGrade::Warning:
        return ReportWords::tr("WARNING");
    case CheckGrade::Failing:
        return ReportWords::tr("FAILING");
    }
    return {};
}

} // namespace

QString reportAsText(const calls::AccountReport &report)
{
    qsizetype gradeWidth = 0;
    qsizetype subjectWidth = 0;
    for (const calls::CheckLine &line : report.lines) {
        gradeWidth = std::max(gradeWidth, spoken(line.grade).size());
        subjectWidth = std::max(subjectWidth, line.subject.size());
    }
    QString text;
    for (const calls::CheckLine &line : report.lines) {
        text += u"%1  %2  %3\n"_s.arg(spoken(line.grade), -int(gradeWidth))
                    .arg(line.subject, -int(subjectWidth))
                    .arg(line.sentence);
        if (line.grade != CheckGrade::Fine && !line.remedy.isEmpty())
            text += QString(gradeWidth + subjectWidth + 4, u' ') + line.remedy + u'\n';
    }
    return text;
}

QByteArray reportAsJson(const calls::AccountReport &report)
{
    QJsonArray lines;
    for (const calls::CheckLine &line : report.lines)
        lines.append(QJsonObject{{u"id"_s, line.id},
                                 {u"grade"_s, calls::toWord(line.grade)},
                                 {u"subject"_s, line.subject},
                                 {u"sentence"_s, line.sentence},
                                 {u"remedy"_s, line.remedy}});
    return QJsonDocument(QJsonObject{{u"at"_s, report.at.toString(Qt::ISODate)},
                                     {u"worst"_s, calls::toWord(report.worst())},
                                     {u"lines"_s, lines}})
        .toJson(QJsonDocument::Compact);
}

} // namespace anteroom::desk
