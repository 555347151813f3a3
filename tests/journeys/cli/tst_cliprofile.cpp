// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/statement.h"
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliProfile final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<CliDesk>(); }
    void cleanup() { m_desk.reset(); }
    void aProfileIsOnlyItsOwners();
    void aFolderOfOnesOwnKeepsItsMode();
    void theVariableNamesTheProfile();
    void aLaterVersionIsRefused();
    void aDamagedDatabaseIsRefusedAndKept_data();
    void aDamagedDatabaseIsRefusedAndKept();
    void damageInsideIsNoEmptyList();
    void aFolderThatCannotBe_data();
    void aFolderThatCannotBe();
    void aReadOnlyProfileSaysSo();

private:
    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }
    [[nodiscard]] QString database() const { return m_desk->profile() + u"/textdesk.db"_s; }
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliProfile::aProfileIsOnlyItsOwners()
{
    QVERIFY(m_desk->addDesk());
    const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(m_desk->profile()), mine | QFile::ExeOwner | QFile::ExeUser);
    QCOMPARE(QFile::permissions(database()), mine);
    const auto running = m_desk->start(words("listen --port 0"));
    QVERIFY(!running->nextLine().isEmpty()); // with its lock, socket and log
    QDirIterator all{m_desk->profile(),
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories};
    int seen{0};
    while (all.hasNext()) {
        const QFileInfo info{all.next()};
        const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY2(!(info.permissions() & forOthers), qPrintable(info.filePath()));
        ++seen;
    }
    QVERIFY(seen >= 3);
    QCOMPARE(running->stop(), 0);
}

void TestCliProfile::aFolderOfOnesOwnKeepsItsMode()
{
    QVERIFY(QDir{}.mkdir(m_desk->profile()));
    constexpr auto closed = QFile::ReadOwner | QFile::ExeOwner;
    QVERIFY(QFile::setPermissions(m_desk->profile(), closed));

    const CliAnswer refused{run("optouts add +27820000031")};

    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("cannot be written"), refused.err.constData());
    QVERIFY(!(QFile::permissions(m_desk->profile()) & QFile::WriteOwner));
    QVERIFY(QDir{m_desk->profile()}.isEmpty());
    QVERIFY(
        QFile::setPermissions(m_desk->profile(), closed | QFile::WriteOwner | QFile::ReadGroup));
    QCOMPARE(run("optouts add +27820000031").code, 0);
    QVERIFY(QFile::permissions(m_desk->profile()) & QFile::ReadGroup);
}

void TestCliProfile::theVariableNamesTheProfile()
{
    m_desk->setVariable(u"TEXTDESK_PROFILE"_s, m_desk->path(u"by-variable"_s));
    QCOMPARE(m_desk->raw(words("optouts add +27820000031 --secrets env")).code, 0);
    QVERIFY(QFile::exists(m_desk->path(u"by-variable/textdesk.db"_s)));
    QVERIFY(!QFile::exists(database()));
}

void TestCliProfile::aLaterVersionIsRefused()
{
    QVERIFY(m_desk->addDesk());
    // user_version stands at byte 60 of a database file (sqlite.org/fileformat2.html 1.3.14).
    QFile file{database()};
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60));
    QCOMPARE(file.write("\0\0\x03\xe7", 4), 4);
    file.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before{file.readAll()};
    file.close();

    const CliAnswer refused{run("account list --json")};

    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error()["message"_L1].toString().contains(u"later Textdesk"_s),
        refused.err.constData());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == before, "not a byte was changed");
}

void TestCliProfile::aDamagedDatabaseIsRefusedAndKept_data()
{
    QTest::addColumn<int>("from");
    QTest::newRow("from the start") << 0;
    QTest::newRow("behind the header") << 100;
}

void TestCliProfile::aDamagedDatabaseIsRefusedAndKept()
{
    QFETCH(int, from);
    QVERIFY(m_desk->addDesk());
    QFile file{database()};
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(QByteArray(4096, 'x')), 4096);
    file.close();

    const CliAnswer refused{run("account list --json")};

    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.error()["kind"_L1].toString(), u"Storage"_s);
    QVERIFY2(
        refused.error()["message"_L1].toString().contains(u"damaged"_s), refused.err.constData());
    QVERIFY(QFile::exists(database()));
}

// Overwrites the pages where the tables of messages begin; accounts and schema stay whole.
static int damageTables(const QString& database)
{
    std::vector<qint64> pages;
    qint64 size{0};
    {
        const auto db = Connection::open(database, Connection::Mode::ReadWrite);
        if (!db) {
            return 0;
        }
        size = (*db)->pragma(u"page_size"_s);
        (*db)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        Statement roots{(*db)->prepare("SELECT rootpage FROM sqlite_master WHERE tbl_name IN "
                                       "('message', 'conversation', 'opt_out') AND rootpage > 0")};
        roots.run();
        while (roots.next()) {
            pages.push_back(roots.integer(0));
        }
    }
    QFile file{database};
    int damaged{0};
    if (file.open(QIODevice::ReadWrite)) {
        for (const qint64 page : pages) {
            damaged +=
                file.seek((page - 1) * size) && file.write(QByteArray(qsizetype(size), 'x')) == size
                ? 1
                : 0;
        }
    }
    return damaged;
}

void TestCliProfile::damageInsideIsNoEmptyList()
{
    QVERIFY(m_desk->addDesk());
    const QString id{
        run("send --account desk --to +27820000017 --message x --json").only()["id"_L1].toString()};
    QCOMPARE(run("optouts add +27820000031").code, 0);
    QVERIFY(damageTables(database()) >= 3);

    for (const QString& call : {u"account list"_s, u"outbox list"_s, u"conversations"_s,
             u"messages list"_s, u"messages show "_s + id, u"optouts list"_s, u"outbox run"_s}) {
        const CliAnswer refused{run(qPrintable(call + u" --json"_s))};
        QVERIFY2(refused.code == 1, qPrintable(call));
        QCOMPARE(refused.error()["detail"_L1].toString(), u"damaged"_s);
        QVERIFY2(refused.out.isEmpty(), qPrintable(call));
    }
}

void TestCliProfile::aFolderThatCannotBe_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("below a file") << u"/dev/null/profile"_s;
    QTest::newRow("a file") << u"/dev/null"_s;
    QTest::newRow("a system's own") << u"/proc/textdesk"_s;
}

void TestCliProfile::aFolderThatCannotBe()
{
    QFETCH(QString, folder);
    const CliAnswer refused{m_desk->raw(words("outbox run --secrets env --profile") << folder)};
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("profile"), refused.err.constData());
}

void TestCliProfile::aReadOnlyProfileSaysSo()
{
    QVERIFY(m_desk->addDesk());
    if (m_desk->program(u"unshare"_s, words("-rm true")).code != 0) {
        QSKIP("this system lets nobody mount a folder read-only");
    }
    // As root permissions do not bind, a read-only mount does.
    const QString script{u"mount --bind %1 %1 && mount -o remount,bind,ro %1 && exec %2 "
                         "account list --secrets env --profile %1"_s.arg(m_desk->profile(),
                             QStringLiteral(TEXTDESK_BINARY_DIR "/bin/textdesk-cli"))};

    const CliAnswer refused{m_desk->program(u"unshare"_s, words("-rm sh -c") << script)};

    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("cannot be written"), refused.err.constData());
    QCOMPARE(run("account list").code, 0);
}

TEXTDESK_TEST(tst_cliprofile, TestCliProfile)
#include "tst_cliprofile.moc"
