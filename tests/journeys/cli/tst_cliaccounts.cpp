// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliAccounts final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<CliDesk>(); }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }
    void addedWithASecretFromTheEnvironment();
    void aWrongTokenKeepsNothing();
    void aNameIsTakenInAnyCase();
    void withoutAProofNothingIsAsked();
    void theSameLoginIsConnectedOnce();
    void whatIsMissingIsNamed();
    void aValueFromALineCannotBeKeptInTheEnvironment();
    void aSecretAmongTheWordsIsNotRepeated_data();
    void aSecretAmongTheWordsIsNotRepeated();
    void wrongSettingsAreRefused_data();
    void wrongSettingsAreRefused();
    void namesThatShareAVariableAreRefused();
    void theBalanceIsTold();
    void addressesForTheProvider();
    void anAccountGoesAndItsTextsStay();
    void aMissingVariableIsToldEverywhere();

private:
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliAccounts::addedWithASecretFromTheEnvironment()
{
    const CliAnswer added{m_desk->run(m_desk->addWords(u"desk"_s) + words("--json"))};
    QCOMPARE(added.code, 0);
    QCOMPARE(added.object()["name"_L1].toString(), u"desk"_s);
    QCOMPARE(added.object()["settings"_L1]["base-url"_L1].toString(), m_desk->baseUrl());

    const CliAnswer listed{m_desk->run(words("account list --json"))};
    QCOMPARE(listed.only()["name"_L1].toString(), u"desk"_s);
    QCOMPARE(listed.only()["paused"_L1].toString(), QString{});
    QCOMPARE(m_desk->run(words("account list")).out, QByteArray{"desk  (zoomconnect)\n"});
    QCOMPARE(m_desk->run(words("account test desk")).out, QByteArray{"'desk' works.\n"});
    QCOMPARE(m_desk->run(words("account test DESK --json")).object()["ok"_L1].toBool(), true);
}

void TestCliAccounts::aWrongTokenKeepsNothing()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_OTHER_TOKEN"_s, u"not-the-token"_s);

    const CliAnswer refused{m_desk->run(m_desk->addWords(u"other"_s) + words("--json"))};

    QCOMPARE(refused.code, 3);
    QCOMPARE(refused.error()["kind"_L1].toString(), u"Unauthorized"_s);
    QVERIFY(!refused.err.contains("not-the-token"));
    QCOMPARE(m_desk->run(words("account list --json")).out, QByteArray{"[]\n"});
    QCOMPARE(m_desk->run(words("account test other")).code, 1);
}

void TestCliAccounts::aNameIsTakenInAnyCase()
{
    QVERIFY(m_desk->addDesk());

    const CliAnswer again{m_desk->run(m_desk->addWords(u"DESK"_s))};

    QCOMPARE(again.code, 1);
    QVERIFY(again.err.contains("an account of that name already"));
    QCOMPARE(m_desk->run(words("account list --json")).array().size(), 1);
}

void TestCliAccounts::withoutAProofNothingIsAsked()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_OTHER_TOKEN"_s, u"not-the-token"_s);

    QCOMPARE(m_desk->run(m_desk->addWords(u"other"_s) + words("--no-proof")).code, 0);

    QCOMPARE(m_desk->run(words("account test other")).code, 3);
}

void TestCliAccounts::theSameLoginIsConnectedOnce()
{
    QVERIFY(m_desk->addDesk());
    QStringList twin{m_desk->addWords(u"twin"_s)};
    twin.removeAll(u"--again"_s);
    m_desk->setVariable(u"TEXTDESK_SECRET_TWIN_TOKEN"_s, QLatin1String{CliDesk::token});
    const CliAnswer refused{m_desk->run(twin)};
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("connected already as 'desk'"), refused.err.constData());
    QCOMPARE(m_desk->run(words("account list --json")).array().size(), 1);
    QCOMPARE(m_desk->run(twin + words("--again")).code, 0);
    QCOMPARE(m_desk->run(words("account list --json")).array().size(), 2);
}

void TestCliAccounts::whatIsMissingIsNamed()
{
    QCOMPARE(m_desk->run(words("account add --name desk")).code, 2);
    QCOMPARE(m_desk->run(words("account add --provider zoomconnect")).code, 2);
    const CliAnswer provider{m_desk->run(words("account add --provider nosuch --name desk"))};
    QCOMPARE(provider.code, 1);
    QVERIFY(provider.err.contains("zoomconnect"));
    const CliAnswer email{m_desk->run(words("account add --provider zoomconnect --name desk"))};
    QCOMPARE(email.code, 1);
    QVERIFY(email.err.contains("'email' is needed"));
    const CliAnswer token{m_desk->run(m_desk->addWords(u"without"_s))};
    QCOMPARE(token.code, 1);
    QVERIFY(token.err.contains("'token' is needed"));
}

void TestCliAccounts::aValueFromALineCannotBeKeptInTheEnvironment()
{
    const CliAnswer refused{
        m_desk->run(m_desk->addWords(u"other"_s) + words("--secret token"), "some-value\n")};

    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("TEXTDESK_SECRET_OTHER_TOKEN"));
    QVERIFY(!refused.err.contains("some-value"));
    QCOMPARE(m_desk->run(m_desk->addWords(u"desk"_s) + words("--secret token")).code, 0);
    QCOMPARE(m_desk->run(m_desk->addWords(u"x"_s) + words("--secret nosuch")).code, 2);
}

void TestCliAccounts::aSecretAmongTheWordsIsNotRepeated_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("behind the name") << u"--secret token=planted"_s
                                     << QByteArray{"'token' alone. Its value comes from "
                                                   "TEXTDESK_SECRET_OTHER_TOKEN"};
    QTest::newRow("in one word") << u"--secret=token=planted"_s << QByteArray{"'token' alone"};
    QTest::newRow("as a further word") << u"--secret token planted"_s << QByteArray{"too much"};
    QTest::newRow("instead of the name") << u"--secret planted"_s << QByteArray{"token"};
    QTest::newRow("as an option") << u"--token=planted"_s << QByteArray{"--token is not an option"};
}

void TestCliAccounts::aSecretAmongTheWordsIsNotRepeated()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, says);

    const CliAnswer refused{m_desk->run(m_desk->addWords(u"other"_s) + words(qPrintable(typed)))};

    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(says), refused.err.constData());
    QVERIFY(!(refused.out + refused.err).contains("planted"));
    const CliAnswer none{m_desk->run(words("account list --json"))};
    QVERIFY(none.out.isEmpty() || none.out == "[]\n"); // not even a profile, where it was no call
}

void TestCliAccounts::wrongSettingsAreRefused_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("plain http") << u"base-url=http://sms.example.org/"_s << 1 << u"not https"_s;
    QTest::newRow("no address") << u"base-url=nonsense"_s << 1 << u"base-url"_s;
    QTest::newRow("unknown") << u"nosuch=1"_s << 1 << u"no setting of that name"_s;
    QTest::newRow("no value") << u"region"_s << 2 << u"key=value"_s;
    QTest::newRow("region") << u"region=Nowhere"_s << 1 << u"'region'"_s;
    QTest::newRow("zone") << u"provider-zone=Mars"_s << 1 << u"'provider-zone'"_s;
    QTest::newRow("checksum") << u"checksum=maybe"_s << 1 << u"'checksum'"_s;
    QTest::newRow("poll") << u"poll-seconds=1"_s << 1 << u"'poll-seconds'"_s;
    QTest::newRow("auth") << u"auth=url"_s << 1 << u"testing=true"_s;
}

void TestCliAccounts::wrongSettingsAreRefused()
{
    QFETCH(QString, setting);
    QFETCH(QString, says);

    const CliAnswer refused{
        m_desk->run(m_desk->addWords(u"desk"_s) + QStringList{u"--set"_s, setting})};

    QTEST(refused.code, "code");
    QVERIFY2(refused.err.contains(says.toUtf8()), refused.err.constData());
    QCOMPARE(m_desk->run(words("account list --json")).out, QByteArray{"[]\n"});
}

void TestCliAccounts::namesThatShareAVariableAreRefused()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_FRONT_DESK_TOKEN"_s, QLatin1String{CliDesk::token});
    QCOMPARE(m_desk->run(m_desk->addWords(u"front desk"_s)).code, 0);

    const CliAnswer refused{m_desk->run(m_desk->addWords(u"front-desk"_s))};

    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("front desk"));
}

void TestCliAccounts::theBalanceIsTold()
{
    QVERIFY(m_desk->addDesk());
    QCOMPARE(m_desk->run(words("balance --account desk")).out, QByteArray{"1000 credits\n"});
    const CliAnswer told{m_desk->run(words("balance --account desk --json"))};
    QCOMPARE(told.object()["balance"_L1].toDouble(), 1000.0);
    QCOMPARE(told.object()["unit"_L1].toString(), u"credits"_s);
    QCOMPARE(m_desk->run(words("balance")).code, 2);
    QCOMPARE(m_desk->run(words("balance --account nobody")).code, 1);
}

void TestCliAccounts::addressesForTheProvider()
{
    QCOMPARE(m_desk
                 ->run(m_desk->addWords(u"desk"_s)
                     + words("--set public-url=https://hooks.example.org/textdesk/"))
                 .code,
        0);

    const QJsonArray urls = m_desk->run(words("account url desk --json")).array();

    QCOMPARE(urls.size(), 2);
    QCOMPARE(urls[0]["purpose"_L1].toString(), u"replies"_s);
    QCOMPARE(urls[1]["purpose"_L1].toString(), u"reports"_s);
    const QString path{urls[0]["path"_L1].toString()};
    QVERIFY2(path.size() > 30, "cannot be guessed");
    QCOMPARE(urls[0]["public"_L1].toString(), u"https://hooks.example.org/textdesk"_s + path);
    QVERIFY(urls[0]["local"_L1].toString().startsWith(u"http://127.0.0.1:"_s));
    QVERIFY(urls[1]["path"_L1].toString() != path);
    QVERIFY(m_desk->run(words("account url desk")).out.contains(path.toUtf8()));
}

void TestCliAccounts::anAccountGoesAndItsTextsStay()
{
    QVERIFY(m_desk->addDesk());
    QCOMPARE(m_desk->run(words("send --account desk --to +27820000030 --message Hello")).code, 0);

    QCOMPARE(m_desk->run(words("account remove desk")).code, 0);

    QCOMPARE(m_desk->run(words("account list --json")).out, QByteArray{"[]\n"});
    const QJsonObject kept{m_desk->run(words("messages list --json")).only()};
    QCOMPARE(kept["text"_L1].toString(), u"Hello"_s);
    QCOMPARE(kept["account"_L1].toString(), u"desk"_s);
    QCOMPARE(m_desk->run(words("send --account desk --to +27820000030 --message x")).code, 1);
    QCOMPARE(m_desk->run(words("account remove desk")).code, 1);
    QVERIFY(m_desk->addDesk());
}

void TestCliAccounts::aMissingVariableIsToldEverywhere()
{
    QVERIFY(m_desk->addDesk());
    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, {});

    QCOMPARE(m_desk->run(words("account list --json")).only()["secretProblem"_L1].toString(),
        u"not-found"_s);
    const CliAnswer sent{m_desk->run(words("send --account desk --to +27820000030 --message x"))};
    QCOMPARE(sent.code, 3);
    QVERIFY2(sent.err.contains("TEXTDESK_SECRET_"), sent.err.constData());
    QCOMPARE(m_desk->run(words("sync")).code, 3);
    QCOMPARE(m_desk->run(words("balance --account desk")).code, 3);
    QCOMPARE(m_desk->run(words("account test desk")).code, 3);
    QCOMPARE(m_desk->recipients(), QStringList{});
    QCOMPARE(m_desk->run(words("messages list --json")).out, QByteArray{"[]\n"});
}

TEXTDESK_TEST(tst_cliaccounts, TestCliAccounts)
#include "tst_cliaccounts.moc"
