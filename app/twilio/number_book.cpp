// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/number_book.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

QString inWords(const char *text)
{
    return QCoreApplication::translate("anteroom::twilio", text);
}

KeptNumber fromJson(const QJsonObject &json)
{
    KeptNumber kept;
    const QJsonObject before = json.value("before"_L1).toObject();
    for (auto it = before.begin(); it != before.end(); ++it)
        kept.before.insert(it.key(), it.value().toString());
    const QJsonObject ours = json.value("ours"_L1).toObject();
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        const QJsonArray values = it.value().toArray();
        for (const auto &value : values)
            kept.ours[it.key()].append(value.toString());
    }
    return kept;
}

QJsonObject toJson(const KeptNumber &kept)
{
    QJsonObject before;
    for (auto it = kept.before.cbegin(); it != kept.before.cend(); ++it)
        before.insert(it.key(), it.value());
    QJsonObject ours;
    for (auto it = kept.ours.cbegin(); it != kept.ours.cend(); ++it)
        ours.insert(it.key(), QJsonArray::fromStringList(it.value()));
    return {{u"before"_s, before}, {u"ours"_s, ours}};
}

} // namespace

NumberBook::NumberBook(QString file) : m_file(std::move(file))
{
}

std::expected<QMap<QString, KeptNumber>, QString> NumberBook::load() const
{
    QFile file(m_file);
    if (!file.exists())
        return QMap<QString, KeptNumber>();
    QJsonParseError error;
    QJsonObject json;
    if (file.open(QIODevice::ReadOnly))
        json = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (!file.isOpen() || error.error != QJsonParseError::NoError)
        return std::unexpected(
            inWords(QT_TRANSLATE_NOOP("anteroom::twilio",
                                      "The file that remembers what the numbers were set to cannot be read "
                                      "(%1). The number was left as it is. Move the file away to begin "
                                      "anew; then what was set before cannot be put back."))
                .arg(m_file));
    QMap<QString, KeptNumber> book;
    for (auto it = json.begin(); it != json.end(); ++it)
        book.insert(it.key(), fromJson(it.value().toObject()));
    return book;
}

std::expected<void, QString> NumberBook::save(const QMap<QString, KeptNumber> &book) const
{
    QJsonObject json;
    for (auto it = book.cbegin(); it != book.cend(); ++it)
        json.insert(it.key(), toJson(it.value()));
    QSaveFile file(m_file);
    const QByteArray text = QJsonDocument(json).toJson();
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(text) != text.size() || !file.commit())
        return std::unexpected(
            inWords(QT_TRANSLATE_NOOP("anteroom::twilio",
                                      "What the number was set to before could not be saved (%1), so it was "
                                      "left as it is. Make room on the disk and try again."))
                .arg(file.errorString()));
    return {};
}

std::expected<std::optional<KeptNumber>, QString> NumberBook::find(const QString &number) const
{
    const auto book = load();
    if (!book)
        return std::unexpected(book.error());
    const auto found = book->constFind(number);
    return found == book->cend() ? std::optional<KeptNumber>() : std::optional(*found);
}

std::expected<void, QString> NumberBook::keep(const QString &number, const KeptNumber &kept)
{
    auto book = load();
    if (!book)
        return std::unexpected(book.error());
    book->insert(number, kept);
    return save(*book);
}

std::expected<void, QString> NumberBook::forget(const QString &number)
{
    auto book = load();
    if (!book)
        return std::unexpected(book.error());
    if (book->remove(number) == 0)
        return {};
    return save(*book);
}

} // namespace anteroom::twilio
