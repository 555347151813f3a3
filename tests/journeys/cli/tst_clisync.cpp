// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sync over several accounts: the exit code tells of all of them.
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliSync final : public QObject {
    Q_OBJECT

private slots:
    void theCodeTellsOfAll_data();
    void theCodeTellsOfAll();
    void whatCannotBeReadIsTold();
};

void TestCliSync::theCodeTellsOfAll_data()
{
    QTest::addColumn<QStringList>("accounts");
    QTest::addColumn<int>("code");
    const auto row = [](const char* accounts, int code) {
        QTest::newRow(accounts) << words(accounts) << code;
    };
    row("works works", 0);
    row("far works", 4);
    row("works far", 4);
    row("works locked works", 4);
    row("far far", 6);
    row("locked far", 3);
    row("far locked", 3);
}

void TestCliSync::theCodeTellsOfAll()
{
    QFETCH(QStringList, accounts);
    CliDesk desk;
    for (qsizetype i{0}; i < accounts.size(); ++i) {
        const QString& kind{accounts[i]};
        const QString name{u"%1%2"_s.arg(kind).arg(i)};
        // Port 1 is nobody's.
        const QString base{kind == u"far"_s ? u"http://127.0.0.1:1/"_s : desk.baseUrl()};
        desk.setVariable(u"TEXTDESK_SECRET_%1_TOKEN"_s.arg(name.toUpper()),
            kind == u"locked"_s ? u"wrong"_s : QString{QLatin1String{CliDesk::token}});
        QStringList call{words("account add --provider zoomconnect --no-proof --again")};
        call << u"--name"_s << name << u"--set"_s << u"base-url="_s + base << u"--set"_s
             << u"email=practice@textdesk.example"_s;
        QCOMPARE(desk.run(call).code, 0);
    }

    const CliAnswer synced{desk.run(words("sync --json"))};

    QTEST(synced.code, "code");
    QCOMPARE(synced.array().size(), accounts.size());
}

void TestCliSync::whatCannotBeReadIsTold()
{
    // A provider that lists a text without a word of whose it is, beside one that is whole.
    RawHttpServer provider;
    const QByteArray list{
        R"({"page":1,"pageSize":100,"totalElements":2,"webServiceMessages":[)"
        R"({"messageId":"in-1","fromNumber":"+27820000030","toNumber":"27820000099",)"
        R"("message":"All is well","dateTimeReceived":1767340800000},)"
        R"({"messageId":"in-2"}]})"};
    provider.script({{RawHttpServer::When::Whole, RawHttpServer::ok(list)}});
    CliDesk desk;
    QStringList call{words("account add --provider zoomconnect --no-proof --name desk")};
    call << u"--set"_s << u"base-url="_s + provider.url(u"/"_s).toString() << u"--set"_s
         << u"email=practice@textdesk.example"_s;
    QCOMPARE(desk.run(call).code, 0);

    const CliAnswer synced{desk.run(words("sync"))};

    QCOMPARE(synced.code, 4);
    QVERIFY2(synced.err.contains(
                 "desk: 1 text in the provider's list could not be read and is missing here."),
        synced.err.constData());
    QVERIFY2(synced.out.contains("desk: 1 new"), synced.out.constData());
    QCOMPARE(desk.run(words("sync --json")).only()["unreadable"_L1].toInt(), 1);
}

TEXTDESK_TEST(tst_clisync, TestCliSync)
#include "tst_clisync.moc"
