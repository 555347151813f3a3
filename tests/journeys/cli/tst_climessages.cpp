// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliMessages final : public QObject {
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
    void aReplyComesInBySync();
    void readMarksGoToTheProvider();
    void deletingHereAndThere();
    void searchingFindsWholeWords();
    void operatorsNarrowASearch();
    void anOperatorThatSaysNothingIsRefused_data();
    void anOperatorThatSaysNothingIsRefused();
    void listsAreBounded();
    void conversationsShowTheirLastText();
    void whatCannotBeShown_data();
    void whatCannotBeShown();
    void stopClosesThePerson();
    void aPersonClosesAndOpensByHand();
    void aTextCannotDriveTheTerminal();

private:
    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }
    // A person writes; the reply is fetched by 'sync'. Hands over its id.
    [[nodiscard]] QString received(const QString& from, const QString& text)
    {
        (void)m_desk->practice(u"reply"_s, {{u"from"_s, from}, {u"text"_s, text}});
        return run("sync").code == 0
            ? run("messages list --limit 1 --json").only()["id"_L1].toString()
            : QString{};
    }
    // The provider's own view of its only incoming text.
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliMessages::aReplyComesInBySync()
{
    QCOMPARE(run("send --account desk --to +27820000010 --message Hello --wait 30").code, 0);
    QTRY_COMPARE(
        run("sync --json").code == 0 ? run("conversations --json").only()["unread"_L1].toInt() : -1,
        1);

    const QJsonArray texts = run("messages list --json").array();
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts[0]["direction"_L1].toString(), u"in"_s);
    QCOMPARE(texts[0]["state"_L1].toString(), u"received"_s);
    QCOMPARE(texts[0]["read"_L1].toBool(), false);
    QCOMPARE(texts[0]["conversation"_L1], texts[1]["conversation"_L1]);
    QCOMPARE(texts[1]["state"_L1].toString(), u"delivered"_s);
    const QJsonObject again{run("sync --json").only()};
    QCOMPARE(again["account"_L1].toString(), u"desk"_s);
    QCOMPARE(again["new"_L1].toInt(), 0);
}

void TestCliMessages::readMarksGoToTheProvider()
{
    const QString id{received(u"+27820000040"_s, u"Hello there"_s)};
    QVERIFY(!id.isEmpty());

    const CliAnswer read{m_desk->run(words("messages mark-read --json") << id)};
    QCOMPARE(read.code, 0);
    QCOMPARE(read.object()["read"_L1].toBool(), true);
    QCOMPARE(run("conversations --json").only()["unread"_L1].toInt(), 0);
    QCOMPARE(run("sync").code, 0);
    QCOMPARE(m_desk->run(words("messages show --json") << id).object()["read"_L1].toBool(), true);

    const CliAnswer unread{m_desk->run(words("messages mark-unread") << id)};
    QCOMPARE(unread.code, 0);
    QCOMPARE(unread.out, QByteArray{"Marked as not read, here and at the provider.\n"});
    QCOMPARE(run("conversations --json").only()["unread"_L1].toInt(), 1);
    QCOMPARE(m_desk->run(words("messages mark-read") << id).out,
        QByteArray{"Marked as read, here and at the provider.\n"});
    const QString sent{
        run("send --account desk --to +27820000030 --message x --json").only()["id"_L1].toString()};
    const CliAnswer refused{m_desk->run(words("messages mark-read") << sent)};
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("Only a text that came in"), refused.err.constData());
}

void TestCliMessages::operatorsNarrowASearch()
{
    QVERIFY(!received(u"+27820000040"_s, u"The hall opens at nine"_s).isEmpty());
    QVERIFY(!received(u"+27820000041"_s, u"Nine people came"_s).isEmpty());
    QCOMPARE(run("send --account desk --to +27820000030 --message nine").code, 0);
    const auto found = [this](const char* call) {
        return m_desk->run(words("search --json") << words(call)).array().size();
    };

    QCOMPARE(found("nine"), 3);
    QCOMPARE(found("nine from:+27820000041"), 1);
    QCOMPARE(found("is:sent"), 1);
    QCOMPARE(found("nine is:received is:unread"), 2);
    QCOMPARE(found("line:desk nine"), 3);
    QCOMPARE(found("line:other nine"), 0);
    QCOMPARE(found("before:2020-01-01"), 0);
    QCOMPARE(found("after:2020-01-01 --limit 2"), 2);
    QCOMPARE(m_desk->run({u"search"_s, u"--json"_s, u"from:082 000 0041"_s}).array().size(), 1);
}

void TestCliMessages::anOperatorThatSaysNothingIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("day") << u"after:yesterdayy"_s << QByteArray{"'after:yesterdayy' names no day"};
    QTest::newRow("date") << u"on:2026-02-30"_s << QByteArray{"'on:2026-02-30' names no day"};
    QTest::newRow("half") << u"before:2026-0"_s << QByteArray{"names no day"};
    QTest::newRow("state") << u"is:foo"_s << QByteArray{"There is: received, sent, unread"};
}

void TestCliMessages::anOperatorThatSaysNothingIsRefused()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, says);
    const CliAnswer refused{m_desk->run(words("search nine") << typed)};
    QCOMPARE(refused.code, 2);
    QCOMPARE(refused.out, QByteArray{});
    QVERIFY2(refused.err.contains(says), refused.err.constData());
}

void TestCliMessages::deletingHereAndThere()
{
    const QString id{received(u"+27820000040"_s, u"Delete me"_s)};

    const CliAnswer gone{m_desk->run(words("messages delete --json") << id)};
    QCOMPARE(gone.code, 0);
    QCOMPARE(gone.object()["deleted"_L1].toBool(), true);

    QCOMPARE(m_desk->run(words("messages show") << id).code, 1);
    QCOMPARE(m_desk->run(words("messages delete") << id).code, 1);
    QCOMPARE(run("search Delete --json").out, QByteArray{"[]\n"});
    QCOMPARE(run("sync").code, 0);
    QCOMPARE(run("messages list --json").out, QByteArray{"[]\n"});
}

void TestCliMessages::searchingFindsWholeWords()
{
    QVERIFY(!received(u"+27820000040"_s, u"The caf\u00e9 opens at nine"_s).isEmpty());
    QVERIFY(!received(u"+27820000041"_s, u"Nine people came"_s).isEmpty());

    QCOMPARE(run("search nine --json").array().size(), 2);
    QCOMPARE(run("search nine --limit 1 --json").array().size(), 1);
    QCOMPARE(run("search cafe nine --json").only()["peer"_L1].toString(), u"+27820000040"_s);
    QCOMPARE(run("search nobody --json").out, QByteArray{"[]\n"});
    QCOMPARE(m_desk->run({u"search"_s, u"\"*'; DROP TABLE message --"_s}).code, 0);
    QCOMPARE(run("search").code, 2);
    QCOMPARE(m_desk->run({u"search"_s, u"  "_s}).code, 2);
}

void TestCliMessages::listsAreBounded()
{
    for (int i{0}; i < 3; ++i) {
        (void)m_desk->practice(
            u"reply"_s, {{u"from"_s, u"+2782000004%1"_s.arg(i)}, {u"text"_s, u"Text %1"_s.arg(i)}});
    }
    QCOMPARE(run("sync --account desk").code, 0);

    QCOMPARE(run("messages list --json").array().size(), 3);
    QCOMPARE(run("messages list --limit 2 --json").array().size(), 2);
    QCOMPARE(run("messages list --limit=2").out.count('\n'), 2);
    QCOMPARE(run("messages list --account desk --json").array().size(), 3);
    QCOMPARE(run("conversations --limit 1 --json").array().size(), 1);
    QCOMPARE(run("messages list --limit 0").code, 2);
    QCOMPARE(run("conversations --limit many").code, 2);
    QCOMPARE(run("optouts list --limit -1").code, 2);
    QCOMPARE(run("messages list --account nobody").code, 1);
}

void TestCliMessages::conversationsShowTheirLastText()
{
    QVERIFY(!received(u"+27820000040"_s, u"First"_s).isEmpty());
    QVERIFY(!received(u"+27820000040"_s, u"Second"_s).isEmpty());

    const QJsonObject conversation{run("conversations --json").only()};

    QCOMPARE(conversation["peer"_L1].toString(), u"+27820000040"_s);
    QCOMPARE(conversation["preview"_L1].toString(), u"Second"_s);
    QCOMPARE(conversation["unread"_L1].toInt(), 2);
    QCOMPARE(conversation["account"_L1].toString(), u"desk"_s);
    QVERIFY(run("conversations").out.contains("2 unread  Second"));
}

void TestCliMessages::whatCannotBeShown_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("code");
    for (const char* verb : {"show", "mark-read", "mark-unread", "delete"}) {
        for (const char* id : {"5", "abc", "-1", "99999999999999999999", "0"}) {
            const QString call{u"messages %1 %2"_s.arg(QLatin1String{verb}, QLatin1String{id})};
            QTest::newRow(qPrintable(call)) << call << 1;
        }
        const QString call{u"messages %1"_s.arg(QLatin1String{verb})};
        QTest::newRow(qPrintable(call)) << call << 2;
    }
}

void TestCliMessages::whatCannotBeShown()
{
    QFETCH(QString, call);
    const CliAnswer refused{run(qPrintable(call))};
    QTEST(refused.code, "code");
    QVERIFY(!refused.err.isEmpty());
}

void TestCliMessages::stopClosesThePerson()
{
    QVERIFY(!received(u"+27820000040"_s, u"Stop!"_s).isEmpty());

    const QJsonObject closed{run("optouts list --json").only()};
    QCOMPARE(closed["peer"_L1].toString(), u"+27820000040"_s);
    QVERIFY(!closed["message"_L1].toString().isEmpty());
    const CliAnswer refused{
        run("send --account desk --to +27820000040 --to +27820000030 --message x --json")};
    QCOMPARE(refused.code, 4);
    QCOMPARE(refused.array()[0]["reason"_L1].toString(), u"opted-out"_s);
    QCOMPARE(m_desk->recipients(), QStringList{u"+27820000030"_s});

    QCOMPARE(run("optouts remove 0820000040").code, 0);
    QCOMPARE(run("optouts list --json").out, QByteArray{"[]\n"});
    QCOMPARE(run("send --account desk --to +27820000040 --message x").code, 0);
}

void TestCliMessages::aPersonClosesAndOpensByHand()
{
    const CliAnswer closed{m_desk->run(words("optouts add --json") << u"082 000 0040"_s)};
    QCOMPARE(closed.code, 0);
    QCOMPARE(closed.object()["peer"_L1].toString(), u"+27820000040"_s);
    QCOMPARE(run("optouts add +27820000040").code, 0);
    QCOMPARE(run("optouts list --json").array().size(), 1);
    QCOMPARE(run("send --account desk --to +27820000040 --message x").code, 1);
    for (const char* call :
        {"optouts add abc!", "optouts add hello", "optouts remove abc!", "optouts add +1555"}) {
        const CliAnswer refused{run(call)};
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("is not a phone number"), refused.err.constData());
    }
    QCOMPARE(run("optouts list --json").array().size(), 1);
    QVERIFY(run("optouts add +27820000040").out.contains("closed already"));
    QCOMPARE(run("optouts add").code, 2);
    QCOMPARE(run("optouts remove").code, 2);
    const CliAnswer never{run("optouts remove +27820000049")};
    QCOMPARE(never.code, 1);
    QVERIFY2(never.err.contains("is not closed"), never.err.constData());
    QCOMPARE(run("optouts list").out.count("closed here by hand"), 1);
    const CliAnswer opened{run("optouts remove 0820000040")};
    QCOMPARE(opened.code, 0);
    QCOMPARE(opened.out, QByteArray{"+27820000040 may be texted again.\n"});
}

void TestCliMessages::aTextCannotDriveTheTerminal()
{
    QVERIFY(!received(u"+27820000040"_s, u"a\u001b[31mred\u202e <b>b</b>\nnext"_s).isEmpty());

    const QByteArray shown{run("messages list").out};

    QCOMPARE(shown.count('\n'), 1);
    QVERIFY(!shown.contains('\x1b'));
    QVERIFY(!shown.contains(u"\u202e"_s.toUtf8()));
    QVERIFY(shown.contains("<b>b</b>"));
    QVERIFY(run("messages list --json").only()["text"_L1].toString().contains(u'\u001b'));
}

TEXTDESK_TEST(tst_climessages, TestCliMessages)
#include "tst_climessages.moc"
