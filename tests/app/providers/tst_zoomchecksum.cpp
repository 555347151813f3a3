// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomchecksum.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

namespace {

// zoomconnect.md 9.4, example A: the parameters of the vendor's page.
ZoomParameters exampleA()
{
    return {{QStringLiteral("to"), QStringLiteral("+27725551234")},
        {QStringLiteral("from"), QStringLiteral("+27726661234")},
        {QStringLiteral("campaign"), QStringLiteral("campaign")},
        {QStringLiteral("dataField"), QStringLiteral("data")},
        {QStringLiteral("date"), QStringLiteral("201405161005")},
        {QStringLiteral("messageId"), QStringLiteral("24567")},
        {QStringLiteral("message"), QStringLiteral("Test + Message")},
        {QStringLiteral("nonce"), QStringLiteral("e273f177-6275-974f-1a12-0d8b92c5b3cb")},
        {QStringLiteral("nonce-date"), QStringLiteral("2014051610050102")}};
}

// Example B: the parameters of the vendor's manual of 2014.
ZoomParameters exampleB()
{
    return {{QStringLiteral("charset"), QStringLiteral("UTF-8")},
        {QStringLiteral("dataField"), QStringLiteral("data")},
        {QStringLiteral("date"), QStringLiteral("201405161005")},
        {QStringLiteral("from"), QStringLiteral("27726661234")},
        {QStringLiteral("message"), QStringLiteral("Test Message")},
        {QStringLiteral("nonce"), QStringLiteral("e273f1776275974f1a120d8b92c5b3cb")},
        {QStringLiteral("nonce-date"), QStringLiteral("2014051610050102")},
        {QStringLiteral("to"), QStringLiteral("27725551234")}};
}

bool matches(ZoomParameters parameters, const char* checksum, const char* key = "secret")
{
    parameters.insert(QStringLiteral("checksum"), QString::fromLatin1(checksum));
    return zoomChecksum(parameters, SecretText{QByteArray{key}}) == ZoomChecksum::Genuine;
}

// What is thought of parameters signed as text number i of zoomChecksumTexts().
ZoomChecksum signedAs(ZoomParameters parameters, qsizetype i)
{
    const QByteArray digest{zoomHmacSha1("secret", zoomChecksumTexts(parameters).at(i))};
    parameters.insert(QStringLiteral("checksum"), QString::fromLatin1(digest));
    return zoomChecksum(parameters, SecretText{"secret"});
}

} // namespace

class TestZoomChecksum final : public QObject {
    Q_OBJECT
private slots:
    void hashesAsRfc2202Says()
    {
        QCOMPARE(zoomHmacSha1(QByteArray(20, '\x0b'), "Hi There"),
            QByteArray{"b617318655057264e28bc0b6fb378c8ef146be00"});
        QCOMPARE(zoomHmacSha1("Jefe", "what do ya want for nothing?"),
            QByteArray{"effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"});
        QCOMPARE(zoomHmacSha1(QByteArray(80, '\xaa'),
                     "Test Using Larger Than Block-Size Key - Hash Key First"),
            QByteArray{"aa4ae5e15272d00e95705637ce8a3b55ed402112"});
    }

    void knownAnswerA()
    {
        QCOMPARE(zoomChecksumTexts(exampleA()).first(),
            QByteArray{"campaign=campaign&dataField=data&date=201405161005&from=+27726661234"
                       "&message=Test + Message&messageId=24567"
                       "&nonce=e273f177-6275-974f-1a12-0d8b92c5b3cb&nonce-date=2014051610050102"
                       "&to=+27725551234"});
        QVERIFY(matches(exampleA(), "a8feae2be10989b7a9a3d1f38b087a0b5d6d6d9e"));
        // What the vendor prints there is stale (9.4).
        QVERIFY(!matches(exampleA(), "9d0e933a457eabf94a73d7e15dd8849e89834464"));
    }

    void knownAnswerB()
    {
        QVERIFY(matches(exampleB(), "e0f97132b829301592874356f76e47edc355688f")); // form-encoded
        QVERIFY(matches(exampleB(), "a5771fa2e593aaa65d8c49152eb8190d9bd6fbac")); // unencoded
    }

    void upperCaseHexIsTheSame()
    {
        QVERIFY(matches(exampleB(), "E0F97132B829301592874356F76E47EDC355688F"));
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("checksum");
        QTest::newRow("empty") << QByteArray{};
        QTest::newRow("short") << QByteArray{"e0f97132b829301592874356f76e47edc355688"};
        QTest::newRow("long") << QByteArray{"e0f97132b829301592874356f76e47edc355688f0"};
        QTest::newRow("space") << QByteArray{"e0f97132b829301592874356f76e47edc355688f "};
        QTest::newRow("one digit") << QByteArray{"e0f97132b829301592874356f76e47edc355688e"};
        QTest::newRow("zeros") << QByteArray(40, '0');
    }

    void refusesEverythingElse()
    {
        QFETCH(QByteArray, checksum);
        QVERIFY(!matches(exampleB(), checksum.constData()));
    }

    void anEmptyKeyMatchesNothing()
    {
        const QByteArray digest{zoomHmacSha1({}, zoomChecksumTexts(exampleB()).first())};
        QVERIFY(!matches(exampleB(), digest.constData(), ""));
    }

    void everyParameterCountsAndNoneTwice()
    {
        for (const QString& key : exampleB().keys()) {
            ZoomParameters changed{exampleB()};
            changed[key] += QLatin1Char{'x'};
            QVERIFY2(
                !matches(changed, "e0f97132b829301592874356f76e47edc355688f"), qPrintable(key));
            changed = exampleB();
            changed.remove(key);
            QVERIFY2(
                !matches(changed, "e0f97132b829301592874356f76e47edc355688f"), qPrintable(key));
        }
        QCOMPARE(zoomChecksumTexts({{QStringLiteral("checksum"), QStringLiteral("x")}}),
            QByteArrayList{QByteArray{}});
    }

    void sortsByKeyNotByPair()
    {
        QCOMPARE(zoomChecksumTexts({{QStringLiteral("nonce-date"), QStringLiteral("2")},
                                       {QStringLiteral("nonce"), QStringLiteral("1")}})
                     .first(),
            QByteArray{"nonce=1&nonce-date=2"});
    }

    void formEncodesAsThePopularLibrariesDo()
    {
        const ZoomParameters parameters{
            {QStringLiteral("m"), QStringLiteral("a b+c*d~e-f_g.h/é&=")}};
        QCOMPARE(zoomChecksumTexts(parameters),
            (QByteArrayList{"m=a b+c*d~e-f_g.h/\xc3\xa9&=", "m=a+b%2Bc*d%7Ee-f_g.h%2F%C3%A9%26%3D",
                "m=a+b%2Bc%2Ad%7Ee-f_g.h%2F%C3%A9%26%3D"}));
    }

    void unencodedNothingMayLookLikeAnotherParameter_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("ambiguous");
        const auto row = [](const char* name, const char* value, bool ambiguous) {
            QTest::addRow("%s: %s", name, value)
                << QString::fromUtf8(name) << QString::fromUtf8(value) << ambiguous;
        };
        for (const char* benign : {"", "a & b", "R&D", "&", "&&", "x=1", "=", "x=1 & y",
                 "1+1=2&so on", "a=b=c", "100% & more", "é&ü"}) {
            row("message", benign, false);
        }
        for (const char* cuttable : {"a&b=c", "a & b = c", "&=", "&b=", "a&b&c=", "x=1&y=2",
                 "&&=", "a&\n=", "R&D and 1+1=2", "https://example.org/?a=1&b=2"}) {
            row("message", cuttable, true);
        }
        row("zzz", "x&messageId=1", true);
        row("x&messageId", "1", true);
        row("x=1", "1", true);
        row("", "1", false);
    }

    void unencodedNothingMayLookLikeAnotherParameter()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(bool, ambiguous);
        ZoomParameters parameters{exampleA()};
        parameters.insert(name, value);
        QCOMPARE(
            signedAs(parameters, 0), ambiguous ? ZoomChecksum::Ambiguous : ZoomChecksum::Genuine);
        // Form-encoded, the same parameters can be cut in one way only.
        QCOMPARE(signedAs(parameters, 1), ZoomChecksum::Genuine);
    }
};

TEXTDESK_TEST(tst_zoomchecksum, TestZoomChecksum)
#include "tst_zoomchecksum.moc"
