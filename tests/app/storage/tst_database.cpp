// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, migrating and closing a profile's database, and its two ways in.
#include "app/storage/database.h"

#include "app/storage/migrations.h"
#include "app/storage/statement.h"
#include "tests/support/storage/fulldisk.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

constexpr QFile::Permissions notForOthers{QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther};

void writeFile(const QString& path, const QByteArray& bytes)
{
    QDir{}.mkpath(QFileInfo{path}.path());
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestDatabase final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("profile/textdesk.db"));
    }

    void aNewProfileIsForItsOwnerOnly()
    {
        TempStore store{m_folder->filePath(QStringLiteral("profile"))};
        store.addAccount(QStringLiteral("Office"));
        QCOMPARE(store.reader().pragma(QStringLiteral("user_version")), newestSchema());
        const QDir folder{m_folder->filePath(QStringLiteral("profile"))};
        QCOMPARE(QFileInfo{folder.path()}.permissions() & notForOthers, QFile::Permissions{});
        const QFileInfoList files{folder.entryInfoList(QDir::Files)};
        QCOMPARE(files.size(), 3); // the database, its WAL and shared memory
        for (const QFileInfo& file : files) {
            QVERIFY2(
                (file.permissions() & (notForOthers | QFile::ExeOwner)) == QFile::Permissions{},
                qPrintable(file.fileName()));
        }
    }

    // Its files are closed to others all the same.
    void aFolderOfAPersonsOwnKeepsItsMode()
    {
        const QString own{m_folder->filePath(QStringLiteral("profile"))};
        QVERIFY(QDir{}.mkpath(own));
        QVERIFY(QFile::setPermissions(own, QFile::Permissions{0x7755}));
        const TempStore store{own};
        QCOMPARE(QFileInfo{own}.permissions() & QFile::ReadOther, QFile::ReadOther);
        QCOMPARE(QFileInfo{own + QStringLiteral("/textdesk.db")}.permissions() & notForOthers,
            QFile::Permissions{});
    }

    void aCleanEndLeavesOneFileThatHoldsEverything()
    {
        {
            TempStore store{m_folder->filePath(QStringLiteral("profile"))};
            store.addAccount(QStringLiteral("Office"));
        }
        const QDir folder{m_folder->filePath(QStringLiteral("profile"))};
        QCOMPARE(folder.entryList(QDir::Files), QStringList{QStringLiteral("textdesk.db")});
        TempStore store{m_folder->filePath(QStringLiteral("profile"))};
        QCOMPARE(AccountTable::all(store.reader()).size(), 1);
    }

    void openingAgainMigratesNothing()
    {
        TempStore{m_folder->filePath(QStringLiteral("profile"))}.addAccount(
            QStringLiteral("Office"));
        const TempStore again{m_folder->filePath(QStringLiteral("profile"))};
        QCOMPARE(QDir{m_folder->filePath(QStringLiteral("profile"))}.entryList(
                     {QStringLiteral("*.before-*")}),
            QStringList{});
    }

    void whatIsNoDatabaseIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray(8192, 'x');
        QTest::newRow("short text") << QByteArrayLiteral("hello");
        QTest::newRow("header of another version")
            << (QByteArrayLiteral("SQLite format 4\0") + QByteArray(4096, 'y'));
    }

    void whatIsNoDatabaseIsRefusedAndLeftAlone()
    {
        QFETCH(const QByteArray, bytes);
        writeFile(m_file, bytes);
        const auto opened = Database::open(m_file, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind(), ErrorKind::Storage);
        QCOMPARE(opened.error().detail(), QStringLiteral("damaged"));
        QFile file{m_file};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }

    void aDamagedPageIsAnErrorOfTheReadNotACrash()
    {
        {
            TempStore store{m_folder->filePath(QStringLiteral("profile"))};
            store.addMany(store.addAccount(QStringLiteral("Office")),
                QStringLiteral("+27820000001"), 500, 1000, 1000);
        }
        QFile file{m_file};
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size{file.size()};
        for (qint64 page{2}; page < size / 4096; ++page) {
            file.seek(page * 4096);
            file.write(QByteArray(200, '\xff'));
        }
        file.close();
        const auto opened = Database::open(m_file, m_clock);
        if (opened) {
            Connection& db{(*opened)->reader()};
            auto query = db.prepare("SELECT count(*), max(text) FROM message NOT INDEXED");
            QVERIFY(!query.first());
            QCOMPARE(db.error()->detail(), QStringLiteral("damaged"));
        } else {
            QCOMPARE(opened.error().detail(), QStringLiteral("damaged"));
        }
    }

    void aFullDiskIsSaidOnceAndSoIsItsEnd()
    {
        TempStore store{m_folder->filePath(QStringLiteral("profile"))};
        const AccountId account{store.addAccount(QStringLiteral("Office"))};
        store.addIncoming(account, QStringLiteral("+27820000001"), QStringLiteral("before"));
        QStringList said;
        connect(&store.database(), &Database::writingFailed, this,
            [&said](const Error& error) { said.append(error.detail()); });
        connect(&store.database(), &Database::writingWorks, this,
            [&said] { said.append(QStringLiteral("works")); });
        const auto note = [&store](int length) {
            return store.write<Done>([length](WriteContext& context) -> Result<Done> {
                context.db.prepare("INSERT INTO profile_fact(key, value) VALUES(?, ?)")
                    .run(QStringLiteral("note-%1").arg(length), QString{length, u'x'});
                return Done{};
            });
        };
        fillDisk(store.database());
        for (const int length : {100'000, 200'000}) {
            const auto full = note(length);
            QVERIFY(!full);
            QCOMPARE(full.error().detail(), QStringLiteral("disk-full"));
        }
        QTRY_COMPARE(said, QStringList{QStringLiteral("disk-full")});
        freeDisk(store.database());
        QVERIFY(note(300'000));
        QTRY_COMPARE(said, (QStringList{QStringLiteral("disk-full"), QStringLiteral("works")}));
    }

    void aFileFromALaterProgramIsRefusedAndLeftAlone()
    {
        {
            const TempStore store{m_folder->filePath(QStringLiteral("profile"))};
        }
        {
            auto db = Connection::open(m_file, Connection::Mode::ReadWrite);
            QVERIFY((*db)->execute(QStringLiteral("PRAGMA user_version=7000")));
        }
        const auto opened = Database::open(m_file, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().detail(),
            QStringLiteral("newer-version: have 7000, know %1").arg(newestSchema()));
        auto db = Connection::open(m_file, Connection::Mode::ReadWrite);
        QCOMPARE((*db)->pragma(QStringLiteral("user_version")), 7000);
    }

    void aMigrationThatFailsLeavesTheFileAsItWas()
    {
        // Somebody else's tables under our names, in a file that claims no version.
        QVERIFY(QDir{}.mkpath(m_folder->filePath(QStringLiteral("profile"))));
        {
            auto db = Connection::open(m_file, Connection::Mode::ReadWrite);
            QVERIFY((*db)->execute(QStringLiteral("CREATE TABLE message(theirs TEXT)")));
            QVERIFY((*db)->execute(QStringLiteral("INSERT INTO message VALUES('kept')")));
        }
        const auto opened = Database::open(m_file, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind(), ErrorKind::Storage);
        auto db = Connection::open(m_file, Connection::Mode::ReadWrite);
        QCOMPARE((*db)->pragma(QStringLiteral("user_version")), 0);
        auto tables = (*db)->prepare("SELECT count(*) FROM sqlite_master");
        QVERIFY(tables.first());
        QCOMPARE(tables.integer(0), 1);
    }

    void anEmptyFileBecomesADatabase()
    {
        writeFile(m_file, {});
        QVERIFY(Database::open(m_file, m_clock));
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        const auto opened =
            Database::open(QStringLiteral("/dev/null/profile/textdesk.db"), m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().detail(), QStringLiteral("cannot-open"));
    }

    void aWriteWithAnErrorOfItsOwnIsUndoneAndKeepsIt()
    {
        TempStore store;
        const auto result = store.write<int>([](WriteContext& context) -> Result<int> {
            closeOne(context);
            return fail(ErrorKind::Rejected, QStringLiteral("thought better"));
        });
        QVERIFY(!result);
        QCOMPARE(result.error().kind(), ErrorKind::Rejected);
        QCOMPARE(result.error().detail(), QStringLiteral("thought better"));
        auto count = store.reader().prepare("SELECT count(*) FROM opt_out");
        QVERIFY(count.first());
        QCOMPARE(count.integer(0), 0);
    }

    void aWriteThatFailsInSqlSaysSo()
    {
        TempStore store;
        const auto result = store.write<int>([](WriteContext& context) -> Result<int> {
            closeOne(context);
            context.db.prepare("INSERT INTO nowhere VALUES(1)").run();
            return 1;
        });
        QVERIFY(!result);
        QCOMPARE(result.error().kind(), ErrorKind::Storage);
        auto count = store.reader().prepare("SELECT count(*) FROM opt_out");
        QVERIFY(count.first());
        QCOMPARE(count.integer(0), 0);
    }

    void changedComesAfterTheCommitOnTheOwnersThread()
    {
        TempStore store;
        QThread* heardOn{nullptr};
        qint64 seen{-1};
        connect(&store.database(), &Database::changed, this, [&](const ChangeSet& changes) {
            heardOn = QThread::currentThread();
            auto count = store.reader().prepare("SELECT count(*) FROM opt_out");
            seen = count.first() ? count.integer(0) : -1;
            QVERIFY(changes.optOuts);
        });
        store.change([](WriteContext& context) {
            QVERIFY(QThread::currentThread() != qApp->thread());
            closeOne(context);
            context.changes.optOuts = true;
        });
        QCOMPARE(heardOn, QThread::currentThread());
        QCOMPARE(seen, 1);
    }

    void readsRunOnAThreadOfTheirOwnAndCannotWrite()
    {
        TempStore store;
        QThread* ranOn{QThread::currentThread()};
        const auto answer =
            resultOf(store.database().read<int>([&ranOn](Connection&) -> Result<int> {
                ranOn = QThread::currentThread();
                return 42;
            }));
        QCOMPARE(answer.value(), 42);
        QVERIFY(ranOn != QThread::currentThread());
        const auto refused = resultOf(store.database().read<int>([](Connection& db) -> Result<int> {
            db.execute(QStringLiteral("DELETE FROM account"));
            return 1;
        }));
        QCOMPARE(refused.error().detail(), QStringLiteral("read-only"));
        // The error of one read is not that of the next.
        QVERIFY(resultOf(store.database().read<int>([](Connection&) -> Result<int> { return 1; })));
    }

    void theEndCommitsWhatIsWaitingAndDropsTheCallbacks()
    {
        TempStore store{m_folder->filePath(QStringLiteral("profile"))};
        int callbacks{0};
        for (int i{0}; i < 50; ++i) {
            store.database()
                .write<Done>(WritePriority::Bulk,
                    [i](WriteContext& context) -> Result<Done> {
                        context.db
                            .prepare("INSERT INTO opt_out(peer, since_ms, source) VALUES(?, 1, "
                                     "'person')")
                            .run(QString::number(i));
                        return Done{};
                    })
                ->then(this, [&callbacks](const Result<Done>&) { ++callbacks; });
        }
        store.close();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(callbacks, 0);
        store.open();
        auto count = store.reader().prepare("SELECT count(*) FROM opt_out");
        QVERIFY(count.first());
        QCOMPARE(count.integer(0), 50);
    }

private:
    static void closeOne(WriteContext& context)
    {
        context.db
            .prepare(
                "INSERT INTO opt_out(peer, since_ms, source) VALUES('+27820000001', 1, 'person')")
            .run();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    ManualClock m_clock;
};

TEXTDESK_TEST(tst_database, TestDatabase)
#include "tst_database.moc"
