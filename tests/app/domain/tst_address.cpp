// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/address.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace Textdesk;

namespace {

const QString za{QStringLiteral("ZA")};
const QString us{QStringLiteral("US")};

// "+27820000012", or the detail of the refusal in brackets.
QString parsed(const QString& text, const QString& region)
{
    const Result<Address> result{Address::parse(text, region)};
    if (!result) {
        return u'[' + result.error().detail() + u']';
    }
    return result->canonical();
}

QString kindName(Address::Kind kind)
{
    switch (kind) {
    case Address::Kind::Number:
        return QStringLiteral("number");
    case Address::Kind::ShortCode:
        return QStringLiteral("short");
    case Address::Kind::Alphanumeric:
        return QStringLiteral("name");
    case Address::Kind::Opaque:
        return QStringLiteral("opaque");
    }
    return {};
}

} // namespace

class TestAddress final : public QObject {
    Q_OBJECT
private slots:
    void everySpellingIsTheSamePerson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        for (const char* text : {"+27820000012", "+27 82 000 0012", "+27-82-000-0012",
                 "+27.82.000.0012", "+27 (82) 000 0012", "+27 (0)82 000 0012", "(+27) 82 000 0012",
                 "[+27] 820000012", "0027820000012", "00 27 82 000 0012", "tel:+27-82-000-0012",
                 "TEL:+27820000012", "  +27820000012  ", "+27/82/0000012", "\t+27820000012\r\n"}) {
            QTest::addRow("%s, at home", text) << QString{QLatin1String{text}} << za;
            QTest::addRow("%s, no region", text) << QString{QLatin1String{text}} << QString{};
            QTest::addRow("%s, abroad", text) << QString{QLatin1String{text}} << us;
        }
        for (const char* text : {"0820000012", "082 000 0012", "082-000-0012", "(082) 000 0012",
                 "820000012", "27820000012", "27 82 000 0012"}) {
            QTest::addRow("%s", text) << QString{QLatin1String{text}} << za;
        }
        QTest::newRow("region in lower case")
            << QStringLiteral("0820000012") << QStringLiteral("za");
        QTest::newRow("full width") << QStringLiteral(
            "\uFF0B\uFF12\uFF17\uFF18\uFF12\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11\uFF12")
                                    << us;
        QTest::newRow("Arabic digits")
            << QStringLiteral("+\u0662\u0667\u0668\u0662\u0660\u0660\u0660\u0660\u0660\u0661\u0662")
            << us;
        QTest::newRow("pasted from a chat") << QStringLiteral("\u202A+27 82 000 0012\u202C") << us;
        QTest::newRow("isolates") << QStringLiteral("\u2068+27 82\u00A0000\u00A00012\u2069")
                                  << QString{};
        QTest::newRow("zero width") << QStringLiteral("\uFEFF+27\u200B820000012") << QString{};
        QTest::newRow("no-break hyphen")
            << QStringLiteral("+27\u201182\u2013000\u20140012") << QString{};
        QTest::newRow("no-break spaces") << QStringLiteral("082\u00A0000\u202F0012") << za;
    }

    void everySpellingIsTheSamePerson()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QCOMPARE(parsed(text, region), QStringLiteral("+27820000012"));
        QCOMPARE(Address::parse(text, region)->kind(), Address::Kind::Number);
    }

    void exampleNumbersWork_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("555 01xx, short")
            << QStringLiteral("+1 555 0100") << us << QStringLiteral("+15550100");
        QTest::newRow("555 01xx, whole")
            << QStringLiteral("+1 555 555 0123") << za << QStringLiteral("+15555550123");
        QTest::newRow("national") << QStringLiteral("(555) 555-0123") << us
                                  << QStringLiteral("+15555550123");
        QTest::newRow("leading 1")
            << QStringLiteral("1 555 555 0123") << us << QStringLiteral("+15555550123");
        QTest::newRow("drama number")
            << QStringLiteral("+44 7700 900123") << us << QStringLiteral("+447700900123");
        QTest::newRow("Italy keeps its zero")
            << QStringLiteral("06 698 00000") << QStringLiteral("IT")
            << QStringLiteral("+390669800000");
        QTest::newRow("from Australia") << QStringLiteral("0011 27 82 000 0012")
                                        << QStringLiteral("AU") << QStringLiteral("+27820000012");
        QTest::newRow("American dialling")
            << QStringLiteral("011 27 82 000 0012") << us << QStringLiteral("+27820000012");
    }

    void exampleNumbersWork()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QTEST(parsed(text, region), "canonical");
    }

    void refusesWithTheRule_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char* text, const QString& region, const char* rule) {
            QTest::addRow("%s", text)
                << QString::fromUtf8(text) << region << QString{u'[' + QLatin1String{rule} + u']'};
        };
        row("", za, "empty");
        row(" \t\n", za, "empty");
        row("\u200B\u202A", za, "empty");
        row("1", za, "too short");
        row("12", za, "too short");
        row("+27 82", za, "too short");
        row("555-0123", us, "too short");
        row("hello", za, "not a number");
        row("INFO", za, "not a number");
        row("Zoe 0820000012", za, "not a number");
        row("+27 82 000 0012 ext 5", za, "not a number");
        row("+27 82 000 0012 x5", za, "not a number");
        row("+27 82 000 0012;ext=5", za, "not a number");
        row("+27 82 000 0012#5", za, "not a number");
        row("*120*321#", za, "not a number");
        row("082 000 0012, 082 000 0013", za, "not a number");
        row("27+820000012", za, "not a number");
        row("++27820000012", za, "not a number");
        row("+", za, "not a number");
        row("tel:", za, "not a number");
        row("---", za, "not a number");
        row("1-800-FLOWERS", us, "not a number");
        row("+999 82 000 0012", za, "bad country");
        row("+0820000012", za, "bad country");
        row("0820000012", QString{}, "bad country");
        row("0820000012", QStringLiteral("XX"), "bad country");
        row("0820000012", QStringLiteral("nonsense"), "bad country");
        row("+27 82 000 0012 000 000", za, "impossible");
        row("082 000 00100", za, "impossible"); // as long as a voice box there, but no line
        row("27820000012", us, "impossible");
        row("0000000000000000000000", us, "impossible");
        row("00100000000", QStringLiteral("AU"), "impossible"); // would read back as another number
    }

    void refusesWithTheRule()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QTEST(parsed(text, region), "rule");
        QCOMPARE(Address::parse(text, region).error().kind(), ErrorKind::Rejected);
    }

    void keepsShortCodes()
    {
        for (const char* text : {"123", "31245", "012345", "40404", "31-245", " 31245 "}) {
            const auto address = Address::parse(QLatin1String{text}, za);
            QVERIFY2(address, text);
            QCOMPARE(address->kind(), Address::Kind::ShortCode);
            QVERIFY(address->canReceive());
            QCOMPARE(address->display(za), address->canonical());
        }
        QCOMPARE(parsed(QStringLiteral("31-245"), za), QStringLiteral("31245"));
        QCOMPARE(parsed(QStringLiteral("012345"), za), QStringLiteral("012345"));
    }

    void takesWhatAProviderSends_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const QString& region, const char* expected) {
            QTest::addRow("%s", text)
                << QString::fromUtf8(text) << region << QString::fromUtf8(expected);
        };
        row("27820000012", za, "number +27820000012");
        row("27820000013", us, "number +27820000013");
        row("27820000014", QString{}, "number +27820000014");
        row("+27820000012", us, "number +27820000012");
        row("0820000012", za, "number +27820000012");
        row("0027820000012", za, "number +27820000012");
        row("12025550123", za, "number +12025550123");
        row("15555550123", za, "number +15555550123");
        row("15550123", us, "number +15550123");
        row("31245", za, "short 31245");
        row("ZoomConnect", za, "name ZoomConnect");
        row("My Bank 24", za, "name My Bank 24");
        row(" Info ", za, "name Info");
        row("0820 ext 5", za, "name 0820 ext 5");
        row("INF-1234", za, "opaque INF-1234");
        row("A longer name than that", za, "opaque A longer name than that");
        row("12", za, "opaque 12");
        row("", za, "opaque ");
        row("+999820000012", za, "opaque +999820000012");
        row("+27820000012 ext 5", za, "opaque +27820000012 ext 5");
        row("anonymous@example.invalid", za, "opaque anonymous@example.invalid");
        row("\u042E\u043B\u0438\u044F", za, "opaque \u042E\u043B\u0438\u044F");
    }

    void takesWhatAProviderSends()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        const Address address{Address::fromProvider(text, region)};
        QTEST(QString{kindName(address.kind()) + u' ' + address.canonical()}, "expected");
        const Address again{Address::fromCanonical(address.canonical())};
        QCOMPARE(again, address);
        QCOMPARE(again.kind(), address.kind());
    }

    void onlyNumbersAndShortCodesCanReceive()
    {
        QVERIFY(Address::fromProvider(QStringLiteral("+27820000012"), za).canReceive());
        QVERIFY(Address::fromProvider(QStringLiteral("31245"), za).canReceive());
        QVERIFY(!Address::fromProvider(QStringLiteral("Info"), za).canReceive());
        QVERIFY(!Address::fromProvider(QStringLiteral("INF-1"), za).canReceive());
    }

    void aDamagedCanonicalFormIsOpaque()
    {
        for (const char* text : {"+", "+27", "+27820000012345678", "+027820000012", "27820000012",
                 "+27 82 000 0012", "+2782000001x"}) {
            QCOMPARE(Address::fromCanonical(QLatin1String{text}).kind(), Address::Kind::Opaque);
        }
    }

    void displaysNationallyAtHomeOnly()
    {
        const Address home{Address::fromCanonical(QStringLiteral("+27820000012"))};
        QCOMPARE(home.display(za), QStringLiteral("082 000 0012"));
        QCOMPARE(home.display(QStringLiteral("za")), QStringLiteral("082 000 0012"));
        QCOMPARE(home.display(us), QStringLiteral("+27 82 000 0012"));
        QCOMPARE(home.display(QString{}), QStringLiteral("+27 82 000 0012"));
        const Address abroad{Address::fromCanonical(QStringLiteral("+15555550123"))};
        QCOMPARE(abroad.display(us), QStringLiteral("(555) 555-0123"));
        QCOMPARE(abroad.display(za), QStringLiteral("+1 555-555-0123"));
        // Without its area code it would not be found again.
        const Address local{Address::fromCanonical(QStringLiteral("+15550123"))};
        QCOMPARE(parsed(local.display(us), us), local.canonical());
    }

    void equalAddressesHashEqually()
    {
        const QSet<Address> people{*Address::parse(QStringLiteral("082 000 0012"), za),
            *Address::parse(QStringLiteral("+27 82 000 0012"), us),
            Address::fromProvider(QStringLiteral("27820000012"), za)};
        QCOMPARE(people.size(), 1);
        QVERIFY(*people.cbegin() != Address::fromCanonical(QStringLiteral("+27820000013")));
    }

    void isQuickEnoughForAnImport()
    {
        QElapsedTimer timer;
        const auto measure = [&timer](const char* what, auto run) {
            timer.start();
            for (int i{0}; i < 2000; ++i) {
                run(QString::number(i % 1000).rightJustified(3, u'0'));
            }
            const double microseconds{double(timer.nsecsElapsed()) / 2e6};
            qInfo("%s: %.1f us", what, microseconds);
            return microseconds;
        };
        int numbers{0};
        const auto spell = [&numbers](const QString& last) {
            numbers += Address::parse(QStringLiteral("082 000 0") + last, za).has_value() ? 1 : 0;
        };
        const auto again = [&numbers](const QString& last) {
            numbers +=
                Address::fromCanonical(QStringLiteral("+27820000") + last).canReceive() ? 1 : 0;
        };
        QVERIFY(measure("parse", spell) < 500);
        QVERIFY(measure("fromCanonical", again) < 500);
        QCOMPARE(numbers, 4000);
    }
};

TEXTDESK_TEST(tst_address, TestAddress)
#include "tst_address.moc"
