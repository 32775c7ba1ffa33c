// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/seat_registry.h"

#include "calls/phone_address.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <utility>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {

constexpr int lockWaitMs = 5000;
constexpr qsizetype longestName = 64;
constexpr qint64 largestFile = 1024 * 1024;

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

QByteArray newToken()
{
    std::array<quint32, 8> bits;
    QRandomGenerator::system()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof(bits))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool sameBytes(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned char>(left.at(i) ^ right.at(i));
    return difference == 0;
}

std::optional<calls::Role> roleFromWord(const QString &word)
{
    for (const auto role : {calls::Role::Host, calls::Role::Screener, calls::Role::Viewer}) {
        if (calls::toWord(role) == word)
            return role;
    }
    return {};
}

std::optional<SeatRecord> recordFrom(const QJsonObject &object)
{
    const auto role = roleFromWord(object.value("role"_L1).toString());
    SeatRecord record;
    record.seat.name = object.value("name"_L1).toString();
    record.seat.phone = object.value("phone"_L1).toString();
    record.tokenHash = QByteArray::fromHex(object.value("token_sha256"_L1).toString().toLatin1());
    if (!role || record.seat.name.isEmpty() ||
        record.tokenHash.size() != QCryptographicHash::hashLength(QCryptographicHash::Sha256)) {
        return {};
    }
    record.seat.role = *role;
    return record;
}

QJsonObject toObject(const SeatRecord &record)
{
    return {{u"name"_s, record.seat.name},
            {u"role"_s, calls::toWord(record.seat.role)},
            {u"phone"_s, record.seat.phone},
            {u"token_sha256"_s, QString::fromLatin1(record.tokenHash.toHex())}};
}

bool isNamed(const SeatRecord &record, const QString &name)
{
    return record.seat.name.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

SeatRegistry::SeatRegistry(QString file, QString ownName, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_ownName(std::move(ownName))
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SeatRegistry::reload);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SeatRegistry::reload);
}

std::expected<void, QString> SeatRegistry::load()
{
    auto records = read();
    if (records)
        ignoreOwnName(*records);
    m_records = records.value_or(QList<SeatRecord>());
    if (!records)
        return std::unexpected(records.error());
    return {};
}

void SeatRegistry::ignoreOwnName(QList<SeatRecord> &records)
{
    const bool found = !m_ownName.isEmpty() &&
                       records.removeIf([this](const auto &each) { return isNamed(each, m_ownName); }) > 0;
    if (found && !m_saidOwnName)
        Q_EMIT ownNameFound(tr("The list of seats has one called %1, as this desk's own seat is. Nobody can "
                               "connect with it. Remove it (anteroom --remove-seat) and add it under another "
                               "name.")
                                .arg(m_ownName));
    m_saidOwnName = found;
}

void SeatRegistry::watch()
{
    // The folder, because the file may not be there yet and is replaced by every change.
    m_watcher.addPath(QFileInfo(m_file).absolutePath());
    reload();
}

bool SeatRegistry::refresh()
{
    const auto before = m_records;
    reload();
    return m_records != before;
}

void SeatRegistry::reload()
{
    if (!m_watcher.files().contains(m_file) && QFile::exists(m_file))
        m_watcher.addPath(m_file);
    const auto before = m_records;
    const auto loaded = load();
    const QString trouble = loaded ? QString() : loaded.error();
    if (std::exchange(m_trouble, trouble) != trouble && !trouble.isEmpty())
        Q_EMIT unreadable(trouble);
    if (m_records != before)
        Q_EMIT changed();
}

QList<calls::Seat> SeatRegistry::seats() const
{
    QList<calls::Seat> seats;
    for (const auto &record : m_records)
        seats.append(record.seat);
    return seats;
}

std::optional<SeatRecord> SeatRegistry::find(const QByteArray &token) const
{
    const auto hash = hashOf(token);
    std::optional<SeatRecord> found;
    for (const auto &record : m_records) {
        if (sameBytes(record.tokenHash, hash))
            found = record;
    }
    return found;
}

std::expected<QList<SeatRecord>, QString> SeatRegistry::read() const
{
    QFile file(m_file);
    if (!file.exists())
        return QList<SeatRecord>();
    const auto unreadable = [this](const QString &why) {
        return std::unexpected(
            tr("The seats in %1 cannot be read (%2). No other console can connect until that is put "
               "right; callers are not affected. Put a copy of the file back, or remove it and add the "
               "seats again.")
                .arg(QDir::toNativeSeparators(m_file), why));
    };
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.read(largestFile), &error);
    if (error.error != QJsonParseError::NoError)
        return unreadable(error.errorString());
    QList<SeatRecord> records;
    const auto seats = document.object().value("seats"_L1);
    if (!seats.isArray())
        return unreadable(tr("it has no list of seats"));
    for (const auto list = seats.toArray(); const auto &value : list) {
        const auto record = recordFrom(value.toObject());
        if (!record)
            return unreadable(tr("an entry is incomplete"));
        records.append(*record);
    }
    return records;
}

std::expected<void, QString> SeatRegistry::write(const QList<SeatRecord> &records) const
{
    QJsonArray seats;
    for (const auto &record : records)
        seats.append(toObject(record));
    QSaveFile file(m_file);
    bool written = file.open(QIODevice::WriteOnly);
    if (written) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(QJsonObject{{u"seats"_s, seats}}).toJson());
        written = file.commit();
    }
    if (written)
        return {};
    return std::unexpected(
        tr("The seats in %1 cannot be written (%2). Nothing has changed. See that there is room and that "
           "the folder may be written to.")
            .arg(QDir::toNativeSeparators(m_file), file.errorString()));
}

std::expected<QString, QString> SeatRegistry::add(const calls::Seat &seat)
{
    static const QRegularExpression e164(u"\\A\\+[1-9][0-9]{6,14}\\z"_s);
    SeatRecord record{seat, {}};
    record.seat.name = seat.name.simplified();
    const bool printable = std::all_of(record.seat.name.cbegin(), record.seat.name.cend(),
                                       [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    if (record.seat.name.isEmpty() || record.seat.name.size() > longestName || !printable) {
        return std::unexpected(
            tr("A seat needs a name of one to %n letters. Nothing has changed.", nullptr, int(longestName)));
    }
    if (calls::isPhoneAddress(seat.phone)) {
        const auto address = calls::phoneAddress(seat.phone);
        if (!address)
            return std::unexpected(address.error() + u' ' + tr("Nothing has changed."));
        record.seat.phone = *address;
    } else if (!seat.phone.isEmpty() && !e164.match(seat.phone).hasMatch()) {
        return std::unexpected(
            tr("A phone number is written with its country, such as +14155550142. Nothing has changed."));
    }
    if (!m_ownName.isEmpty() && isNamed(record, m_ownName)) {
        return std::unexpected(
            tr("%1 is the name of this desk's own seat. Nothing has changed. Choose another name.")
                .arg(record.seat.name));
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QLockFile lock(m_file + ".lock"_L1);
    lock.tryLock(lockWaitMs);
    auto records = read();
    if (!records)
        return std::unexpected(records.error());
    const auto named = [&](const auto &each) { return isNamed(each, record.seat.name); };
    if (std::any_of(records->cbegin(), records->cend(), named)) {
        return std::unexpected(
            tr("There already is a seat %1. Nothing has changed. Remove it first to give it a new token.")
                .arg(record.seat.name));
    }
    const auto token = newToken();
    record.tokenHash = hashOf(token);
    records->append(record);
    if (const auto written = write(*records); !written)
        return std::unexpected(written.error());
    reload();
    return QString::fromLatin1(token);
}

std::expected<void, QString> SeatRegistry::remove(const QString &name)
{
    QLockFile lock(m_file + ".lock"_L1);
    lock.tryLock(lockWaitMs);
    auto records = read();
    if (!records)
        return std::unexpected(records.error());
    const auto wanted = name.simplified();
    if (records->removeIf([&](const auto &each) { return isNamed(each, wanted); }) == 0)
        return std::unexpected(
            tr("There is no seat %1. Nothing has changed. --list-seats shows them all.").arg(wanted));
    if (const auto written = write(*records); !written)
        return std::unexpected(written.error());
    reload();
    return {};
}

} // namespace anteroom::seats
