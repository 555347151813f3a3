// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cases after the WHATWG URL standard and web-platform-tests url/urlencoded-parser.any.js, in our
// words.
#include "app/http/formdecoder.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

Q_DECLARE_METATYPE(Textdesk::FormFields)

namespace {

const QString replacement{QChar{QChar::ReplacementCharacter}};

struct Case final {
    const char* name;
    QByteArray encoded;
    FormFields fields;
};

std::vector<Case> splittingCases()
{
    const QString a{QStringLiteral("a")};
    const QString b{QStringLiteral("b")};
    const QString c{QStringLiteral("c")};
    return {
        {"nothing", "", {}},
        {"one pair", "a=b", {{a, b}}},
        {"two pairs", "a=b&c=a", {{a, b}, {c, a}}},
        {"repeats keep their order", "a=b&c=b&a=c", {{a, b}, {c, b}, {a, c}}},
        {"name alone", "a", {{a, {}}}},
        {"empty value", "a=", {{a, {}}}},
        {"empty name", "=b", {{{}, b}}},
        {"only equals", "=", {{{}, {}}}},
        {"equals in value", "a=b=c", {{a, QStringLiteral("b=c")}}},
        {"two equals", "a==", {{a, QStringLiteral("=")}}},
        {"empty pieces are skipped", "&&a=b&&c=b&", {{a, b}, {c, b}}},
        {"only ampersands", "&&&", {}},
        {"semicolon separates nothing", "a=b;c=d", {{a, QStringLiteral("b;c=d")}}},
        {"question mark is text", "?a=b", {{QStringLiteral("?a"), b}}},
        {"hash is text", "a=b#c", {{a, QStringLiteral("b#c")}}},
        {"line end is text", "a=b\r\n", {{a, QStringLiteral("b\r\n")}}},
    };
}

std::vector<Case> escapeCases()
{
    const QString a{QStringLiteral("a")};
    return {
        {"plus is a space", "a=b+c", {{a, QStringLiteral("b c")}}},
        {"plus in a name", "a+b=c", {{QStringLiteral("a b"), QStringLiteral("c")}}},
        {"escaped plus", "a=%2B15550100", {{a, QStringLiteral("+15550100")}}},
        {"escaped space", "a=b%20c", {{a, QStringLiteral("b c")}}},
        {"escaped ampersand and equals", "a=%26%3D", {{a, QStringLiteral("&=")}}},
        {"escaped letter", "%61=%62", {{a, QStringLiteral("b")}}},
        {"small and capital digits", "a=%c3%A9", {{a, QStringLiteral(u"\u00e9")}}},
        {"escape without digits", "a=%", {{a, QStringLiteral("%")}}},
        {"escape with one digit", "a=%4", {{a, QStringLiteral("%4")}}},
        {"escape with wrong digits", "a=%zz%4x%x4", {{a, QStringLiteral("%zz%4x%x4")}}},
        {"percent before an escape", "a=%%41", {{a, QStringLiteral("%A")}}},
        {"escapes are read once", "a=%2541", {{a, QStringLiteral("%41")}}},
        {"escape across a separator", "a=%4&1=b",
            {{a, QStringLiteral("%4")}, {QStringLiteral("1"), QStringLiteral("b")}}},
        {"escaped nul", "a=b%00c", {{a, QStringLiteral("b\0c")}}},
        {"raw nul", QByteArray{"a=b\0c", 5}, {{a, QStringLiteral("b\0c")}}},
    };
}

std::vector<Case> utf8Cases()
{
    const QString a{QStringLiteral("a")};
    return {
        {"raw utf-8", "a=\xc3\xa9", {{a, QStringLiteral(u"\u00e9")}}},
        {"emoji", "a=%F0%9F%98%80", {{a, QStringLiteral(u"\U0001F600")}}},
        {"byte order mark stays", "a=%EF%BB%BFx", {{a, QStringLiteral(u"\uFEFFx")}}},
        {"byte order mark first in name",
            "\xef\xbb\xbf"
            "a=b",
            {{QStringLiteral(u"\uFEFF") + a, QStringLiteral("b")}}},
        {"lone byte", "a=%FF", {{a, replacement}}},
        {"latin-1 is not guessed", "a=%E9t%E9",
            {{a, replacement + QLatin1Char{'t'} + replacement}}},
        {"two lone bytes", "a=%FE%FF", {{a, replacement + replacement}}},
        {"cut at the end", "a=x%C3", {{a, QStringLiteral("x") + replacement}}},
        {"cut in the middle", "a=%C3x", {{a, replacement + QLatin1Char{'x'}}}},
        {"overlong", "a=%C0%AF", {{a, replacement + replacement}}},
        {"surrogate half", "a=%ED%A0%80", {{a, replacement + replacement + replacement}}},
    };
}

std::vector<Case> allCases()
{
    std::vector<Case> all{splittingCases()};
    for (const auto& part : {escapeCases(), utf8Cases()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

class TestFormDecoder final : public QObject {
    Q_OBJECT
private slots:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<FormFields>("fields");
        for (const Case& each : allCases()) {
            QTest::newRow(each.name) << each.encoded << each.fields;
        }
    }

    void decodes()
    {
        QFETCH(QByteArray, encoded);
        QFETCH(FormFields, fields);
        const FormFields decoded{decodeForm(encoded)};
        QCOMPARE(decoded.size(), fields.size());
        for (size_t i{0}; i < fields.size(); ++i) {
            QCOMPARE(decoded[i].first, fields[i].first);
            QCOMPARE(decoded[i].second, fields[i].second);
        }
    }

    void readsWithoutAByteBehindTheEnd()
    {
        const QByteArray long_{"a=%41"};
        QCOMPARE(decodeForm(QByteArrayView{long_}.first(4))[0].second, QStringLiteral("%4"));
    }

    void encodesEverythingButUnreserved()
    {
        QCOMPARE(encodeForm({}), QByteArray{});
        QCOMPARE(encodeForm({{QStringLiteral("to"), QStringLiteral("+15550100")},
                     {QStringLiteral("a b"), QStringLiteral("~-._*'()")}}),
            QByteArray{"to=%2B15550100&a%20b=~-._%2A%27%28%29"});
        QCOMPARE(encodeForm({{QString{}, QString{}}}), QByteArray{"="});
        QCOMPARE(encodeForm({{QStringLiteral("m"), QStringLiteral(u"\u00e9\U0001F600")}}),
            QByteArray{"m=%C3%A9%F0%9F%98%80"});
    }

    void aLoneSurrogateIsReplaced()
    {
        const QString text{QString{QChar{0xd800}} + QLatin1Char{'x'} + QChar{0xdc00}};
        QCOMPARE(encodeForm({{QStringLiteral("m"), text}}), QByteArray{"m=%EF%BF%BDx%EF%BF%BD"});
    }

    void everyCharacterComesBack()
    {
        FormFields fields;
        for (int code{0}; code < 0x3000; ++code) {
            const QString text{QChar{code}};
            fields.emplace_back(text, text + QLatin1Char{'&'} + text);
        }
        QVERIFY(decodeForm(encodeForm(fields)) == fields);
        QVERIFY(!encodeForm(fields).contains('+'));
    }
};

TEXTDESK_TEST(tst_formdecoder, TestFormDecoder)
#include "tst_formdecoder.moc"
