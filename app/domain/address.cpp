// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Only this file knows libphonenumber. Which lengths a country has is asked of it; whether a number
// is assigned is not: its data is always older than the newest number range, and the ranges set
// aside for examples must work. The provider is the judge of that.
#include "app/domain/address.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace Textdesk {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr qsizetype mostDigits{15}; // ITU-T E.164, 6
constexpr qsizetype longestSpelling{64};

const PhoneNumberUtil& numbers()
{
    // It prints every number it cannot read on standard output; people's numbers belong in no log.
    static PhoneNumberUtil* const util{[] {
        PhoneNumberUtil* made{PhoneNumberUtil::GetInstance()};
        made->SetLogger(new i18n::phonenumbers::NullLogger);
        return made;
    }()};
    return *util;
}

bool isAsciiDigit(QChar unit)
{
    return unit >= u'0' && unit <= u'9';
}

bool isAsciiLetter(QChar unit)
{
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isAsciiDigit);
}

// The text without invisible marks, as chats and web pages put around numbers, and with plain
// spaces.
QString visible(const QString& text)
{
    QString result;
    for (const QChar unit : text) {
        if (unit.category() != QChar::Other_Format && unit.category() != QChar::Mark_NonSpacing) {
            result += unit.isSpace() ? QChar{u' '} : unit;
        }
    }
    return result.trimmed();
}

// Minus, middle dot and the full-width forms are no dashes to Unicode.
bool isSeparator(QChar unit)
{
    constexpr QStringView others{u" ./()[]\u2212\u00B7\uFF08\uFF09\uFF0E"};
    return others.contains(unit) || unit.category() == QChar::Punctuation_Dash;
}

// Digits behind at most one plus; nullopt when there is anything that no telephone number has, such
// as an extension, which a text message cannot reach.
std::optional<QString> dialled(QStringView spelling)
{
    if (spelling.startsWith(u"tel:", Qt::CaseInsensitive)) { // RFC 3966
        spelling = spelling.sliced(4);
    }
    QString result;
    for (const QChar unit : spelling) {
        if (unit.isDigit()) {
            result += QChar{char16_t(u'0' + unit.digitValue())};
        } else if (unit == u'+' || unit == u'\uFF0B') {
            if (!result.isEmpty()) {
                return std::nullopt;
            }
            result += u'+';
        } else if (!isSeparator(unit)) {
            return std::nullopt;
        }
    }
    return result;
}

struct Reading {
    QString canonical; // empty when it cannot be dialled
    QLatin1String problem{"not a number"};
    bool valid{false}; // in a range that is known to be assigned
};

Reading problem(const char* name)
{
    return {{}, QLatin1String{name}, false};
}

QString formatted(const PhoneNumber& number, PhoneNumberUtil::PhoneNumberFormat format)
{
    std::string text;
    numbers().Format(number, format, &text);
    return QString::fromStdString(text);
}

// Some countries have longer numbers for voice boxes alone; one digit too many would pass for one
// of those.
bool isAsLongAsALine(const PhoneNumber& number)
{
    using Util = PhoneNumberUtil;
    constexpr std::array lines{Util::MOBILE, Util::FIXED_LINE, Util::TOLL_FREE, Util::VOIP,
        Util::PERSONAL_NUMBER, Util::PAGER};
    return std::any_of(lines.begin(), lines.end(), [&number](Util::PhoneNumberType type) {
        const auto reason = numbers().IsPossibleNumberForTypeWithReason(number, type);
        return reason == Util::IS_POSSIBLE || reason == Util::IS_POSSIBLE_LOCAL_ONLY;
    });
}

// Some digits with zeros in front are read differently once their country code is written: who they
// are would depend on how they came in, so they are nobody.
bool isStable(const QString& canonical)
{
    PhoneNumber again;
    return numbers().Parse(canonical.toStdString(), "ZZ", &again)
        == PhoneNumberUtil::NO_PARSING_ERROR
        && formatted(again, PhoneNumberUtil::E164) == canonical;
}

// How a reading is used: on its own, or beside another, of which the one in a known range wins.
enum class Use { Alone, Compared };

Reading judged(const PhoneNumber& number, const QString& digits, Use use)
{
    using Util = PhoneNumberUtil;
    switch (numbers().IsPossibleNumberWithReason(number)) {
    case Util::IS_POSSIBLE:
        break;
    case Util::IS_POSSIBLE_LOCAL_ONLY:
        // Without an area code: a person who wrote the country code meant it, else part is missing.
        if (!digits.startsWith(u'+')) {
            return problem("too short");
        }
        break;
    case Util::TOO_SHORT:
        return problem("too short");
    case Util::INVALID_COUNTRY_CODE:
        return problem("bad country");
    case Util::TOO_LONG:
    case Util::INVALID_LENGTH:
        return problem("impossible");
    }
    const QString canonical{formatted(number, Util::E164)};
    if (canonical.size() > mostDigits + 1 || number.has_extension()) {
        return problem("impossible");
    }
    // What is asked below costs as much as all before, and most numbers of a campaign are stored
    // ones: they were just read as they are, so they are stable.
    if (use == Use::Alone && digits == canonical && isAsLongAsALine(number)) {
        return {canonical, QLatin1String{}, false};
    }
    const bool valid{numbers().IsValidNumber(number)};
    if (!valid && !isAsLongAsALine(number)) {
        return problem("impossible");
    }
    if ((!valid || number.italian_leading_zero()) && !isStable(canonical)) {
        return problem("impossible");
    }
    return {canonical, QLatin1String{}, valid};
}

// digits as dialled() gives them; the region is upper case or empty.
Reading read(const QString& digits, const std::string& region, Use use)
{
    PhoneNumber number;
    switch (numbers().Parse(digits.toStdString(), region.empty() ? "ZZ" : region, &number)) {
    case PhoneNumberUtil::NO_PARSING_ERROR:
        return judged(number, digits, use);
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        return problem("bad country");
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
        return problem("too short");
    case PhoneNumberUtil::TOO_LONG_NSN:
        return problem("impossible");
    case PhoneNumberUtil::NOT_A_NUMBER:
        break;
    }
    return problem("not a number");
}

// The first in a known range, else the first that can be dialled, else the first.
Reading best(const Reading& first, const Reading& second)
{
    if (first.valid || (!first.canonical.isEmpty() && !second.valid)
        || second.canonical.isEmpty()) {
        return first;
    }
    return second;
}

std::string regionCode(const QString& region)
{
    return region.trimmed().toUpper().toStdString();
}

Reading readTyped(const QString& digits, const QString& region)
{
    const bool isSure{digits.startsWith(u'+')};
    const Reading asTyped{read(digits, regionCode(region), isSure ? Use::Alone : Use::Compared)};
    if (digits.startsWith(u"00")) {
        // Most of the world dials 00 before a country code; where it does not, people still write
        // it.
        return best(asTyped, read(u'+' + digits.sliced(2), {}, Use::Compared));
    }
    return asTyped;
}

bool isShortCode(QStringView digits)
{
    return digits.size() >= 3 && digits.size() <= 6 && allDigits(digits);
}

// GSM 03.40, 9.1.2.5: eleven characters of the default alphabet.
bool isSenderName(QStringView text)
{
    return text.size() <= 11 && std::any_of(text.begin(), text.end(), isAsciiLetter)
        && std::all_of(text.begin(), text.end(),
            [](QChar unit) { return isAsciiLetter(unit) || isAsciiDigit(unit) || unit == u' '; });
}

} // namespace

Address::Address(Kind kind, QString canonical)
    : m_kind{kind}
    , m_canonical{std::move(canonical)}
{ }

Result<Address> Address::parse(const QString& text, const QString& region)
{
    const QString spelling{visible(text)};
    if (spelling.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("empty"));
    }
    const std::optional<QString> digits{dialled(spelling)};
    if (!digits || digits->isEmpty() || *digits == u'+' || spelling.size() > longestSpelling) {
        return fail(ErrorKind::Rejected, QStringLiteral("not a number"));
    }
    if (isShortCode(*digits)) {
        return Address{Kind::ShortCode, *digits};
    }
    if (digits->size() < 3) {
        return fail(ErrorKind::Rejected, QStringLiteral("too short"));
    }
    const Reading reading{readTyped(*digits, region)};
    if (reading.canonical.isEmpty()) {
        return fail(ErrorKind::Rejected, reading.problem);
    }
    return Address{Kind::Number, reading.canonical};
}

Address Address::fromProvider(const QString& text, const QString& region)
{
    const QString spelling{visible(text)};
    const std::optional<QString> digits{dialled(spelling)};
    if (digits && spelling.size() <= longestSpelling) {
        if (isShortCode(*digits)) {
            return {Kind::ShortCode, *digits};
        }
        Reading reading{readTyped(*digits, region)};
        if (!digits->startsWith(u'+') && !digits->startsWith(u'0')) {
            reading = best(read(u'+' + *digits, {}, Use::Compared), reading);
        }
        if (!reading.canonical.isEmpty()) {
            return {Kind::Number, reading.canonical};
        }
    }
    return {isSenderName(spelling) ? Kind::Alphanumeric : Kind::Opaque, spelling};
}

Address Address::fromCanonical(const QString& canonical)
{
    if (isShortCode(canonical)) {
        return {Kind::ShortCode, canonical};
    }
    if (canonical.startsWith(u'+') && canonical.size() <= mostDigits + 1
        && allDigits(QStringView{canonical}.sliced(1))
        && read(canonical, {}, Use::Alone).canonical == canonical) {
        return {Kind::Number, canonical};
    }
    return {isSenderName(canonical) ? Kind::Alphanumeric : Kind::Opaque, canonical};
}

QString Address::display(const QString& homeRegion) const
{
    PhoneNumber number;
    if (m_kind != Kind::Number
        || numbers().Parse(m_canonical.toStdString(), "ZZ", &number)
            != PhoneNumberUtil::NO_PARSING_ERROR) {
        return m_canonical;
    }
    // A spelling is only good if it reads back as the same number: some national ones do not, such
    // as a number without its area code.
    const std::string home{regionCode(homeRegion)};
    if (!home.empty() && numbers().GetCountryCodeForRegion(home) == number.country_code()) {
        const QString national{formatted(number, PhoneNumberUtil::NATIONAL)};
        const Result<Address> again{parse(national, homeRegion)};
        if (again && *again == *this) {
            return national;
        }
    }
    const QString international{formatted(number, PhoneNumberUtil::INTERNATIONAL)};
    const Result<Address> again{parse(international, homeRegion)};
    return again && *again == *this ? international : m_canonical;
}

} // namespace Textdesk
