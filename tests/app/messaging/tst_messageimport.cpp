// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A history from a file: all of it, once, nothing sent, and whoever waits goes between.
#include "app/messaging/messageimport.h"

#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "app/storage/outboxtable.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QBuffer>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

QByteArray line(int number, const char* direction = "in", const char* text = nullptr)
{
    const bool in{qstrcmp(direction, "in") == 0};
    return QStringLiteral("{\"account\":\"Office\",\"direction\":\"%1\",\"peer\":\"+2782000%2\","
                          "\"text\":\"%3\",\"state\":\"%4\",\"providerId\":\"p-%5\","
                          "\"at\":\"2026-01-%6T08:30:00Z\",\"read\":%7}\n")
        .arg(QLatin1String{direction})
        .arg(number % 40, 4, 10, QChar{u'0'})
        .arg(text ? QString::fromUtf8(text) : QStringLiteral("text number%1").arg(number),
            in ? QStringLiteral("received") : QStringLiteral("delivered"))
        .arg(number)
        .arg(number % 28 + 1, 2, 10, QChar{u'0'})
        .arg(number % 3 == 0 ? QStringLiteral("false") : QStringLiteral("true"))
        .toUtf8();
}

QByteArray lines(int count)
{
    QByteArray bytes;
    for (int i{0}; i < count; ++i) {
        bytes += line(i, i % 2 == 0 ? "in" : "out");
    }
    return bytes;
}

} // namespace

class TestMessageImport final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_rejections.clear();
    }
    void cleanup()
    {
        m_import.reset();
        m_store.reset();
    }

    void everyRowIsThereAndCanBeFound()
    {
        const ImportCounts counts{bring(lines(5000))};
        QCOMPARE(counts.rows, 5000);
        QCOMPARE(counts.added, 5000);
        QCOMPARE(counts.rejected, 0);
        QCOMPARE(stored(), 5000);
        QCOMPARE(
            searchMessages(m_store->reader(), QStringLiteral("number4321"), {}, 10).size(), 1U);
        QVERIFY(!counts.stopped);
        QVERIFY(m_progress > 0);
    }

    void twiceAddsNothing()
    {
        QCOMPARE(bring(lines(700)).added, 700);
        const ImportCounts again{bring(lines(900))};
        QCOMPARE(again.added, 200);
        QCOMPARE(again.known, 700);
        QCOMPARE(stored(), 900);
    }

    void aBadRowStopsNoOther()
    {
        const QByteArray longLine(200000, 'x');
        const ImportCounts counts{bring(line(1) + "rubbish\n" + "\n" + line(2) + longLine + "\n"
            + line(3, "out") + line(4).replace("Office", "Other") + line(5).chopped(1))};
        QCOMPARE(counts.rows, 7);
        QCOMPARE(counts.added, 4);
        QCOMPARE(counts.rejected, 3);
        QCOMPARE(
            m_rejections.join(u' '), QStringLiteral("2:not-json 5:too-long 7:unknown-account"));
        QCOMPARE(stored(), 4);
    }

    void anEmptyFileIsNoError()
    {
        const ImportCounts counts{bring({})};
        QCOMPARE(counts.rows, 0);
        QCOMPARE(counts.added, 0);
    }

    void nothingIsEverSent()
    {
        const ImportCounts counts{
            bring(line(1, "out") + line(2, "out").replace("delivered", "queued")
                + line(3, "out").replace("delivered", "unknown"))};
        QCOMPARE(counts.added, 1);
        QCOMPARE(counts.rejected, 2);
        QCOMPARE(OutboxTable::nextDue(m_store->reader(), m_account), -1);
        QVERIFY(OutboxTable::open(m_store->reader(), {}, 10).empty());
    }

    void aStopClosesItsPersonUnlessTheyCameBack()
    {
        const QByteArray stop{line(1, "in", "STOP")};
        const QByteArray other{line(2, "in", "stop")};
        // The 41st person is the first one again, and wrote later.
        const QByteArray start{line(41, "in", "START")};
        const ImportCounts counts{bring(start + stop + other)};
        QCOMPARE(counts.added, 3);
        QCOMPARE(counts.optOuts, 1);
        QCOMPARE(counts.closed, QStringList{QStringLiteral("+27820000002")});
        QVERIFY(OutboxTable::open(m_store->reader(), {}, 10).empty());
        QVERIFY(OptOutTable::isClosed(m_store->reader(), QStringLiteral("+27820000002")));
        QVERIFY(!OptOutTable::isClosed(m_store->reader(), QStringLiteral("+27820000001")));
    }

    void stoppedItKeepsWhatItRead()
    {
        start(lines(200000));
        QTRY_VERIFY(m_progress > 0);
        m_import->stop();
        QTRY_VERIFY(m_result);
        QVERIFY(m_result->has_value());
        QVERIFY((*m_result)->stopped);
        QVERIFY((*m_result)->added < 200000);
        QCOMPARE(stored(), (*m_result)->added);
    }

    void deletedInTheMiddleItLeavesWholeSlices()
    {
        start(lines(100000));
        QTRY_VERIFY(m_progress > 0);
        m_import.reset();
        const qint64 kept{stored()};
        QVERIFY(kept > 0);
        const ImportCounts again{bring(lines(20000))};
        QCOMPARE(again.added + again.known, 20000);
        QVERIFY(stored() >= 20000);
    }

    void aPersonNeedNotWaitForTheEnd()
    {
        start(lines(100000));
        QTRY_VERIFY(m_progress > 0);
        const Message mine{
            m_store->addIncoming(m_account, QStringLiteral("+27820009999"), QStringLiteral("now"))};
        QVERIFY(mine.id.isValid());
        QVERIFY(!m_result); // it is still going on
        m_import->stop();
        QTRY_VERIFY(m_result);
    }

private:
    void start(const QByteArray& bytes)
    {
        m_progress = 0;
        m_result.reset();
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        (void)buffer->open(QIODevice::ReadOnly);
        m_import = std::make_unique<MessageImport>(m_store->database(), m_store->clock(),
            ImportRowReader{{{QStringLiteral("Office"), {m_account, QStringLiteral("ZA")}}},
                std::nullopt, m_store->clock().nowMs()},
            std::move(buffer), nullptr);
        connect(m_import.get(), &MessageImport::progressed, this, [this] { ++m_progress; });
        connect(m_import.get(), &MessageImport::rejected, this,
            [this](const ImportRejection& rejection) {
                m_rejections.append(
                    QStringLiteral("%1:%2").arg(rejection.row).arg(rejection.reason));
            });
        m_import->start()->then(
            this, [this](const Result<ImportCounts>& result) { m_result = result; });
    }
    [[nodiscard]] ImportCounts bring(const QByteArray& bytes)
    {
        start(bytes);
        return QTest::qWaitFor([this] { return m_result.has_value(); }, 60000) && *m_result
            ? **m_result
            : ImportCounts{};
    }
    [[nodiscard]] qint64 stored()
    {
        auto count = m_store->reader().prepare("SELECT count(*) FROM message");
        return count.first() ? count.integer(0) : -1;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
    std::unique_ptr<MessageImport> m_import;
    std::optional<Result<ImportCounts>> m_result;
    QStringList m_rejections;
    int m_progress{0};
};

TEXTDESK_TEST(tst_messageimport, TestMessageImport)
#include "tst_messageimport.moc"
