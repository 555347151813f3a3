// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that only commands use: who makes its backup, and who is not made to wait for it.
#include "app/cli/profiletending.h"

#include "app/storage/profilefacts.h"
#include "tests/support/storage/spoiling.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProfileTending final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(u"Office"_s);
        m_store->addMany(m_account, u"+27820000001"_s, 300, 1000, 1000);
        m_said.clear();
        ownAnew();
    }
    void cleanup()
    {
        m_tending.reset();
        m_store.reset();
    }

    void anyCommandBacksUpASmallProfileOnceADay()
    {
        QVERIFY(m_tending->isWantedAfter(call(u"balance"_s)));
        tend();
        QCOMPARE(int(backupsOf(m_store->file()).size()), 1);
        QVERIFY(!m_tending->isWantedAfter(call(u"balance"_s)));
        clock().advance(25h);
        QVERIFY(m_tending->isWantedAfter(call(u"balance"_s)));
        tend();
        QCOMPARE(int(backupsOf(m_store->file()).size()), 2);
        QCOMPARE(m_said, QByteArray{});
    }

    void inALargeOneOnlyTheLongCommandsWaitForIt()
    {
        tend();
        m_store->change([](WriteContext& context) {
            context.db.execute(u"INSERT INTO inbound_event(received_ms, source, verdict, body) "
                               "VALUES(1, 'webhook', 'applied', zeroblob(50000000))"_s);
        });
        clock().advance(25h);
        QVERIFY(!m_tending->isWantedAfter(call(u"balance"_s)));
        QVERIFY(!m_tending->isWantedAfter(call(u"messages list"_s)));
        QVERIFY(m_tending->isWantedAfter(call(u"sync"_s)));
        QVERIFY(m_tending->isWantedAfter(call(u"outbox run"_s)));
        // Nothing but short commands for days: then one of them has to.
        clock().advance(48h);
        QVERIFY(m_tending->isWantedAfter(call(u"balance"_s)));
        const qint64 checkedMs{ProfileFacts::number(m_store->reader(), ProfileFacts::checkedMs)};
        clock().advance(14 * 24h);
        tend();
        QCOMPARE(int(backupsOf(m_store->file()).size()), 2);
        // It makes the backup, and leaves the check that is due to one that has the time.
        QCOMPARE(ProfileFacts::number(m_store->reader(), ProfileFacts::checkedMs), checkedMs);
        clock().advance(25h);
        tend(u"sync"_s);
        QVERIFY(ProfileFacts::number(m_store->reader(), ProfileFacts::checkedMs) > checkedMs);
    }

    void aCommandThatStaysLooksAfterItMeanwhile()
    {
        m_tending->begin(call(u"listen"_s));
        clock().advance(3s);
        QTRY_COMPARE(int(backupsOf(m_store->file()).size()), 1);
        QTRY_VERIFY(!m_tending->isWantedAfter(call(u"listen"_s)));
        clock().advance(25h);
        QTRY_COMPARE(int(backupsOf(m_store->file()).size()), 2);
    }

    void aDamagedStoreIsToldOfAndNotCopied()
    {
        m_tending.reset();
        m_store->close();
        // Where nobody looks at the start.
        QVERIFY(spoilPageWith(m_store->file(), QByteArrayLiteral("message 150")));
        m_store->open();
        ownAnew();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression{u"the database is damaged.*"_s});
        tend();
        QVERIFY(m_said.contains("is damaged"));
        QCOMPARE(int(backupsOf(m_store->file()).size()), 0);
        QVERIFY(!m_tending->isWantedAfter(call(u"sync"_s)));
    }

    void aFailureSaysWhatIsSafe()
    {
        QFile inTheWay{QFileInfo{m_store->file()}.absolutePath() + u"/backups"_s};
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        tend();
        QVERIFY2(m_said.contains("could not be made") && m_said.contains("are safe"),
            m_said.constData());
    }

private:
    ManualClock& clock() { return m_store->clock(); }
    static ParsedCall call(const QString& line)
    {
        const auto parsed = parseCall(line.split(u' '));
        return parsed ? *parsed : ParsedCall{};
    }
    void ownAnew()
    {
        m_tending = std::make_unique<ProfileTending>(m_store->database(), clock(),
            Output{false, [this](Output::Stream, const QByteArray& bytes) { m_said += bytes; }});
    }
    void tend(const QString& verb = u"balance"_s)
    {
        QSignalSpy done{m_tending.get(), &ProfileTending::done};
        m_tending->tend(call(verb));
        QTRY_COMPARE(done.size(), 1);
        disconnect(m_tending.get(), &ProfileTending::done, nullptr, nullptr);
        // What the round remembers is on disk.
        m_store->change([](WriteContext&) {});
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
    QByteArray m_said;
    std::unique_ptr<ProfileTending> m_tending;
};

TEXTDESK_TEST(tst_profiletending, TestProfileTending)
#include "tst_profiletending.moc"
