// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every verb with something wrong: a person reads a sentence, never a word meant for a program.
#include "app/storage/connection.h"
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliWords final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_desk.addDesk()); }
    void cleanupTestCase() { QCOMPARE(m_desk.leaks(), QStringList{}); }

    void aWrongCallIsAnsweredInSentences_data()
    {
        QTest::addColumn<QString>("call");
        for (const char* call :
            {"account add --provider nobody --name x",
                "account add --provider zoomconnect --name x", "account test nobody",
                "account remove nobody", "account url nobody",
                "send --account nobody --to +27820000030 --message x",
                "send --account desk --to 12 --message x", "send --account desk --to A --message x",
                "send --account desk --to +27820000020 --message x",
                "send --account desk --to +27820000022 --message x",
                "send --account desk --to +27820000026 --message x", "messages show 5",
                "messages mark-read abc", "messages delete 5", "outbox settle 5 --sent",
                "optouts add hello", "optouts remove +27820000049", "search is:foo",
                "sync --account nobody", "balance --account nobody", "import messages /no/such",
                "listen --bind nowhere", "listen --port 99999", "analyse --file /no/such",
                "practice serve --ledger /proc/no/such", "completion csh"}) {
            QTest::newRow(call) << QString::fromLatin1(call);
        }
        for (const char* setting : {"base-url=ftp://x", "base-url=http://a.b/", "email=nobody",
                 "nosuch=1", "poll-seconds=1", "region=xyz", "checksum=perhaps"}) {
            QTest::newRow(setting)
                << u"account add --provider zoomconnect --name y --no-proof --set "_s
                    + QLatin1String{setting};
        }
    }
    void aWrongCallIsAnsweredInSentences()
    {
        QFETCH(const QString, call);
        const CliAnswer answer{m_desk.run(words(qPrintable(call)))};
        QVERIFY(answer.code > 0);
        const QByteArray all{answer.out + answer.err};
        QVERIFY2(all.contains('.'), all.constData());
        QVERIFY2(rawWords(all).isEmpty(), qPrintable(rawWords(all).join(u' ')));
        const CliAnswer json{m_desk.run(words(qPrintable(call + u" --json"_s)))};
        QVERIFY2(!json.err.isEmpty() || !json.out.isEmpty(), "a script is told as well");
    }
    // What is listed says in words what is the matter with it.
    void listsSpeakInWords()
    {
        m_desk.useProfile(u"lists"_s);
        QVERIFY(m_desk.addDesk());
        m_desk.setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, u"rotated-away"_s);
        QCOMPARE(m_desk.run(words("send --account desk --to +27820000030 --message x")).code, 3);
        m_desk.setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, QLatin1String{CliDesk::token});
        for (const char* call :
            {"account list", "outbox list", "messages list", "sync", "doctor"}) {
            const CliAnswer answer{m_desk.run(words(call))};
            const QStringList raw{rawWords(answer.out + answer.err)};
            QVERIFY2(raw.isEmpty(), qPrintable(QLatin1String{call} + u": "_s + raw.join(u' ')));
        }
        QVERIFY(m_desk.run(words("account list")).out.contains("refused the account's e-mail"));
        const QJsonObject inJson{m_desk.run(words("account list --json")).only()};
        QCOMPARE(inJson["paused"_L1].toString(), u"unauthorized"_s);
    }
    void aCopiedProfileSpeaksInWords()
    {
        m_desk.useProfile(u"original"_s);
        QVERIFY(m_desk.addDesk());
        const QString original{m_desk.profile()};
        m_desk.useProfile(u"copy"_s);
        QVERIFY(QDir{}.mkdir(m_desk.profile()));
        QVERIFY(QFile::copy(original + u"/textdesk.db"_s, m_desk.profile() + u"/textdesk.db"_s));
        const CliAnswer answer{m_desk.run(words("account list"))};
        QVERIFY2(answer.out.contains("copied or moved here"), answer.out.constData());
        QVERIFY2(rawWords(answer.out).isEmpty(), answer.out.constData());
    }
    // The window's own make-believe provider lives in the window.
    void aPracticeAccountWithoutItsWindow()
    {
        m_desk.useProfile(u"practice"_s);
        QVERIFY(m_desk.addDesk());
        {
            const auto db =
                Connection::open(m_desk.profile() + u"/textdesk.db"_s, Connection::Mode::ReadWrite);
            QVERIFY(db);
            QVERIFY((*db)->execute(u"UPDATE account SET practice = 1"_s));
        }
        for (const char* call : {"account test desk", "balance --account desk",
                 "sync --account desk", "send --account desk --to +27820000030 --message x"}) {
            const CliAnswer answer{m_desk.run(words(call))};
            QVERIFY2(answer.code == 1, call);
            QVERIFY2(answer.err.contains("This is the practice account"), answer.err.constData());
            QVERIFY2(answer.err.contains("'practice serve'"), answer.err.constData());
            QVERIFY2(rawWords(answer.err).isEmpty(), answer.err.constData());
        }
        QVERIFY(m_desk.run(words("account list")).out.contains("This is the practice account"));
        // A nightly run over all accounts has nothing to complain of.
        QCOMPARE(m_desk.run(words("sync")).code, 0);
        QCOMPARE(m_desk.run(words("outbox list --json")).out, QByteArray{"[]\n"});
    }

private:
    // Words with hyphens that are neither options nor settings nor our commands.
    [[nodiscard]] static QStringList rawWords(const QByteArray& text)
    {
        static const QRegularExpression word{u"(?<![\\w/.-])[a-z]+(?:-[a-z]+)+(?![\\w=-])"_s};
        static const QStringList fine{u"textdesk-cli"_s, u"base-url"_s, u"e-mail"_s, u"mark-read"_s,
            u"provider-zone"_s, u"poll-seconds"_s, u"public-url"_s, u"allow-insecure"_s,
            u"webhook-key"_s, u"make-believe"_s, u"opt-outs"_s};
        QStringList found;
        auto matches = word.globalMatch(QString::fromUtf8(text));
        while (matches.hasNext()) {
            const QString one{matches.next().captured()};
            if (!fine.contains(one)) {
                found.append(one);
            }
        }
        return found;
    }
    CliDesk m_desk;
};

TEXTDESK_TEST(tst_cliwords, TestCliWords)
#include "tst_cliwords.moc"
