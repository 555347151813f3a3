// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliOutbox final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<CliDesk>();
        QVERIFY(m_desk->addDesk());
    }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }
    void syncSettlesWhatTheProviderHas();
    void aMissYoungerThanTenMinutesSettlesNothing();
    void aPersonsWordSettles();
    void notSentGoesOutAgainOnRequest();
    void severalDoubtsPauseTheAccount();
    void aRunOutlastsTheIdleAccount();
    void onlyDoubtsCanBeSettled();
    void aCopiedProfileSendsNothingUntilAPersonSaysSo();
    void anEmptyOutboxIsDone();

private:
    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }
    // In doubt from now on; its id.
    [[nodiscard]] QString doubtful(const char* number)
    {
        const CliAnswer sent{m_desk->run(
            words("send --account desk --json --message x --to") << QString::fromLatin1(number))};
        return sent.code == 5 ? sent.only()["id"_L1].toString() : QString{};
    }
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliOutbox::aCopiedProfileSendsNothingUntilAPersonSaysSo()
{
    const QString copy{m_desk->path(u"copy"_s)};
    QVERIFY(QDir{}.mkpath(copy));
    for (const QString& name : QDir{m_desk->profile()}.entryList(QDir::Files)) {
        QVERIFY(QFile::copy(m_desk->profile() + u'/' + name, copy + u'/' + name));
    }
    m_desk->useFolder(copy);
    const CliAnswer sent{run("send --account desk --to +27820000030 --message hello")};
    QCOMPARE(sent.code, 1);
    QVERIFY2(sent.err.contains("do not send it again"), sent.err.constData());
    QVERIFY2(sent.err.contains("outbox run --confirm"), sent.err.constData());
    QCOMPARE(m_desk->recipients(), QStringList{});
    (void)run("outbox run");
    QCOMPARE(m_desk->recipients(), QStringList{});
    QCOMPARE(run("outbox run --confirm").code, 0);
    QCOMPARE(m_desk->recipients().size(), 1);
}

void TestCliOutbox::syncSettlesWhatTheProviderHas()
{
    const QString id{doubtful("+27820000016")};
    QVERIFY(!id.isEmpty());
    QCOMPARE(run("outbox list --json").only()["id"_L1].toString(), id);
    QCOMPARE(run("outbox run --json").only()["unknown"_L1].toInt(), 1);
    QCOMPARE(run("outbox run").code, 5);
    QCOMPARE(m_desk->recipients().size(), 1);

    const CliAnswer synced{run("sync --json")};

    QCOMPARE(synced.code, 0);
    QCOMPARE(run("outbox list --json").out, QByteArray{"[]\n"});
    const QJsonObject text{m_desk->run(words("messages show --json") << id).object()};
    QVERIFY(text["state"_L1] == u"accepted"_s || text["state"_L1] == u"sent"_s
        || text["state"_L1] == u"delivered"_s);
    QVERIFY(!text["providerId"_L1].toString().isEmpty());
    QCOMPARE(run("messages list --json").array().size(), 1);
    QCOMPARE(run("outbox run").code, 0);
    QCOMPARE(m_desk->recipients().size(), 1);
}

void TestCliOutbox::aMissYoungerThanTenMinutesSettlesNothing()
{
    const QString id{doubtful("+27820000017")};

    QCOMPARE(run("sync --json").only()["stillDoubtful"_L1].toInt(), 1);

    QCOMPARE(run("outbox list --json").only()["state"_L1].toString(), u"unknown"_s);
    QCOMPARE(run("outbox run").code, 5);
    QCOMPARE(m_desk->recipients(), QStringList{});
}

void TestCliOutbox::aPersonsWordSettles()
{
    const QString id{doubtful("+27820000017")};

    const CliAnswer settled{m_desk->run(words("outbox settle --sent --json") << id)};

    QCOMPARE(settled.code, 0);
    QCOMPARE(settled.object()["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(run("outbox list --json").out, QByteArray{"[]\n"});
    QCOMPARE(run("outbox run").code, 0);
    QCOMPARE(m_desk->recipients(), QStringList{});
}

void TestCliOutbox::notSentGoesOutAgainOnRequest()
{
    const QString id{doubtful("+27820000017")};
    (void)m_desk->practice(
        u"script"_s, {{u"number"_s, u"+27820000017"_s}, {u"behaviour"_s, u"deliver-quietly"_s}});

    const CliAnswer settled{m_desk->run(words("outbox settle --json --not-sent") << id)};
    QCOMPARE(settled.code, 0);
    QCOMPARE(settled.object()["state"_L1].toString(), u"queued"_s);
    QCOMPARE(m_desk->recipients(), QStringList{});

    QCOMPARE(run("outbox run").code, 0);
    QCOMPARE(m_desk->recipients(), QStringList{u"+27820000017"_s});
    QCOMPARE(m_desk->run(words("messages show --json") << id).object()["state"_L1].toString(),
        u"accepted"_s);
}

void TestCliOutbox::severalDoubtsPauseTheAccount()
{
    QStringList call{words("send --account desk --json --message x")};
    for (int i{50}; i < 60; ++i) {
        const QString number{u"+278200000%1"_s.arg(i)};
        (void)m_desk->practice(
            u"script"_s, {{u"number"_s, number}, {u"behaviour"_s, u"record-then-cut"_s}});
        call << u"--to"_s << number;
    }

    QCOMPARE(m_desk->run(call).code, 5);

    QCOMPARE(run("account list --json").only()["paused"_L1].toString(), u"unknown-outcomes"_s);
    const qsizetype sent{m_desk->recipients().size()};
    QVERIFY2(sent < 10, "the rest waits");
    QCOMPARE(run("sync").code, 0);
    // The person's word to go on; the same cuts again, but never for a text that went out.
    QCOMPARE(run("outbox run").code, 5);
    QStringList all{m_desk->recipients()};
    QVERIFY(all.size() > sent);
    QCOMPARE(all.removeDuplicates(), 0);
}

void TestCliOutbox::aRunOutlastsTheIdleAccount()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_SECOND_TOKEN"_s, QLatin1String{CliDesk::token});
    m_desk->setVariable(
        u"TEXTDESK_SECRET_SECOND_WEBHOOK_KEY"_s, QLatin1String{CliDesk::webhookKey});
    QCOMPARE(m_desk->run(m_desk->addWords(u"second"_s)).code, 0);
    QStringList call{words("send --account second --json --message x")};
    QStringList numbers;
    for (int i{50}; i < 60; ++i) {
        numbers << u"+278200000%1"_s.arg(i);
        (void)m_desk->practice(
            u"script"_s, {{u"number"_s, numbers.last()}, {u"behaviour"_s, u"cut"_s}});
        call << u"--to"_s << numbers.last();
    }
    QCOMPARE(m_desk->run(call).code, 5);
    QVERIFY(run("outbox list").out.contains("queued"));
    for (const QString& number : numbers) {
        (void)m_desk->practice(u"script"_s, {{u"number"_s, number}, {u"behaviour"_s, u"slow"_s}});
    }

    const CliAnswer ran{run("outbox run --json")};

    QCOMPARE(ran.code, 5); // the old doubts stay
    QCOMPARE(ran.array().size(), 2);
    QCOMPARE(ran.array()[1]["account"_L1].toString(), u"second"_s);
    QCOMPARE(ran.array()[1]["queued"_L1].toInt(-1), 0);
    QCOMPARE(ran.array()[1]["paused"_L1].toString(), QString{});
    const auto doubts = ran.array()[1]["unknown"_L1].toInt();
    QVERIFY(doubts > 0);
    QCOMPARE(m_desk->recipients().size() + doubts, 10);
    const QJsonArray left = run("outbox list --json").array();
    for (const QJsonValue& text : left) {
        QCOMPARE(text["state"_L1].toString(), u"unknown"_s);
    }
}

void TestCliOutbox::onlyDoubtsCanBeSettled()
{
    const CliAnswer sent{run("send --account desk --to +27820000030 --message x --json")};
    const QString id{sent.only()["id"_L1].toString()};

    const CliAnswer refused{m_desk->run(words("outbox settle --not-sent") << id)};
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("not in doubt"));
    QCOMPARE(m_desk->run(words("outbox settle") << id).code, 2);
    QCOMPARE(m_desk->run(words("outbox settle --sent --not-sent") << id).code, 2);
    QCOMPARE(run("outbox settle --sent").code, 2);
    QCOMPARE(run("outbox settle --sent 7").code, 1);
    QCOMPARE(m_desk->recipients().size(), 1);
}

void TestCliOutbox::anEmptyOutboxIsDone()
{
    QCOMPARE(run("outbox list --json").out, QByteArray{"[]\n"});
    QCOMPARE(run("outbox run").code, 0);
    const QJsonObject line{run("outbox run --json").only()};
    QCOMPARE(line["queued"_L1].toInt(), 0);
    QCOMPARE(line["account"_L1].toString(), u"desk"_s);
}

TEXTDESK_TEST(tst_clioutbox, TestCliOutbox)
#include "tst_clioutbox.moc"
