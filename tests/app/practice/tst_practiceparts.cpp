// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicebehaviour.h"
#include "app/practice/practicechecksum.h"
#include "app/practice/practicedates.h"
#include "app/practice/practiceids.h"
#include "app/practice/practiceledger.h"
#include "app/practice/practicenumber.h"
#include "app/practice/practiceschedule.h"
#include "app/practice/practicevariant.h"
#include "tests/app/practice/practicebench.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The examples of the vendor's two documents, zoomconnect.md 9.4.
const PracticeFields& exampleA()
{
    static const PracticeFields fields{{u"to"_s, u"+27725551234"_s}, {u"from"_s, u"+27726661234"_s},
        {u"campaign"_s, u"campaign"_s}, {u"dataField"_s, u"data"_s}, {u"date"_s, u"201405161005"_s},
        {u"messageId"_s, u"24567"_s}, {u"message"_s, u"Test + Message"_s},
        {u"nonce"_s, u"e273f177-6275-974f-1a12-0d8b92c5b3cb"_s},
        {u"nonce-date"_s, u"2014051610050102"_s}};
    return fields;
}

const PracticeFields& exampleB()
{
    static const PracticeFields fields{{u"charset"_s, u"UTF-8"_s}, {u"dataField"_s, u"data"_s},
        {u"date"_s, u"201405161005"_s}, {u"from"_s, u"27726661234"_s},
        {u"message"_s, u"Test Message"_s}, {u"nonce"_s, u"e273f1776275974f1a120d8b92c5b3cb"_s},
        {u"nonce-date"_s, u"2014051610050102"_s}, {u"to"_s, u"27725551234"_s}};
    return fields;
}

PracticeMessage outgoing(const QString& id, const QString& dataField)
{
    PracticeMessage message;
    message.id = id;
    message.status = u"SENT"_s;
    message.to = u"+27820000010"_s;
    message.text = u"Hello"_s;
    message.dataField = dataField;
    message.cost = 1;
    return message;
}

} // namespace

class TestPracticeParts final : public QObject {
    Q_OBJECT
private slots:
    void checksumKnownAnswers()
    {
        QCOMPARE(practiceHmacSha1("secret", practiceSignedText(exampleA(), false)),
            QByteArray{"a8feae2be10989b7a9a3d1f38b087a0b5d6d6d9e"});
        QCOMPARE(practiceHmacSha1("secret", practiceSignedText(exampleB(), true)),
            QByteArray{"e0f97132b829301592874356f76e47edc355688f"});
        QCOMPARE(practiceHmacSha1("secret", practiceSignedText(exampleB(), false)),
            QByteArray{"a5771fa2e593aaa65d8c49152eb8190d9bd6fbac"});
    }

    void checksumAgreesWithTheOpensslProgram()
    {
        for (const QString& text : {u""_s, u"caf\u00e9 \u20ac \U0001F600"_s, u"a&b=c+d%41"_s}) {
            const QByteArray bytes{practiceSignedText({{u"message"_s, text}}, false)};
            const QByteArray said{
                outputOf(u"openssl"_s, {u"dgst"_s, u"-sha1"_s, u"-hmac"_s, u"a key"_s}, bytes)};
            QCOMPARE(said.trimmed().right(40), practiceHmacSha1("a key", bytes));
        }
    }

    void formEncodingIsJavas()
    {
        QCOMPARE(
            practiceFormEncoded(u"a b+c*~-._\u00e9&="_s), QByteArray{"a+b%2Bc*%7E-._%C3%A9%26%3D"});
    }

    void numbersAreReadInTheThreeDocumentedForms()
    {
        for (const QString& spelling : {u"+27820000010"_s, u"27820000010"_s, u"0820000010"_s,
                 u"+27 82 000 0010"_s, u" +27 (82) 000-0010 "_s}) {
            QCOMPARE(practiceNumber(spelling), std::optional{u"+27820000010"_s});
        }
        QCOMPARE(practiceNumber(u"+1 555 0100"_s), std::optional{u"+15550100"_s});
        for (const QString& wrong : {u""_s, u"+"_s, u"12345"_s, u"TEXTDESK"_s, u"+27abc"_s,
                 u"0820000010,0820000011"_s, u"+2782000001012345"_s, u"00"_s,
                 u"\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661"_s}) {
            QVERIFY2(!practiceNumber(wrong), qPrintable(wrong));
        }
    }

    void everyMagicNumberIsANumberOfItsOwn()
    {
        QSet<QString> numbers;
        QSet<QString> words;
        for (const PracticeNumber& magic : practiceNumbers()) {
            QCOMPARE(practiceNumber(magic.number), std::optional{magic.number});
            QCOMPARE(practiceBehaviourOf(magic.number), magic.behaviour);
            QCOMPARE(practiceBehaviourFromWord(magic.word), std::optional{magic.behaviour});
            QVERIFY(!magic.explanation.isEmpty());
            numbers.insert(magic.number);
            words.insert(magic.word);
        }
        QCOMPARE(numbers.size(), qsizetype(practiceNumbers().size()));
        QCOMPARE(words.size(), numbers.size());
        QCOMPARE(practiceBehaviourOf(u"+27820009999"_s), PracticeBehaviour::Deliver);
    }

    void datesInEveryForm()
    {
        const PracticeDates dates{120};
        const qint64 noon{QDateTime{{2026, 3, 2}, {12, 0, 5}, Qt::UTC}.toMSecsSinceEpoch()};
        using Form = PracticeVariant::Dates;
        QCOMPARE(dates.field(noon, Form::Epoch), QJsonValue{noon});
        QCOMPARE(dates.field(noon, Form::Iso).toString(), u"2026-03-02T14:00:05.000+02:00"_s);
        QCOMPARE(dates.field(noon, Form::IsoNoZone).toString(), u"2026-03-02T14:00:05.000"_s);
        QCOMPARE(dates.field(noon, Form::Digits).toString(), u"202603021400"_s);
        QVERIFY(dates.field(0, Form::Iso).isNull());
        QCOMPARE(PracticeDates{-210}.field(noon, Form::Iso).toString(),
            u"2026-03-02T08:30:05.000-03:30"_s);
        QCOMPARE(dates.second(noon), u"20260302140005"_s);
        QCOMPARE(dates.fromMinute(u"202603021400"_s), std::optional{noon - 5000});
        for (const QString& wrong : {u"20260302140"_s, u"202613021400"_s, u"2026-03-02 14"_s, u""_s,
                 u"tomorrow"_s, u"202602301400"_s}) {
            QVERIFY2(!dates.fromMinute(wrong), qPrintable(wrong));
        }
    }

    void idsCarryTheirSecondAndNeverRepeat()
    {
        PracticeIds ids;
        QSet<QString> seen;
        for (int i{0}; i < 5000; ++i) {
            const QString id{ids.next(1700000000000, false)};
            QCOMPARE(id.size(), 24);
            QCOMPARE(id.left(8).toLongLong(nullptr, 16), 1700000000);
            seen.insert(id);
        }
        QCOMPARE(seen.size(), 5000);
        ids.notice(u"5000000"_s);
        QCOMPARE(ids.next(0, true), u"5000001"_s);
    }

    void variantNamesEverySwitchAndRefusesUnknownOnes()
    {
        PracticeVariant variant;
        const QJsonObject before{variantToJson(variant)};
        QVERIFY(!before.contains(u""_s));
        for (auto it = before.begin(); it != before.end(); ++it) {
            QVERIFY2(!it.value().isNull(), qPrintable(it.key()));
        }
        QVERIFY(applyToVariant(variant, {{u"dates"_s, u"iso"_s}, {u"pageCap"_s, 7}}));
        QVERIFY(variant.dates == PracticeVariant::Dates::Iso);
        QCOMPARE(variant.pageCap, 7);
        for (const QJsonObject& wrong : {QJsonObject{{u"dates"_s, u"lunar"_s}},
                 QJsonObject{{u"nonsense"_s, 1}}, QJsonObject{{u"pageCap"_s, -1}},
                 QJsonObject{{u"authStatus"_s, 200}}, QJsonObject{{u"replies"_s, u"yes"_s}},
                 QJsonObject{{u"pageCap"_s, 9}, {u"zzz"_s, 1}}}) {
            QVERIFY(!applyToVariant(variant, wrong));
            QCOMPARE(variant.pageCap, 7);
        }
        PracticeVariant copy;
        QVERIFY(applyToVariant(copy, variantToJson(variant)));
        QCOMPARE(variantToJson(copy), variantToJson(variant));
    }

    void ledgerSurvivesATornLastLine()
    {
        const QTemporaryDir folder;
        const QString path{folder.filePath(u"ledger.jsonl"_s)};
        {
            PracticeLedger ledger;
            QVERIFY(ledger.open(path));
            QVERIFY(ledger.add(outgoing(u"a"_s, u"x#1234567890123"_s)));
            QVERIFY(!ledger.add(outgoing(u"a"_s, {})));
            QVERIFY(ledger.change(u"a"_s, [](auto& m) { m.status = u"DELIVERED"_s; }));
            QVERIFY(!ledger.change(u"b"_s, [](auto&) {}));
        }
        QFile file{path};
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"id\":\"b\",\"stat");
        file.close();
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions{});
        {
            PracticeLedger ledger;
            QVERIFY(ledger.open(path));
            QVERIFY(ledger.add(outgoing(u"c"_s, {})));
        }
        PracticeLedger ledger;
        QVERIFY(ledger.open(path));
        QCOMPARE(ledger.all().size(), size_t{2});
        QCOMPARE(ledger.find(u"a"_s)->status, u"DELIVERED"_s);
        QCOMPARE(ledger.toJson()[0][u"reference"_s].toString(), u"1234567890123"_s);
        QCOMPARE(ledger.toJson()[1][u"reference"_s].toString(), QString{});
        QVERIFY(ledger.find(u"c"_s));
        QCOMPARE(ledger.spent(), 2.0);
    }

    void ledgerRefusesWhatItCannotWrite()
    {
        PracticeLedger missing;
        const auto opened = missing.open(u"/nonexistent/ledger"_s);
        QVERIFY(!opened);
        QVERIFY(opened.error().kind() == ErrorKind::Storage);
        PracticeLedger device;
        QVERIFY(!device.open(u"/dev/full"_s));
        const QTemporaryDir folder;
        const QString path{folder.filePath(u"ledger.jsonl"_s)};
        PracticeLedger ledger;
        QVERIFY(ledger.open(path));
        {
            const FullDisk full;
            QVERIFY(!ledger.add(outgoing(u"a"_s, {})));
            QVERIFY(ledger.all().empty());
        }
        QVERIFY(ledger.add(outgoing(u"b"_s, {})));
        PracticeLedger again;
        QVERIFY(again.open(path));
        QCOMPARE(again.all().size(), size_t{1});
    }

    void ledgerCountsCreatesOfTheSameText()
    {
        PracticeLedger ledger;
        QVERIFY(ledger.add(outgoing(u"a"_s, u"ref"_s)));
        QVERIFY(ledger.add(outgoing(u"b"_s, u"ref"_s)));
        QVERIFY(ledger.add(outgoing(u"c"_s, {})));
        QVERIFY(ledger.add(outgoing(u"d"_s, {})));
        QCOMPARE(ledger.createCalls(*ledger.find(u"a"_s)), 2);
        QCOMPARE(ledger.createCalls(*ledger.find(u"c"_s)), 1);
    }

    void scheduleRunsInOrderBehindOneTimer()
    {
        ManualClock clock;
        PracticeSchedule schedule{clock};
        QString ran;
        schedule.after(300ms, [&] { ran += u'c'; });
        schedule.after(100ms, [&] {
            ran += u'a';
            schedule.after(50ms, [&] { ran += u'b'; });
        });
        for (int i{0}; i < 1000; ++i) {
            schedule.after(400ms, [] {});
        }
        QVERIFY(clock.pendingTimers() <= 1);
        clock.advance(99ms);
        QCOMPARE(ran, QString{});
        clock.advance(301ms);
        QCOMPARE(ran, u"abc"_s);
        QCOMPARE(schedule.waiting(), size_t{0});
        schedule.after(9000h, [&] { ran += u'y'; });
        clock.advance(8999h);
        QCOMPARE(ran, u"abc"_s);
        clock.advance(1h);
        QCOMPARE(ran, u"abcy"_s);
        schedule.after(1ms, [&] { ran += u'n'; });
        schedule.clear();
        clock.advance(1s);
        QCOMPARE(ran, u"abcy"_s);
    }
};

TEXTDESK_TEST(tst_practiceparts, TestPracticeParts)
#include "tst_practiceparts.moc"
