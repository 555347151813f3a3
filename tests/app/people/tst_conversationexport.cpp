// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation becomes a file: whole, private, or not there at all.
#include "app/people/conversationexport.h"
#include "app/people/csvsheet.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestConversationExport final : public QObject {
    Q_OBJECT
private:
    const QString m_number{QStringLiteral("+27820000012")};
    std::unique_ptr<TempStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    AccountId m_account;

    QString path() const { return m_folder->filePath(QStringLiteral("out.csv")); }
    ConversationExport* exporting(const QString& file)
    {
        return new ConversationExport{m_store->database(),
            m_store->conversation(m_account, m_number), {m_number, QStringLiteral("Thandi")},
            std::make_unique<CsvSheet>(file, QTimeZone{7200}), &m_store->database()};
    }
    static QByteArray read(const QString& file)
    {
        QFile opened{file};
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray{};
    }
    QStringList left() const
    {
        return QDir{m_folder->path()}.entryList(QDir::Files | QDir::Hidden);
    }

private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void everyColumnSaysWhatItShould()
    {
        const qint64 at{QDateTime{{2026, 3, 1}, {22, 30, 5}, Qt::UTC}.toMSecsSinceEpoch()};
        m_store->addIncoming(m_account, m_number, QStringLiteral("=1+1, \"yes\"\nüber"), at);
        Message failed{outgoing(
            m_account, m_number, QStringLiteral("The hall is free."), DeliveryState::Failed)};
        failed.reason = QStringLiteral("invalid-number");
        failed.reasonText = QStringLiteral("-1: no such number");
        failed.parts = 2;
        failed.atMs = at + 60'000;
        m_store->change([&](WriteContext& context) { (void)store(context, failed); });
        QCOMPARE(resultOf(exporting(path())->start()).value_or(-1), qint64{2});
        QVERIFY(read(path()).startsWith("\xEF\xBB\xBF\""));
        QCOMPARE(QString::fromUtf8(read(path())), // which takes the mark off
            QStringLiteral(
                "\"time\",\"direction\",\"number\",\"name\",\"text\",\"state\",\"reason\","
                "\"parts\"\r\n"
                "\"2026-03-02T00:30:05+02:00\",\"in\",\"+27820000012\",\"Thandi\",\"'=1+1, "
                "\"\"yes\"\"\nüber\",\"received\",\"\",\"\"\r\n"
                "\"2026-03-02T00:31:05+02:00\",\"out\",\"+27820000012\",\"Thandi\",\"The hall is "
                "free.\",\"failed\",\"invalid-number: -1: no such number\",\"2\"\r\n"));
        QCOMPARE(QFileInfo{path()}.permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions{});
    }

    void manyPagesComeInOrderAndNothingOfOthers()
    {
        m_store->addMany(m_account, m_number, 1050, 1'000'000, 1000);
        m_store->addIncoming(m_account, QStringLiteral("+27820000099"), QStringLiteral("stranger"));
        auto* exported = exporting(path());
        QSignalSpy progressed{exported, &ConversationExport::progressed};
        QSignalSpy gone{exported, &QObject::destroyed};
        QCOMPARE(resultOf(exported->start()).value_or(-1), qint64{1050});
        QCOMPARE(progressed.count(), 12); // eleven slices and the end
        QCOMPARE(progressed.at(0).at(0).toLongLong(), 100);
        QCOMPARE(progressed.at(0).at(1).toLongLong(), 1050);
        const QList<QByteArray> lines{read(path()).split('\n')};
        QCOMPARE(lines.size(), 1052); // the titles, and nothing after the last line's end
        for (int i{0}; i < 1050; ++i) {
            QVERIFY(
                lines.at(i + 1).contains(QByteArray{"\"message "} + QByteArray::number(i) + '"'));
        }
        QTRY_COMPARE(gone.count(), 1);
    }

    void whatComesMeanwhileIsLeftOut()
    {
        m_store->addMany(m_account, m_number, 250, 1'000'000, 1000);
        auto* exported = exporting(path());
        connect(exported, &ConversationExport::progressed, this, [this](qint64 done) {
            if (done == 100) {
                m_store->addIncoming(m_account, m_number, QStringLiteral("late"));
            }
        });
        QCOMPARE(resultOf(exported->start()).value_or(-1), qint64{250});
        QVERIFY(!read(path()).contains("late"));
    }

    void aConversationWithoutMessagesHasItsTitles()
    {
        m_store->addIncoming(m_account, QStringLiteral("+27820000099"), QStringLiteral("x"));
        auto* exported =
            new ConversationExport{m_store->database(), ConversationId{4711}, {m_number, {}},
                std::make_unique<CsvSheet>(path(), QTimeZone::utc()), &m_store->database()};
        QCOMPARE(resultOf(exported->start()).value_or(-1), qint64{0});
        QCOMPARE(read(path()).count('\n'), 1);
    }

    void aCancelledOneLeavesNothing()
    {
        m_store->addMany(m_account, m_number, 1000, 1'000'000, 1000);
        auto* exported = exporting(path());
        QSignalSpy gone{exported, &QObject::destroyed};
        Call<qint64>* call{exported->start()};
        connect(exported, &ConversationExport::progressed, call, [call](qint64 done) {
            if (done >= 300) {
                call->cancel();
            }
        });
        QCOMPARE(resultOf(call).error().kind(), ErrorKind::Cancelled);
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(left(), QStringList{});
    }

    void anOlderFileStaysUntilTheNewOneIsWhole()
    {
        m_store->addMany(m_account, m_number, 300, 1'000'000, 1000);
        QFile older{path()};
        QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
        older.close();
        auto* exported = exporting(path());
        connect(exported, &ConversationExport::progressed, this, [this](qint64 done) {
            QCOMPARE(read(path()) == "older", done < 300 || read(path()) == "older");
        });
        QVERIFY(resultOf(exported->start()));
        QCOMPARE(read(path()).count('\n'), 301);
        QCOMPARE(int(QFileInfo{path()}.permissions() & QFile::ReadOther), 0);
    }

    void aPlaceThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("no folder") << QStringLiteral("none/out.csv");
        QTest::newRow("a folder of the system") << QStringLiteral("/proc/out.csv");
        QTest::newRow("a folder itself") << QStringLiteral(".");
        QTest::newRow("a device") << QStringLiteral("/dev/full");
    }

    void aPlaceThatCannotBeWritten()
    {
        QFETCH(const QString, file);
        m_store->addIncoming(m_account, m_number, QStringLiteral("x"));
        const auto exported =
            resultOf(exporting(QDir{m_folder->path()}.absoluteFilePath(file))->start());
        QVERIFY(!exported);
        QCOMPARE(exported.error().kind(), ErrorKind::Storage);
        QCOMPARE(exported.error().detail(), QStringLiteral("cannot-open"));
        QCOMPARE(left(), QStringList{});
    }

    void noRoomLeavesNothing()
    {
        m_store->addMany(m_account, m_number, 3000, 1'000'000, 1000);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit small{before};
        small.rlim_cur = 64 * 1024;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto exported = resultOf(exporting(path())->start());
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!exported);
        QCOMPARE(exported.error().detail(), QStringLiteral("disk-full"));
        QTRY_COMPARE(left(), QStringList{});
    }
};

TEXTDESK_TEST(tst_conversationexport, TestConversationExport)
#include "tst_conversationexport.moc"
