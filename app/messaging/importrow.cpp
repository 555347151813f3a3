// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/importrow.h"

#include "app/domain/segments.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Textdesk {

namespace {

constexpr qsizetype longestText{20000};
constexpr qsizetype longestWord{200};
constexpr qsizetype rememberedPeers{100000};
constexpr qint64 firstTextMs{Q_INT64_C(723340800000)}; // 3 December 1992: nobody texted before

constexpr std::array textFields{"account", "direction", "peer", "text", "state", "reason",
    "providerId", "reference", "at", "campaign", "data", "providerText"};

// Empty when all is well.
QString wrongType(const QJsonObject& row)
{
    for (const char* name : textFields) {
        const QJsonValue value{row.value(QLatin1String{name})};
        const bool shortEnough{value.toString().size() <= longestWord || qstrcmp(name, "text") == 0
            || qstrcmp(name, "providerText") == 0};
        if (!value.isUndefined() && !value.isNull() && (!value.isString() || !shortEnough)) {
            return QStringLiteral("bad-field: ") + QLatin1String{name};
        }
    }
    const QJsonValue read{row.value(QLatin1String{"read"})};
    return read.isUndefined() || read.isNull() || read.isBool() ? QString{}
                                                                : QStringLiteral("bad-field: read");
}

QString textOf(const QJsonObject& row, const char* name)
{
    return row.value(QLatin1String{name}).toString();
}

// A number that nobody can have, as opposed to a name that a provider gave a party.
bool looksLikeANumber(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(),
        [](QChar c) { return c.isDigit() || c.isSpace() || QStringLiteral("+-().").contains(c); });
}

// 3GPP TS 23.040, 9.1.2.5: at most eleven characters of the default alphabet.
bool isSenderName(const QString& text)
{
    constexpr qsizetype longestSender{11};
    return text.size() <= longestSender && countSegments(text).encoding == SmsEncoding::Gsm7
        && std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
}

// Nothing of these is ever sent or asked about again.
bool isHistory(DeliveryState state)
{
    return state == DeliveryState::Accepted || state == DeliveryState::Sent || isFinal(state);
}

} // namespace

ImportRowReader::ImportRowReader(
    QHash<QString, ImportAccount> accounts, std::optional<ImportAccount> fallback, qint64 nowMs)
    : m_fallback{fallback}
    , m_nowMs{nowMs}
{
    for (auto it = accounts.cbegin(); it != accounts.cend(); ++it) {
        m_accounts.insert(it.key().toCaseFolded(), it.value());
    }
}

Result<Message> ImportRowReader::read(const QByteArray& line)
{
    const QJsonDocument document{QJsonDocument::fromJson(line)};
    if (!document.isObject()) {
        return fail(ErrorKind::Rejected, QStringLiteral("not-json"));
    }
    return readObject(document.object());
}

Result<Message> ImportRowReader::readObject(const QJsonObject& row)
{
    Message message;
    QString region;
    QString wrong{wrongType(row)};
    if (wrong.isEmpty()) {
        wrong = readAccount(row, message, region);
    }
    if (wrong.isEmpty()) {
        wrong = readState(row, message);
    }
    if (wrong.isEmpty()) {
        wrong = readPeer(row, region, message);
    }
    if (wrong.isEmpty()) {
        wrong = readWords(row, message);
    }
    if (wrong.isEmpty()) {
        wrong = readTime(row, message);
    }
    if (!wrong.isEmpty()) {
        return fail(ErrorKind::Rejected, wrong);
    }
    return message;
}

QString ImportRowReader::readAccount(const QJsonObject& row, Message& message, QString& region)
{
    const QString name{textOf(row, "account")};
    const auto named = m_accounts.constFind(name.toCaseFolded());
    if (name.isEmpty() ? !m_fallback.has_value() : named == m_accounts.constEnd()) {
        return name.isEmpty() ? QStringLiteral("no-account") : QStringLiteral("unknown-account");
    }
    const ImportAccount& account{name.isEmpty() ? *m_fallback : *named};
    message.account = account.id;
    region = account.region;
    return {};
}

QString ImportRowReader::readState(const QJsonObject& row, Message& message)
{
    const QString direction{textOf(row, "direction")};
    if (direction != QLatin1String{"in"} && direction != QLatin1String{"out"}) {
        return QStringLiteral("bad-direction");
    }
    message.direction = direction == QLatin1String{"in"} ? Direction::In : Direction::Out;
    const auto state = deliveryStateFromName(textOf(row, "state"));
    const bool fits{
        state && (*state == DeliveryState::Received) == (message.direction == Direction::In)};
    if (!fits) {
        return QStringLiteral("bad-state");
    }
    if (!isHistory(*state)) {
        return QStringLiteral("not-final");
    }
    message.state = *state;
    message.read = row.value(QLatin1String{"read"}).toBool(true);
    return {};
}

QString ImportRowReader::readPeer(const QJsonObject& row, const QString& region, Message& message)
{
    const Peer& peer{peerOf(textOf(row, "peer"), region)};
    message.peer = peer.canonical;
    if (peer.canonical.isEmpty()) {
        return QStringLiteral("bad-peer");
    }
    if (message.direction == Direction::Out) {
        return peer.canReceive ? QString{} : QStringLiteral("bad-recipient");
    }
    return peer.isSender ? QString{} : QStringLiteral("bad-sender");
}

QString ImportRowReader::readWords(const QJsonObject& row, Message& message)
{
    message.text = textOf(row, "text");
    if (!row.value(QLatin1String{"text"}).isString() || message.text.size() > longestText
        || message.text.contains(QChar{0})) {
        return QStringLiteral("bad-text");
    }
    if (message.text.trimmed().isEmpty()) {
        return QStringLiteral("empty-text");
    }
    message.reason = textOf(row, "reason");
    message.reasonText = textOf(row, "providerText");
    message.providerId = textOf(row, "providerId");
    message.reference = textOf(row, "reference");
    message.campaign = textOf(row, "campaign");
    message.dataField = textOf(row, "data");
    message.parts = countSegments(message.text).segments;
    return {};
}

QString ImportRowReader::readTime(const QJsonObject& row, Message& message) const
{
    const QDateTime at{QDateTime::fromString(textOf(row, "at"), Qt::ISODateWithMs)};
    // Without a zone it would be another moment on another computer.
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime || at.toMSecsSinceEpoch() < firstTextMs) {
        return QStringLiteral("bad-time");
    }
    message.atMs = at.toMSecsSinceEpoch();
    message.stateMs = message.atMs;
    return message.atMs > m_nowMs ? QStringLiteral("future-time") : QString{};
}

const ImportRowReader::Peer& ImportRowReader::peerOf(const QString& text, const QString& region)
{
    if (m_peers.size() > rememberedPeers) {
        m_peers.clear();
    }
    const QString key{region + u' ' + text};
    const auto known = m_peers.constFind(key);
    if (known != m_peers.constEnd()) {
        return *known;
    }
    Peer peer;
    if (!text.trimmed().isEmpty()) {
        const Address address{Address::fromProvider(text, region)};
        const bool impossible{address.kind() == Address::Kind::Opaque && looksLikeANumber(text)};
        peer.canonical = impossible ? QString{} : address.canonical();
        peer.canReceive = address.canReceive();
        peer.isSender = peer.canReceive || isSenderName(address.canonical());
    }
    return *m_peers.insert(key, peer);
}

} // namespace Textdesk
