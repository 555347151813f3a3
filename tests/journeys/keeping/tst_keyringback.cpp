// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keyring dies under a real textdesk-cli and comes back: what waited goes out once, and nobody
// starts anything of ours again.
#include "tests/journeys/cli/clidesk.h"
#include "tests/journeys/keeping/keyringdaemon.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestKeyringBack final : public QObject {
    Q_OBJECT
    static constexpr int patience{30'000};
    std::unique_ptr<CliDesk> m_desk;

    // Whoever comes first owns the profile; its secrets are in the keyring and nowhere else.
    CliAnswer call(const char* line)
    {
        return m_desk->raw(words(line) + QStringList{u"--profile="_s + m_desk->profile()});
    }
    std::unique_ptr<CliProcess> listen()
    {
        return m_desk->startRaw(
            words("listen --port 0") + QStringList{u"--profile="_s + m_desk->profile()});
    }
    bool works() { return call("account list").out == "desk  (zoomconnect)\n"; }

private slots:
    void init()
    {
        m_desk = std::make_unique<CliDesk>();
        QCOMPARE(
            m_desk->raw(m_desk->addWords(u"desk"_s) << u"--profile="_s + m_desk->profile()).code,
            0);
        QVERIFY(works());
    }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }
    void whoHasReadItsTokenGoesOnWithoutTheKeyring();
    void whatIsHeldGoesOutOnceWhenTheKeyringIsStartedAnew();
    void aKeyringThatWasLockedAndOpenedIsReadAgainToo();
};

void TestKeyringBack::whoHasReadItsTokenGoesOnWithoutTheKeyring()
{
    const auto owner = listen();
    QVERIFY(owner->nextLine().startsWith("http://"));
    QVERIFY(KeyringDaemon::kill());
    const CliAnswer sent{call("send --account desk --to +27820000030 --message one")};
    QVERIFY2(sent.code == 0, sent.err.constData());
    QVERIFY(KeyringDaemon::startUnlocked());
    // Another one is asked for its token only now.
    QCOMPARE(owner->stop(), 0);
    QCOMPARE(call("send --account desk --to +27820000030 --message two").code, 0);
    QCOMPARE(m_desk->recipients().size(), 2);
}

void TestKeyringBack::whatIsHeldGoesOutOnceWhenTheKeyringIsStartedAnew()
{
    const QByteArray soon{
        QDateTime::currentDateTimeUtc().addSecs(2).toString(Qt::ISODate).toUtf8()};
    const CliAnswer planned{
        call(("send --account desk --to +27820000030 --message one --at " + soon).constData())};
    QVERIFY2(planned.code == 0, planned.err.constData());
    QVERIFY(KeyringDaemon::kill());
    const auto owner = listen(); // the bus starts a keyring for it, a locked one
    QVERIFY(owner->nextLine().startsWith("http://"));
    QTRY_VERIFY_WITH_TIMEOUT(call("outbox list").err.contains("What waits stays here"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentDateTimeUtc()
            > QDateTime::fromString(QString::fromUtf8(soon), Qt::ISODate).addSecs(1),
        patience);
    const CliAnswer run{call("outbox run")};
    QCOMPARE(run.code, 3);
    QVERIFY2(run.out.contains("desk: 1 waiting, 0 in doubt. The keychain is locked."),
        run.out.constData());
    QCOMPARE(call("send --account desk --to +27820000031 --message two").code, 3);
    QCOMPARE(m_desk->recipients(), QStringList{});

    QVERIFY(KeyringDaemon::kill());
    QVERIFY(KeyringDaemon::startUnlocked());

    QTRY_COMPARE_WITH_TIMEOUT(m_desk->recipients(), QStringList{u"+27820000030"_s}, patience);
    QVERIFY(works());
    QCOMPARE(call("outbox list").err, QByteArray{});
    QCOMPARE(call("send --account desk --to +27820000031 --message two").code, 0);
    QCOMPARE(owner->stop(), 0);
    QCOMPARE(m_desk->recipients(), (QStringList{u"+27820000030"_s, u"+27820000031"_s}));
    QCOMPARE(call("outbox run").code, 0);
    QCOMPARE(m_desk->recipients().size(), 2);
}

void TestKeyringBack::aKeyringThatWasLockedAndOpenedIsReadAgainToo()
{
    QVERIFY(KeyringDaemon::lock());
    const auto owner = listen();
    QVERIFY(owner->nextLine().startsWith("http://"));
    QTRY_VERIFY_WITH_TIMEOUT(call("account list").out.contains("The keychain is locked"), patience);
    QVERIFY(KeyringDaemon::unlock());
    QTRY_VERIFY_WITH_TIMEOUT(works(), patience);
    QCOMPARE(owner->stop(), 0);
}

TEXTDESK_TEST(tst_keyringback, TestKeyringBack)
#include "tst_keyringback.moc"
