// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Who may know whom (README, "How it is built"). What a library reaches through another one counts as well.
const QHash<QString, QSet<QString>> allowed{
    {u"http"_s, {u"Qt6::Core"_s, u"Qt6::Network"_s}},
    {u"twiml"_s, {u"Qt6::Core"_s, u"OpenSSL::Crypto"_s}},
    {u"calls"_s, {u"Qt6::Core"_s, u"QCoro::Core"_s}},
    {u"history"_s, {u"calls"_s, u"Qt6::Sql"_s}},
    {u"settings"_s, {u"Qt6::Core"_s, u"QCoro::Core"_s, u"qt6keychain"_s}},
    {u"twilio"_s, {u"calls"_s, u"http"_s, u"twiml"_s, u"QCoro::Network"_s}},
    {u"seats"_s, {u"calls"_s, u"http"_s, u"Qt6::WebSockets"_s}},
    {u"simulator"_s, {u"http"_s, u"twiml"_s, u"QCoro::Core"_s, u"QCoro::Network"_s}},
    {u"ui"_s,
     {u"calls"_s, u"settings"_s, u"Qt6::Gui"_s, u"Qt6::Widgets"_s, u"Qt6::Multimedia"_s, u"Qt6::DBus"_s,
      u"phonenumber"_s}},
    {u"desk"_s,
     {u"calls"_s, u"http"_s, u"twiml"_s, u"twilio"_s, u"history"_s, u"settings"_s, u"seats"_s,
      u"simulator"_s}},
};

QHash<QString, QSet<QString>> readLinks()
{
    QHash<QString, QSet<QString>> links;
    QFile file(QStringLiteral(ANTEROOM_LINKS));
    if (!file.open(QIODevice::ReadOnly))
        return links;
    while (!file.atEnd()) {
        const QStringList words = QString::fromUtf8(file.readLine()).simplified().split(u' ');
        QSet<QString> &targets = links[words.first().chopped(1)];
        for (QString word : words.sliced(1)) {
            if (word.startsWith("anteroom_"_L1))
                word = word.sliced(9);
            word.replace("QCoro6::"_L1, "QCoro::"_L1);
            if (word == "options"_L1 || word.contains("_resources"_L1) || word.startsWith(u'$') ||
                word.startsWith(u'-') || word.contains(u"NOTFOUND"_s) || word.startsWith("Boost::"_L1) ||
                word.startsWith("Threads::"_L1))
                continue;
            targets.insert(word);
        }
    }
    return links;
}

QSet<QString> closureOf(const QString &library, const QHash<QString, QSet<QString>> &links)
{
    QSet<QString> reached;
    QStringList open = links.value(library).values();
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        if (reached.contains(next))
            continue;
        reached.insert(next);
        open += links.value(next).values();
    }
    return reached;
}

QSet<QString> allowedFor(const QString &library)
{
    QSet<QString> reached;
    QStringList open = allowed.value(library).values();
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        reached.insert(next);
        for (const QString &further : allowed.value(next))
            if (!reached.contains(further))
                open << further;
    }
    return reached;
}

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void librariesKnowOnlyWhomTheyMay()
    {
        const auto links = readLinks();
        QVERIFY(links.size() >= 8);
        for (auto library = links.keyBegin(); library != links.keyEnd(); ++library) {
            const QSet<QString> tooMuch =
                closureOf(*library, links) - allowedFor(*library) - QSet<QString>{u"Qt6::Core"_s};
            QVERIFY2(tooMuch.isEmpty(),
                     qPrintable(*library + u" reaches "_s + tooMuch.values().join(u", "_s)));
        }
    }

    void foldersIncludeOnlyWhomTheyMay()
    {
        static const QRegularExpression include(u"^#include \"([a-z]+)/"_s,
                                                QRegularExpression::MultilineOption);
        int files = 0;
        for (const auto &[library, knows] : allowed.asKeyValueRange()) {
            const QString folder =
                QStringLiteral(ANTEROOM_SOURCE_DIR) + (library == "ui"_L1 ? u"/ui"_s : u"/app/"_s + library);
            const QSet<QString> may = allowedFor(library) + QSet<QString>{library};
            QDirIterator walk(folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                auto found = include.globalMatch(QString::fromUtf8(file.readAll()));
                while (found.hasNext()) {
                    const QString target = found.next().captured(1);
                    if (allowed.contains(target))
                        QVERIFY2(may.contains(target),
                                 qPrintable(file.fileName() + u" includes "_s + target));
                }
            }
        }
        QVERIFY(files > 50);
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "test_house.moc"
