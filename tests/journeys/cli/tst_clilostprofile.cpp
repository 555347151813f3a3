// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles that are not what they were: mistyped, lost, damaged in the middle, copied while in use.
#include "app/storage/connection.h"
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliLostProfile final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<CliDesk>(); }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }
    void aMistypedFolderStaysAsItIs_data();
    void aMistypedFolderStaysAsItIs();
    void anEmptyDatabaseBesideBackupsIsALoss();
    void aMissingDatabaseBesideBackupsIsALoss();
    void damageInTheMiddleStopsEverythingButTheDoctor();
    void damageThatIsMetWhileItRunsStopsTheListener();
    void aCopyOfAProfileInUseIsUsableAtOnce();

private:
    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }
    [[nodiscard]] QString database() const { return m_desk->profile() + u"/textdesk.db"_s; }
    // A profile with a text and a backup of it.
    void useAndBackUp()
    {
        QVERIFY(m_desk->addDesk());
        QCOMPARE(run("send --account desk --to +27820000030 --message kept").code, 0);
        const QStringList made{backups()};
        QCOMPARE(made.size(), 1);
    }
    [[nodiscard]] QStringList backups() const
    {
        return QDir{m_desk->profile() + u"/backups"_s}.entryList(QDir::Files);
    }
    void tellsTheLoss()
    {
        const QStringList before{
            QDir{m_desk->profile()}.entryList(QDir::Files | QDir::Hidden, QDir::Name)};
        const QStringList kept{backups()};
        for (const char* call : {"doctor --offline", "conversations", "messages list",
                 "send --account desk --to +27820000031 --message lost", "account list",
                 "optouts add +27820000032"}) {
            const CliAnswer answer{run(call)};
            QVERIFY2(answer.code == 1, call);
            const QByteArray said{answer.out + answer.err};
            QVERIFY2(said.contains("textdesk.db, is gone"), said.constData());
            QVERIFY2(said.contains(kept.constFirst().toUtf8()), said.constData());
        }
        QCOMPARE(QFileInfo{database()}.size(), qint64{0});
        QCOMPARE(backups(), kept);
        QStringList after{
            QDir{m_desk->profile()}.entryList(QDir::Files | QDir::Hidden, QDir::Name)};
        QCOMPARE(after, before);
    }
    void overwritePages(qint64 first, int count) const
    {
        QFile file{database()};
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > (first + count) * 4096);
        QVERIFY(file.seek(first * 4096));
        QCOMPARE(file.write(QByteArray(count * 4096, 'x')), qint64{count} * 4096);
    }
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliLostProfile::aMistypedFolderStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("call");
    for (const char* call : {"messages list", "conversations", "search fees", "outbox list",
             "optouts list", "account list", "sync", "doctor", "balance --account desk"}) {
        QTest::newRow(call) << QByteArray{call};
    }
}

void TestCliLostProfile::aMistypedFolderStaysAsItIs()
{
    QFETCH(const QByteArray, call);
    const CliAnswer answer{run(call.constData())};
    QCOMPARE(answer.code, 1);
    QVERIFY2((answer.out + answer.err).contains("There is no profile"), answer.err.constData());
    QVERIFY(!QFile::exists(m_desk->profile()));
}

void TestCliLostProfile::anEmptyDatabaseBesideBackupsIsALoss()
{
    useAndBackUp();
    QVERIFY(QFile::resize(database(), 0));
    tellsTheLoss();
}

void TestCliLostProfile::aMissingDatabaseBesideBackupsIsALoss()
{
    useAndBackUp();
    QVERIFY(QFile::remove(database()));
    tellsTheLoss();
    QVERIFY(!QFile::exists(database()));
}

void TestCliLostProfile::damageInTheMiddleStopsEverythingButTheDoctor()
{
    useAndBackUp();
    overwritePages(40, 6);
    const CliAnswer doctor{run("doctor --offline")};
    QCOMPARE(doctor.code, 1);
    QVERIFY2(doctor.out.contains("it offers to save"), doctor.out.constData());
    const CliAnswer send{run("send --account desk --to +27820000031 --message later")};
    QCOMPARE(send.code, 1);
    QVERIFY2(send.err.contains("is damaged"), send.err.constData());
    QCOMPARE(m_desk->recipients().size(), 1); // the one before
    QCOMPARE(backups().size(), 1);
}

void TestCliLostProfile::damageThatIsMetWhileItRunsStopsTheListener()
{
    useAndBackUp();
    const auto running = m_desk->start(words("listen --port 0"));
    QVERIFY(!running->nextLine().isEmpty());
    QVERIFY(QFile::resize(database(), 8 * 4096)); // as a broken disk or another program does
    // Whoever meets it first: this call, or the profile's care.
    (void)run("messages list");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_desk->profile() + u"/rescue-wanted"_s), 20000);
    QVERIFY(running->stop() >= 0);
    const CliAnswer send{run("send --account desk --to +27820000031 --message later")};
    QVERIFY(send.code != 0);
    QCOMPARE(m_desk->recipients().size(), 1);
}

void TestCliLostProfile::aCopyOfAProfileInUseIsUsableAtOnce()
{
    QVERIFY(m_desk->addDesk());
    const QString original{m_desk->profile()};
    const auto running = m_desk->start(words("listen --port 0"));
    QVERIFY(!running->nextLine().isEmpty());
    QVERIFY(QFile::exists(original + u"/textdesk.lock"_s));
    m_desk->useProfile(u"copy"_s);
    QCOMPARE(m_desk->program(u"cp"_s, {u"-r"_s, original, m_desk->profile()}).code, 0);
    QElapsedTimer timer;
    timer.start();
    const CliAnswer list{run("account list")};
    QCOMPARE(list.code, 0);
    QVERIFY2(list.out.contains("copied or moved"), list.out.constData());
    QVERIFY(timer.elapsed() < 10000);
    m_desk->useFolder(original);
    QCOMPARE(run("conversations").code, 0); // the original answers as before
    QCOMPARE(running->stop(), 0);
}

TEXTDESK_TEST(tst_clilostprofile, TestCliLostProfile)
#include "tst_clilostprofile.moc"
