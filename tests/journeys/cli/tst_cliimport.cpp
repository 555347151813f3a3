// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// import messages, as a person who moves here from another program calls it.
#include "app/storage/statement.h"
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray row(int number, const char* more = R"("direction":"in","state":"received")")
{
    return QStringLiteral("{\"account\":\"desk\",\"peer\":\"+2782000%1\",\"text\":\"old "
                          "text%2\",\"providerId\":\"p-%2\","
                          "\"at\":\"2026-01-02T08:%3:00Z\",%4}\n")
        .arg(number % 50, 4, 10, QChar{u'0'})
        .arg(number)
        .arg(number % 60, 2, 10, QChar{u'0'})
        .arg(QLatin1String{more})
        .toUtf8();
}

} // namespace

class TestCliImport final : public QObject {
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

    void aHistoryComesInOnce()
    {
        const QString file{m_desk->write(
            u"h.jsonl"_s, row(1) + row(2) + row(3, R"("direction":"out","state":"delivered")"))};
        const CliAnswer first{run("import messages --json", file)};
        QCOMPARE(first.code, 0);
        QCOMPARE(first.object()["added"_L1].toInt(), 3);
        QCOMPARE(m_desk->run(words("search text2 --json")).array().size(), 1);
        const CliAnswer again{run("import messages --json", file)};
        QCOMPARE(again.code, 0);
        QCOMPARE(again.object()["added"_L1].toInt(), 0);
        QCOMPARE(again.object()["known"_L1].toInt(), 3);
        QCOMPARE(m_desk->recipients(), QStringList{});
        QCOMPARE(m_desk->run(words("outbox list --json")).array().size(), 0);
    }

    void whatOneProfilePrintsAnotherTakes()
    {
        const QString file{m_desk->write(u"h.jsonl"_s, row(1) + row(2))};
        QCOMPARE(run("import messages", file).code, 0);
        QByteArray lines;
        const QJsonArray printed = m_desk->run(words("messages list --json")).array();
        for (const QJsonValue message : printed) {
            lines += QJsonDocument{message.toObject()}.toJson(QJsonDocument::Compact) + '\n';
        }
        m_desk->useProfile(u"second"_s);
        QVERIFY(m_desk->addDesk());
        QCOMPARE(run("import messages", m_desk->write(u"again.jsonl"_s, lines)).code, 0);
        const QJsonArray taken = m_desk->run(words("messages list --json")).array();
        QCOMPARE(taken.size(), 2);
        QCOMPARE(taken[0]["text"_L1], printed[0]["text"_L1]);
        QCOMPARE(taken[0]["at"_L1], printed[0]["at"_L1]);
    }

    void badRowsAreNamedAndKept()
    {
        const QString file{m_desk->write(u"h.jsonl"_s,
            row(1) + "rubbish\n" + row(2, R"("direction":"out","state":"queued")") + row(3))};
        const QString rejects{m_desk->path(u"rejects.jsonl"_s)};
        const CliAnswer answer{
            m_desk->run(words("import messages --json --rejects") << rejects << file)};
        QCOMPARE(answer.code, 4);
        QCOMPARE(answer.object()["added"_L1].toInt(), 2);
        const QJsonArray named = answer.object()["rejections"_L1].toArray();
        QCOMPARE(named.size(), 2);
        QCOMPARE(named[0]["row"_L1].toInt(), 2);
        QCOMPARE(named[0]["reason"_L1].toString(), u"not-json"_s);
        QCOMPARE(named[1]["reason"_L1].toString(), u"not-final"_s);
        QFile kept{rejects};
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions{});
        const QByteArray bytes{kept.readAll()};
        QCOMPARE(bytes.count('\n'), 2);
        QVERIFY(bytes.contains("rubbish"));
        QCOMPARE(m_desk->recipients(), QStringList{});
    }

    void whoSaidStopIsNamed()
    {
        QByteArray lines;
        for (int i{1}; i <= 7; ++i) {
            QByteArray stop{row(i)};
            lines +=
                stop.replace("old text", "STOP").replace("STOP" + QByteArray::number(i), "STOP");
        }
        const QString file{m_desk->write(u"stops.jsonl"_s, lines)};

        const CliAnswer answer{run("import messages", file)};

        QCOMPARE(answer.code, 0);
        QVERIFY2(
            answer.out.contains("7 people asked not to be texted (STOP)"), answer.out.constData());
        QVERIFY2(answer.out.contains(": +27820000001, +27820000002, +27820000003, +27820000004, "
                                     "+27820000005 and 2 more."),
            answer.out.constData());
        QVERIFY(answer.out.contains("'optouts remove NUMBER' opens one again"));
        QCOMPARE(m_desk->run(words("optouts list --json")).array().size(), 7);
        m_desk->useProfile(u"second"_s);
        QVERIFY(m_desk->addDesk());
        const QJsonObject counts{run("import messages --json", file).object()};
        QCOMPARE(counts["optOuts"_L1].toInt(), 7);
        QCOMPARE(counts["closed"_L1].toArray().size(), 5);
    }

    void everyReasonIsASentence()
    {
        const auto broken = [](const char* what, const char* with) {
            return row(1).replace(what, with);
        };
        const QByteArray lines{"rubbish\n" + broken("\"desk\"", "\"nobody\"")
            + broken("\"desk\"", "7") + broken("\"in\"", "\"up\"") + broken("+27820000001", "+27")
            + broken("+27820000001", "A long sender name")
            + broken("\"in\",\"state\":\"received\"", "\"out\",\"state\":\"sent\"")
                  .replace("+27820000001", "abc")
            + broken("old text1", "") + broken("received", "delivered")
            + broken("2026-01-02", "2190-01-02") + broken("2026-01-02", "soon")};
        const QString file{m_desk->write(u"bad.jsonl"_s, lines)};

        const CliAnswer inWords{run("import messages", file)};

        QCOMPARE(inWords.code, 1);
        QCOMPARE(inWords.out.count("Line "), 11);
        for (const char* code :
            {"bad-", "not-json", "unknown-account", "future-time", "empty-text"}) {
            QVERIFY2(!inWords.out.contains(code), inWords.out.constData());
        }
        QVERIFY2(inWords.out.contains("Line 3 was not imported: \"account\" must be"),
            inWords.out.constData());
        const QJsonArray named =
            run("import messages --json", file).object()["rejections"_L1].toArray();
        QCOMPARE(named[2]["reason"_L1].toString(), u"bad-field: account"_s);
        QCOMPARE(named[5]["reason"_L1].toString(), u"bad-sender"_s);
        QCOMPARE(named[6]["reason"_L1].toString(), u"bad-recipient"_s);
        QCOMPARE(named[7]["reason"_L1].toString(), u"empty-text"_s);
        QVERIFY(named[7]["message"_L1].toString().contains(u"is empty"_s));
    }

    void whatCannotBeDoneSaysWhy()
    {
        QCOMPARE(m_desk->run(words("import messages")).code, 2);
        QCOMPARE(run("import messages", m_desk->path(u"nowhere.jsonl"_s)).code, 2);
        const QString bad{m_desk->write(u"bad.jsonl"_s, "rubbish\n")};
        QCOMPARE(run("import messages", bad).code, 1);
        QCOMPARE(run("import messages --account nobody", bad).code, 1);
        QCOMPARE(m_desk->run(words("import messages --rejects /nowhere/x") << bad).code, 2);
    }

    void killedInTheMiddleAndRunAgain()
    {
        const QString file{largeFile()};
        auto running = m_desk->start(words("import messages") << file);
        QVERIFY(isUnderWay());
        running->kill();
        eachComesInOnce(file);
    }

    // The window or 'listen' has the profile and does the work; whoever called only waits.
    void anOwnerKilledInTheMiddleIsSucceededAtOnce()
    {
        const QString file{largeFile()};
        const auto owner = m_desk->start(words("listen --port 0"));
        QVERIFY(owner->nextLine().startsWith("http://"));
        const auto caller = m_desk->start(words("import messages") << file);
        QVERIFY(isUnderWay());
        owner->kill();
        QElapsedTimer since;
        since.start();
        QCOMPARE(m_desk->run(words("conversations --json --limit 1")).code, 0);
        QVERIFY2(since.elapsed() < 5000, "another process may have it as soon as it is dead");
        QCOMPARE(caller->waitForEnd(), 5);
        QVERIFY(caller->nextNote().contains("Run the same command again"));
        eachComesInOnce(file);
    }

private:
    static constexpr int largeCount{60000};

    [[nodiscard]] QString largeFile() const
    {
        QByteArray lines;
        for (int i{0}; i < largeCount; ++i) {
            lines += row(i);
        }
        return m_desk->write(u"large.jsonl"_s, lines + "the end\n"); // told of at the very end
    }
    // Its log grows with the first slices.
    [[nodiscard]] bool isUnderWay() const
    {
        return QTest::qWaitFor(
            [log = m_desk->profile() + u"/textdesk.db-wal"_s] {
                return QFileInfo{log}.size() > 1000000;
            },
            30000);
    }
    void eachComesInOnce(const QString& file)
    {
        const CliAnswer again{run("import messages --json", file)};
        QCOMPARE(again.code, 4);
        const QJsonObject counts{again.object()};
        QVERIFY2(counts["added"_L1].toInt() > 0, "it was killed too late to show anything");
        QCOMPARE(counts["added"_L1].toInt() + counts["known"_L1].toInt(), largeCount);
        QCOMPARE(run("import messages --json", file).object()["known"_L1].toInt(), largeCount);
        TempStore store{m_desk->profile()};
        auto rows = store.reader().prepare("SELECT count(*), count(DISTINCT text) FROM message");
        QVERIFY(rows.first());
        QCOMPARE(rows.integer(0), qint64{largeCount});
        QCOMPARE(rows.integer(1), qint64{largeCount});
    }
    [[nodiscard]] CliAnswer run(const char* call, const QString& file)
    {
        return m_desk->run(words(call) << file);
    }
    std::unique_ptr<CliDesk> m_desk;
};

TEXTDESK_TEST(tst_cliimport, TestCliImport)
#include "tst_cliimport.moc"
