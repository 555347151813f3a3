// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QUrl>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliListen final : public QObject {
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
    void realWebhooksComeIn();
    void forgedOnesAreRefusedWithTheReason();
    void aPersonReadsWords();
    void strangersGetNothing();
    void itEndsByItsTime();
    void itNeedsItsPort();
    void otherCommandsAreCarriedOutByIt();

private:
    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }
    // Begins to listen; its address, and the path of a purpose.
    void begin()
    {
        const QJsonArray urls = run("account url desk --json").array();
        m_replies = urls[0]["path"_L1].toString();
        m_reports = urls[1]["path"_L1].toString();
        m_listen = m_desk->start(words("listen --port 0 --json"));
        m_address = QString::fromUtf8(m_listen->nextLine());
        QVERIFY2(m_address.startsWith(u"http://127.0.0.1:"_s), qPrintable(m_address));
    }
    [[nodiscard]] QJsonObject nextVerdict() const
    {
        return QJsonDocument::fromJson(m_listen->nextLine()).object();
    }
    std::unique_ptr<CliDesk> m_desk;
    std::unique_ptr<CliProcess> m_listen;
    QString m_address;
    QString m_replies;
    QString m_reports;
};

void TestCliListen::realWebhooksComeIn()
{
    QCOMPARE(run("send --account desk --to +27820000030 --message Hello").code, 0);
    begin();
    (void)m_desk->practice(u"webhook-urls"_s,
        {{u"replies"_s, m_address + m_replies}, {u"reports"_s, m_address + m_reports}});

    (void)m_desk->practice(
        u"reply"_s, {{u"from"_s, u"+27820000040"_s}, {u"text"_s, u"A reply <b>"_s}});

    const QJsonObject verdict{nextVerdict()};
    QCOMPARE(verdict["account"_L1].toString(), u"desk"_s);
    QCOMPARE(verdict["event"_L1].toString(), u"replies"_s);
    QCOMPARE(verdict["verdict"_L1].toString(), u"applied"_s);
    QCOMPARE(verdict["reason"_L1].toString(), QString{});
    QCOMPARE(m_listen->stop(), 0);
    const QString id{verdict["messageId"_L1].toString()};
    const QJsonObject text{m_desk->run(words("messages show --json") << id).object()};
    QCOMPARE(text["text"_L1].toString(), u"A reply <b>"_s);
    QCOMPARE(text["peer"_L1].toString(), u"+27820000040"_s);
    m_listen.reset();
}

void TestCliListen::forgedOnesAreRefusedWithTheReason()
{
    begin();
    const QByteArray form{"messageId=6b0000000000000000000001&from=27820000040&message=Forged"};
    const QByteArray nonce{"&nonce=n-1&nonce-date=21900101000000"};

    QCOMPARE(m_desk->post(m_address + m_replies, form), 403);
    QCOMPARE(nextVerdict()["reason"_L1].toString(), u"checksum-missing"_s);
    QCOMPARE(m_desk->post(m_address + m_replies, form + nonce + "&checksum=" + QByteArray(40, 'a')),
        403);
    const QJsonObject forged{nextVerdict()};
    QCOMPARE(forged["account"_L1].toString(), u"desk"_s);
    QCOMPARE(forged["verdict"_L1].toString(), u"refused"_s);
    QCOMPARE(forged["reason"_L1].toString(), u"forged"_s);

    QCOMPARE(m_listen->stop(), 0);
    m_listen.reset();
    QCOMPARE(run("messages list --json").out, QByteArray{"[]\n"});
}

void TestCliListen::strangersGetNothing()
{
    begin();
    QCOMPARE(m_desk->post(m_address + u"/hook/aaaaaaaaaaaaaaaaaaaaaaaaaa/replies"_s, "a=b"), 404);
    const QJsonObject stranger{nextVerdict()};
    QCOMPARE(stranger["account"_L1].toString(), QString{});
    QCOMPARE(stranger["reason"_L1].toString(), u"unknown-address"_s);
    for (const QString& path : {u"/"_s, m_replies + u"/more"_s}) {
        QCOMPARE(m_desk->post(m_address + path, "a=b"), 404);
        const QJsonObject lost{nextVerdict()};
        QCOMPARE(lost["verdict"_L1].toString(), u"refused"_s);
        QCOMPARE(lost["reason"_L1].toString(), u"404: unknown-path"_s);
    }
    QCOMPARE(m_desk->get(m_address + m_replies), 405);
    QCOMPARE(nextVerdict()["reason"_L1].toString(), u"405: not-post"_s);
    QCOMPARE(m_listen->stop(), 0);
    m_listen.reset();
}

void TestCliListen::aPersonReadsWords()
{
    const QString replies{run("account url desk --json").array()[0]["path"_L1].toString()};
    m_listen = m_desk->start(words("listen --port 0"));
    const QString address{QString::fromUtf8(m_listen->nextLine())};
    (void)m_desk->post(address + replies, "messageId=1&from=%2B27820000040&message=x&checksum=bad");
    QByteArray line{m_listen->nextLine()};
    QVERIFY2(line.startsWith("desk  replies  refused, because "), line.constData());
    (void)m_desk->get(address + u"/nowhere"_s);
    line = m_listen->nextLine();
    QVERIFY2(line.contains("no webhook address of ours is like that"), line.constData());
    (void)m_desk->get(address + replies);
    line = m_listen->nextLine();
    QVERIFY2(line.contains("webhooks come by POST only"), line.constData());
    QCOMPARE(m_listen->stop(), 0);
    m_listen.reset();
}

void TestCliListen::itEndsByItsTime()
{
    m_listen = m_desk->start(words("listen --port 0 --for 0"));
    QVERIFY(m_listen->nextLine().startsWith("http://127.0.0.1:"));
    QCOMPARE(m_listen->waitForEnd(), 0);
    m_listen.reset();
    for (const char* call : {"listen --for soon --port 0", "listen --for 2147484 --port 0",
             "listen --for -1 --port 0", "practice serve --for 2147484"}) {
        const CliAnswer refused{run(call)};
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("--for"), call);
        QCOMPARE(refused.out, QByteArray{});
    }
    QCOMPARE(run("listen --port 65536").code, 2);
    QCOMPARE(run("listen --port web").code, 2);
    QCOMPARE(run("listen --bind everywhere --port 0").code, 2);
}

void TestCliListen::itNeedsItsPort()
{
    const int taken{QUrl{m_desk->baseUrl()}.port()};

    const CliAnswer refused{run(qPrintable(u"listen --port %1 --for 5"_s.arg(taken)))};

    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("--port"), refused.err.constData());
    const CliAnswer practice{run(qPrintable(u"practice serve --port %1 --for 5"_s.arg(taken)))};
    QCOMPARE(practice.code, 1);
}

void TestCliListen::otherCommandsAreCarriedOutByIt()
{
    begin();
    const CliAnswer second{run("account list --json")};
    QCOMPARE(second.code, 0);
    QCOMPARE(second.array().size(), 1);
    QCOMPARE(run("sync").code, 0);
    QCOMPARE(m_listen->stop(), 0);
    m_listen.reset();
    QCOMPARE(run("account list").code, 0);
}

TEXTDESK_TEST(tst_clilisten, TestCliListen)
#include "tst_clilisten.moc"
