// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/practice/practicebench.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString quiet{u"+27820000030"_s};

} // namespace

class TestPracticeList final : public QObject {
    Q_OBJECT
private slots:
    void eachFilterFindsItsTexts()
    {
        PracticeBench bench;
        const QString plain{bench.send(quiet, u"Your parcel is here"_s, u"mine#0123456789abc"_s)};
        const QString failed{bench.send(u"+27820000011"_s, u"Other"_s)};
        const auto answer = bench.call("POST", u"sms/send"_s,
            {{u"recipientNumber"_s, u"+27820000013"_s}, {u"message"_s, u"Campaign text"_s},
                {u"campaign"_s, u"Spring & summer"_s}});
        const QString stopped{PracticeBench::object(answer)[u"messageId"_s].toString()};
        bench.clock.advance(4s);
        const QStringList inbox{bench.ids(u"type=INBOUND"_s)};
        QCOMPARE(inbox.size(), 1);
        QCOMPARE(bench.ids(), (QStringList{inbox[0], stopped, failed, plain}));
        QCOMPARE(bench.ids(u"type=OUTBOUND"_s), (QStringList{stopped, failed, plain}));
        QCOMPARE(bench.ids(u"status=FAILED"_s), QStringList{failed});
        QCOMPARE(bench.ids(u"status=RECEIVED"_s), inbox);
        QCOMPARE(bench.ids(u"toNumber=%2B27820000030"_s), QStringList{plain});
        QCOMPARE(bench.ids(u"toNumber=27820000030"_s), QStringList{plain});
        QCOMPARE(bench.ids(u"toNumber=00030"_s), QStringList{});
        QCOMPARE(bench.ids(u"fromNumber=27820000013"_s), inbox);
        QCOMPARE(bench.ids(u"message=PARCEL"_s), QStringList{plain});
        QCOMPARE(bench.ids(u"campaign=Spring+%26+summer"_s), (QStringList{inbox[0], stopped}));
        QCOMPARE(bench.ids(u"dataField=mine%230123456789abc"_s), QStringList{plain});
        QCOMPARE(bench.ids(u"dataField=mine"_s), QStringList{});
        QCOMPARE(bench.ids(u"repliesToMessageId="_s + stopped), inbox);
        QCOMPARE(bench.ids(u"type=INBOUND&status=&message="_s), inbox);
        PracticeVariant variant;
        variant.partialNumbers = true;
        bench.service.setVariant(variant);
        QCOMPARE(bench.ids(u"toNumber=00030"_s), QStringList{plain});
    }

    void daysAreTheServicesAndTheLastOneIsInOrOut()
    {
        PracticeOptions options;
        PracticeBench bench{options}; // 2 March, 11:00 for the service
        const QString first{bench.send(u"+27820000013"_s)};
        bench.clock.advance(13h - 1s); // 23:59:59: the reply falls on the first day
        const QString late{bench.send(quiet)};
        bench.clock.advance(1s);
        const QString next{bench.send(quiet)};
        QCOMPARE(bench.ids(u"toDateTimeSent=20260302"_s), (QStringList{late, first}));
        QCOMPARE(bench.ids(u"fromDateTimeSent=20260303"_s), QStringList{next});
        QCOMPARE(bench.ids(u"fromDateTimeSent=20260302&toDateTimeSent=20260303"_s),
            (QStringList{next, late, first}));
        QCOMPARE(bench.ids(u"fromDateTimeReceived=20260302"_s).size(), 1);
        QCOMPARE(bench.ids(u"fromDateTimeReceived=20260303"_s).size(), 0);
        PracticeVariant variant;
        variant.toDayInclusive = false;
        bench.service.setVariant(variant);
        QCOMPARE(bench.ids(u"toDateTimeSent=20260302"_s), QStringList{});
        QCOMPARE(bench.ids(u"toDateTimeSent=20260303"_s), (QStringList{late, first}));
        QCOMPARE(bench.ids(u"toDateTimeReceived=20260303"_s).size(), 1);
    }

    void pagesAreComplete_data()
    {
        QTest::addColumn<int>("pageSize");
        QTest::addColumn<int>("cap");
        QTest::addColumn<bool>("oldest");
        QTest::newRow("whole") << 25 << 0 << false;
        QTest::newRow("tens") << 10 << 0 << false;
        QTest::newRow("tens, oldest first") << 10 << 0 << true;
        QTest::newRow("cut without a word") << 100 << 7 << false;
        QTest::newRow("cap above the size") << 5 << 7 << true;
    }

    void pagesAreComplete()
    {
        QFETCH(const int, pageSize);
        QFETCH(const int, cap);
        QFETCH(const bool, oldest);
        PracticeBench bench;
        PracticeVariant variant;
        variant.pageCap = cap;
        variant.order = oldest ? PracticeVariant::Order::Oldest : PracticeVariant::Order::Newest;
        bench.service.setVariant(variant);
        QStringList sent;
        for (int i{0}; i < 25; ++i) {
            sent.append(bench.send(quiet));
        }
        const int real{cap > 0 ? std::min(cap, pageSize) : pageSize};
        QStringList seen;
        for (int page{1};; ++page) {
            const auto answer = PracticeBench::object(
                bench.get(u"messages/all?page=%1&pageSize=%2"_s.arg(page).arg(pageSize)));
            QCOMPARE(answer[u"page"_s].toInt(), page);
            QCOMPARE(answer[u"pageSize"_s].toInt(), pageSize);
            QCOMPARE(answer[u"totalElements"_s].toInt(), 25);
            QCOMPARE(answer[u"totalPages"_s].toInt(), (25 + real - 1) / real);
            const QJsonArray messages = answer[u"webServiceMessages"_s].toArray();
            QCOMPARE(answer[u"elements"_s].toInt(), int(messages.size()));
            if (messages.isEmpty()) {
                break;
            }
            for (const QJsonValue& one : messages) {
                seen.append(one[u"messageId"_s].toString());
            }
        }
        if (!oldest) {
            std::reverse(seen.begin(), seen.end());
        }
        QCOMPARE(seen, sent);
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("query");
        for (const QString& query : {u"page=0"_s, u"page=x"_s, u"pageSize=-1"_s, u"pageSize=1e3"_s,
                 u"page=99999999999"_s, u"type=BOTH"_s, u"read=yes"_s, u"deleted=1"_s,
                 u"fromDateTimeSent=2026-03-02"_s, u"toDateTimeReceived=20261302"_s}) {
            QTest::newRow(qPrintable(query)) << query;
        }
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(const QString, query);
        PracticeBench bench;
        const auto answer = bench.get(u"messages/all?"_s + query);
        QCOMPARE(PracticeBench::status(answer), 400);
        QVERIFY(PracticeBench::object(answer)[u"message"_s].toString().contains(
            query.section(u'=', 0, 0)));
    }

    void hugePageNumbersAreEmptyPages()
    {
        PracticeBench bench;
        bench.send(quiet);
        QVERIFY(bench.list(u"page=2147483647&pageSize=2147483647"_s).isEmpty());
        QCOMPARE(bench.list(u"page=1&pageSize=2147483647"_s).size(), 1);
    }

    void deletedTextsAreHiddenUnlessAskedFor()
    {
        PracticeBench bench;
        const QString kept{bench.send(quiet)};
        const QString gone{bench.send(quiet)};
        QCOMPARE(PracticeBench::status(bench.call("DELETE", u"messages/"_s + gone)), 204);
        QCOMPARE(bench.ids(), QStringList{kept});
        QCOMPARE(bench.ids(u"deleted=true"_s), QStringList{gone});
        QCOMPARE(bench.ids(u"deleted=false"_s), QStringList{kept});
        PracticeVariant variant;
        variant.deletedInList = true;
        bench.service.setVariant(variant);
        QCOMPARE(bench.ids(), (QStringList{gone, kept}));
        QCOMPARE(PracticeBench::status(bench.call("DELETE", u"messages/unknown"_s)), 404);
    }

    void readMarks()
    {
        PracticeBench bench;
        const auto id = bench.service.injectReply(u"+1 555 555 0142"_s, u"Hello there"_s);
        QVERIFY(id);
        QCOMPARE(bench.ids(u"read=false"_s), QStringList{*id});
        const auto marked = bench.call("PUT", u"messages/"_s + *id + u"/markRead"_s);
        QVERIFY(PracticeBench::object(marked)[u"read"_s].toBool());
        QCOMPARE(bench.ids(u"read=true"_s), QStringList{*id});
        const auto unmarked = bench.call("POST", u"messages/"_s + *id + u"/markUnread"_s);
        QVERIFY(!PracticeBench::object(unmarked)[u"read"_s].toBool(true));
        QCOMPARE(bench.ids(u"read=false"_s), QStringList{*id});
        QCOMPARE(PracticeBench::status(bench.get(u"messages/"_s + *id + u"/markRead"_s)), 405);
        QCOMPARE(PracticeBench::status(bench.call("PUT", u"messages/unknown/markRead"_s)), 404);
        QVERIFY(!bench.service.injectReply(u"nobody"_s, u"x"_s));
        QVERIFY(!bench.service.injectReply(u"+15555550142"_s, {}));
    }

    void datesIdsAndNumbersByVariant()
    {
        PracticeBench bench;
        PracticeVariant variant;
        variant.ids = PracticeVariant::Ids::Number;
        variant.numbers = PracticeVariant::Numbers::Digits;
        variant.dates = PracticeVariant::Dates::IsoNoZone;
        bench.service.setVariant(variant);
        const auto answer = bench.call("POST", u"sms/send"_s,
            {{u"recipientNumber"_s, u"+27820000013"_s}, {u"message"_s, u"x"_s}});
        const QJsonValue id{PracticeBench::object(answer)[u"messageId"_s]};
        QVERIFY(id.isDouble());
        bench.clock.advance(4s);
        const QJsonObject message{bench.message(QString::number(id.toInteger()))};
        QCOMPARE(message[u"messageId"_s], id);
        QCOMPARE(message[u"toNumber"_s].toString(), u"27820000013"_s);
        QCOMPARE(message[u"dateTimeSent"_s].toString(), u"2026-03-02T11:00:00.000"_s);
        const QJsonArray inbox = bench.list(u"type=INBOUND"_s);
        QCOMPARE(inbox[0][u"repliedToMessage"_s][u"messageId"_s], id);
        QVERIFY(inbox[0][u"messageId"_s].isDouble());
        variant.dates = PracticeVariant::Dates::Digits;
        bench.service.setVariant(variant);
        QCOMPARE(
            bench.list(u"type=INBOUND"_s)[0][u"dateTimeReceived"_s].toString(), u"202603021100"_s);
    }

    void twentyThousandTextsStayQuick()
    {
        PracticeOptions options;
        options.credits = 1e6;
        options.variant.replies = false;
        PracticeBench bench{options};
        QElapsedTimer timer;
        timer.start();
        for (int request{0}; request < 20; ++request) {
            QJsonArray entries;
            for (int i{0}; i < 1000; ++i) {
                entries.append(QJsonObject{{u"recipientNumber"_s, quiet}, {u"message"_s, u"Hi"_s},
                    {u"dataField"_s, u"%1#%2"_s.arg(request).arg(i)}});
            }
            (void)bench.call("POST", u"sms/send-bulk"_s, {{u"sendSmsRequests"_s, entries}});
        }
        const qint64 created{timer.restart()};
        QCOMPARE(bench.service.createdCount(), 20000);
        bench.clock.advance(2s);
        const qint64 lived{timer.restart()};
        QCOMPARE(bench.list(u"status=DELIVERED&pageSize=100&page=200"_s).size(), 100);
        QCOMPARE(bench.list(u"dataField=7%23123"_s).size(), 1);
        qInfo("20,000 texts: created in %lld ms, delivered in %lld ms, two lists in %lld ms",
            created, lived, timer.elapsed());
        QVERIFY(created + lived + timer.elapsed() < 30000);
    }
};

TEXTDESK_TEST(tst_practicelist, TestPracticeList)
#include "tst_practicelist.moc"
