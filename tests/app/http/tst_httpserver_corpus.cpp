// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole corpus over real sockets: what is refused never reaches the handler.
#include "tests/app/http/requestcorpus.h"
#include "tests/app/http/servedroom.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

std::vector<QByteArray> bytewise(const QByteArray& bytes)
{
    std::vector<QByteArray> pieces;
    for (const char c : bytes) {
        pieces.emplace_back(1, c);
    }
    return pieces;
}

} // namespace

class TestHttpServerCorpus final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_port = m_room.listen();
        QVERIFY(m_port != 0);
    }

    void answersAsTheTableSays_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("byteByByte");
        for (size_t i{0}; i < m_corpus.size(); ++i) {
            QTest::newRow(m_corpus[i].name) << int(i) << false;
            if (m_corpus[i].bytes.size() < 400) {
                QTest::addRow("%s, byte by byte", m_corpus[i].name) << int(i) << true;
            }
        }
    }

    void answersAsTheTableSays()
    {
        QFETCH(int, index);
        QFETCH(bool, byteByByte);
        const CorpusCase& each{m_corpus[size_t(index)]};
        m_room.handler.requests.clear();
        m_room.refusals.clear();
        RawHttpClient client;
        QVERIFY(client.connectTo(m_port));
        client.sendPieces(byteByByte ? bytewise(each.bytes) : std::vector{each.bytes});
        switch (each.outcome) {
        case CorpusCase::Outcome::Taken:
            checkTaken(each, client);
            break;
        case CorpusCase::Outcome::Refused:
            checkRefused(each, client);
            break;
        case CorpusCase::Outcome::Waiting:
            QVERIFY(otherIsServed());
            break;
        }
        if (each.outcome != CorpusCase::Outcome::Taken) {
            QVERIFY(m_room.handler.requests.empty());
        }
        client.hangUp();
    }

private:
    // Whoever is answered later proves that the bytes sent before have been read.
    [[nodiscard]] bool otherIsServed() const
    {
        RawHttpClient other;
        if (!other.connectTo(m_port)) {
            return false;
        }
        other.send("nonsense\r\n\r\n");
        return other.waitForClose() && !other.received().isEmpty();
    }

    void checkTaken(const CorpusCase& each, RawHttpClient& client)
    {
        const bool isHead{each.method == "HEAD"};
        QVERIFY(client.waitForAnswers(1, isHead));
        QCOMPARE(client.answers(isHead)[0].status, 200);
        const RawRequest& request{m_room.handler.requests.at(0)};
        QCOMPARE(request.method, each.method);
        QCOMPARE(request.target, each.target);
        QCOMPARE(request.body, each.body);
        QVERIFY(m_room.refusals.empty() || each.leftOver > 0);
    }

    void checkRefused(const CorpusCase& each, RawHttpClient& client)
    {
        QVERIFY(client.waitForClose());
        const auto answers = client.answers();
        QCOMPARE(answers.size(), size_t{1});
        QCOMPARE(answers[0].status, each.status);
        QCOMPARE(answers[0].headers.value("Connection").value_or(""), QByteArray{"close"});
        QCOMPARE(answers[0].body, each.reason + '\n');
        QCOMPARE(m_room.refusals.size(), size_t{1});
        QCOMPARE(m_room.refusals[0], QByteArray::number(each.status) + ' ' + each.reason);
    }

    const std::vector<CorpusCase> m_corpus{requestCorpus()};
    ServedRoom m_room;
    quint16 m_port{0};
};

TEXTDESK_TEST(tst_httpserver_corpus, TestHttpServerCorpus)
#include "tst_httpserver_corpus.moc"
