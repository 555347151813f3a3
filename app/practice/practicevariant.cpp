// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicevariant.h"

#include <array>
#include <cmath>

namespace Textdesk {

namespace {

using V = PracticeVariant;

template <typename E> struct Word final {
    const char* word;
    E value;
};

// Apple's compiler does not derive this from the aggregate yet.
template <typename E> Word(const char*, E) -> Word<E>;

template <typename E> struct Words;
template <> struct Words<V::Dates> {
    static constexpr std::array all{Word{"epoch", V::Dates::Epoch}, Word{"iso", V::Dates::Iso},
        Word{"iso-no-zone", V::Dates::IsoNoZone}, Word{"digits", V::Dates::Digits}};
};
template <> struct Words<V::Parameters> {
    static constexpr std::array all{
        Word{"query", V::Parameters::Query}, Word{"form", V::Parameters::Form}};
};
template <> struct Words<V::Checksum> {
    static constexpr std::array all{Word{"unencoded", V::Checksum::Unencoded},
        Word{"form-encoded", V::Checksum::FormEncoded}, Word{"absent", V::Checksum::Absent}};
};
template <> struct Words<V::Scalars> {
    static constexpr std::array all{Word{"json", V::Scalars::Json}, Word{"bare", V::Scalars::Bare},
        Word{"quoted", V::Scalars::Quoted}};
};
template <> struct Words<V::Ids> {
    static constexpr std::array all{Word{"string", V::Ids::String}, Word{"number", V::Ids::Number}};
};
template <> struct Words<V::Order> {
    static constexpr std::array all{
        Word{"newest", V::Order::Newest}, Word{"oldest", V::Order::Oldest}};
};
template <> struct Words<V::BadEntry> {
    static constexpr std::array all{
        Word{"whole", V::BadEntry::RejectsWhole}, Word{"entry", V::BadEntry::RejectsEntry}};
};
template <> struct Words<V::Numbers> {
    static constexpr std::array all{
        Word{"plus", V::Numbers::Plus}, Word{"digits", V::Numbers::Digits}};
};
template <> struct Words<V::RetryNonce> {
    static constexpr std::array all{
        Word{"fresh", V::RetryNonce::Fresh}, Word{"same", V::RetryNonce::Same}};
};

bool readWhole(const QJsonValue& value, int& out)
{
    const double number{value.toDouble(-1)};
    if (!value.isDouble() || number < 0 || number > 1e9 || std::floor(number) != number) {
        return false;
    }
    out = int(number);
    return true;
}

bool read(const QJsonValue& value, bool& out)
{
    out = value.toBool();
    return value.isBool();
}

bool read(const QJsonValue& value, int& out)
{
    return readWhole(value, out);
}

bool read(const QJsonValue& value, std::chrono::milliseconds& out)
{
    int number{0};
    const bool ok{readWhole(value, number)};
    out = std::chrono::milliseconds{number};
    return ok;
}

template <typename E> bool read(const QJsonValue& value, E& out)
{
    for (const auto& [word, meaning] : Words<E>::all) {
        if (value.toString() == QLatin1String{word}) {
            out = meaning;
            return true;
        }
    }
    return false;
}

QJsonValue write(bool value)
{
    return value;
}

QJsonValue write(int value)
{
    return value;
}

QJsonValue write(std::chrono::milliseconds value)
{
    return qint64(value.count());
}

template <typename E> QJsonValue write(E value)
{
    for (const auto& [word, meaning] : Words<E>::all) {
        if (meaning == value) {
            return QLatin1String{word};
        }
    }
    return {};
}

struct Switch final {
    const char* name;
    bool (*read)(V&, const QJsonValue&);
    QJsonValue (*write)(const V&);
};

template <auto Member> constexpr Switch make(const char* name)
{
    return {name, [](V& variant, const QJsonValue& value) { return read(value, variant.*Member); },
        [](const V& variant) { return write(variant.*Member); }};
}

constexpr std::array switches{make<&V::dates>("dates"),
    make<&V::webhookParameters>("webhookParameters"), make<&V::checksum>("checksum"),
    make<&V::scalars>("scalars"), make<&V::ids>("ids"), make<&V::pageCap>("pageCap"),
    make<&V::order>("order"), make<&V::authStatus>("authStatus"),
    make<&V::toDayInclusive>("toDayInclusive"), make<&V::bulkBadEntry>("bulkBadEntry"),
    make<&V::deleteCancels>("deleteCancels"), make<&V::deleteStatus>("deleteStatus"),
    make<&V::deletedInList>("deletedInList"), make<&V::partialNumbers>("partialNumbers"),
    make<&V::numbers>("numbers"), make<&V::dataFieldLimit>("dataFieldLimit"),
    make<&V::createStatus>("createStatus"), make<&V::requestsPerMinute>("requestsPerMinute"),
    make<&V::retryNonce>("retryNonce"), make<&V::sentReports>("sentReports"),
    make<&V::replies>("replies"), make<&V::sentDelay>("sentDelayMs"),
    make<&V::deliveredDelay>("deliveredDelayMs"), make<&V::replyDelay>("replyDelayMs")};

const Switch* find(const QString& name)
{
    for (const Switch& one : switches) {
        if (name == QLatin1String{one.name}) {
            return &one;
        }
    }
    return nullptr;
}

bool isConsistent(const V& variant)
{
    return (variant.authStatus == 401 || variant.authStatus == 403)
        && (variant.createStatus == 200 || variant.createStatus == 201)
        && (variant.deleteStatus == 200 || variant.deleteStatus == 204);
}

} // namespace

QJsonObject variantToJson(const PracticeVariant& variant)
{
    QJsonObject all;
    for (const Switch& one : switches) {
        all.insert(QLatin1String{one.name}, one.write(variant));
    }
    return all;
}

Result<Done> applyToVariant(PracticeVariant& variant, const QJsonObject& changes)
{
    PracticeVariant changed{variant};
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const Switch* const one{find(it.key())};
        if (!one || !one->read(changed, it.value()) || !isConsistent(changed)) {
            return fail(ErrorKind::Rejected, it.key());
        }
    }
    variant = changed;
    return Done{};
}

} // namespace Textdesk
