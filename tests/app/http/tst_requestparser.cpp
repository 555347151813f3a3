// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/requestparser.h"
#include "tests/app/http/requestcorpus.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

// What came of a request, as one line that two feeds can be compared by.
QByteArray verdict(const RequestParser& parser, qsizetype taken)
{
    switch (parser.state()) {
    case RequestParser::State::Refused:
        return "refused " + QByteArray::number(parser.refusal().status) + ' '
            + parser.refusal().reason;
    case RequestParser::State::Complete: {
        const RawRequest request{parser.request()};
        return "taken " + request.method + ' ' + request.target + ' ' + request.body.toHex() + ' '
            + QByteArray::number(request.headers.all().size()) + ' ' + QByteArray::number(taken);
    }
    default:
        return "waiting " + QByteArray::number(taken);
    }
}

QByteArray expectedVerdict(const CorpusCase& each)
{
    switch (each.outcome) {
    case CorpusCase::Outcome::Refused:
        return "refused " + QByteArray::number(each.status) + ' ' + each.reason;
    case CorpusCase::Outcome::Taken:
        return "taken " + each.method + ' ' + each.target + ' ' + each.body.toHex() + ' ';
    case CorpusCase::Outcome::Waiting:
        break;
    }
    return "waiting " + QByteArray::number(each.bytes.size());
}

QByteArray readInPieces(const QByteArray& bytes, const std::vector<qsizetype>& cuts)
{
    RequestParser parser;
    qsizetype taken{0};
    qsizetype from{0};
    for (const qsizetype to : cuts) {
        taken += parser.feed(QByteArrayView{bytes}.sliced(from, to - from));
        from = to;
        if (parser.state() == RequestParser::State::Refused
            || parser.state() == RequestParser::State::Complete) {
            break;
        }
    }
    return verdict(parser, taken);
}

std::vector<qsizetype> everyByte(qsizetype size)
{
    std::vector<qsizetype> cuts;
    for (qsizetype i{1}; i <= size; ++i) {
        cuts.push_back(i);
    }
    return cuts;
}

} // namespace

class TestRequestParser final : public QObject {
    Q_OBJECT
private slots:
    void corpusIsLargeAndNamesAreOwn()
    {
        const auto corpus = requestCorpus();
        QVERIFY(corpus.size() >= 120);
        QSet<QByteArray> names;
        for (const CorpusCase& each : corpus) {
            names.insert(each.name);
        }
        QCOMPARE(size_t(names.size()), corpus.size());
    }

    void readsEachCaseAsTheTableSays_data()
    {
        QTest::addColumn<int>("index");
        const auto corpus = requestCorpus();
        for (size_t i{0}; i < corpus.size(); ++i) {
            QTest::newRow(corpus[i].name) << int(i);
        }
    }

    void readsEachCaseAsTheTableSays()
    {
        QFETCH(int, index);
        static const auto corpus = requestCorpus();
        const CorpusCase& each{corpus[size_t(index)]};
        const QByteArray whole{readInPieces(each.bytes, {each.bytes.size()})};
        const QByteArray expected{expectedVerdict(each)};
        const QByteArray complaint{whole.left(200) + " instead of " + expected.left(200)};
        QVERIFY2(whole.startsWith(expected), complaint.constData());
        if (each.outcome == CorpusCase::Outcome::Taken) {
            QVERIFY(whole.endsWith(' ' + QByteArray::number(each.bytes.size() - each.leftOver)));
        }
        QCOMPARE(readInPieces(each.bytes, everyByte(each.bytes.size())), whole);
        const qsizetype step{std::max<qsizetype>(1, each.bytes.size() / 400)};
        for (qsizetype cut{1}; cut < each.bytes.size(); cut += step) {
            QCOMPARE(readInPieces(each.bytes, {cut, each.bytes.size()}), whole);
        }
    }

    void keepsHeadersAsTheyStood()
    {
        RequestParser parser;
        parser.feed("GET / HTTP/1.1\r\nhOsT:a\r\nX-B:  1 \r\nx-b: 2\r\nX-Empty:\r\n\r\n");
        QCOMPARE(parser.state(), RequestParser::State::Complete);
        const HeaderList headers{parser.request().headers};
        QCOMPARE(headers.all().size(), size_t{4});
        QCOMPARE(headers.all()[0].first, QByteArray{"hOsT"});
        QCOMPARE(headers.value("X-B"), QByteArray{"1"});
        QCOMPARE(headers.all()[2].second, QByteArray{"2"});
        QCOMPARE(headers.value("x-empty"), QByteArray{""});
    }

    void aTrailerIsNoHeader()
    {
        RequestParser parser;
        parser.feed("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                    "0\r\nX-Secret: 1\r\n\r\n");
        QCOMPARE(parser.state(), RequestParser::State::Complete);
        QVERIFY(!parser.request().headers.contains("X-Secret"));
    }

    void takesBodiesUpToTheLimitHoweverTheyAreCut_data()
    {
        QTest::addColumn<qsizetype>("chunk");
        for (const qsizetype chunk : {1, 64, 1000, 1048576}) {
            QTest::newRow(qPrintable(QString::number(chunk))) << chunk;
        }
    }

    void takesBodiesUpToTheLimitHoweverTheyAreCut()
    {
        QFETCH(qsizetype, chunk);
        const qsizetype size{chunk == 1 ? 20000 : 1048576};
        QByteArray bytes{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"};
        for (qsizetype done{0}; done < size; done += chunk) {
            const qsizetype step{std::min(chunk, size - done)};
            bytes += QByteArray::number(step, 16) + "\r\n" + QByteArray(step, 'x') + "\r\n";
        }
        RequestParser parser;
        QCOMPARE(parser.feed(bytes + "0\r\n\r\n"), bytes.size() + 5);
        QCOMPARE(parser.state(), RequestParser::State::Complete);
        QCOMPARE(parser.request().body, QByteArray(size, 'x'));
    }

    void refusesWhatIsMoreChunkThanBody()
    {
        QByteArray bytes{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"};
        for (int i{0}; i < 40000; ++i) {
            bytes += "1\r\nx\r\n";
        }
        RequestParser parser;
        parser.feed(bytes);
        QCOMPARE(parser.state(), RequestParser::State::Refused);
        QCOMPARE(parser.refusal().status, 413);
        QCOMPARE(parser.refusal().reason, QByteArray{"chunk-overhead"});
    }

    void refusesChunksThatTogetherPassTheLimit()
    {
        RequestParser parser;
        parser.feed("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n");
        parser.feed(QByteArray(1048575, 'x') + "\r\n1\r\nx\r\n");
        QCOMPARE(parser.state(), RequestParser::State::Body);
        parser.feed("1\r\n");
        QCOMPARE(parser.refusal().status, 413);
    }

    void keepAliveFollowsVersionAndOptions_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keepAlive");
        const auto row = [](const char* name, const QByteArray& head, bool keep) {
            QTest::newRow(name) << head << keep;
        };
        row("1.1", "HTTP/1.1\r\nHost: a", true);
        row("1.1 close", "HTTP/1.1\r\nHost: a\r\nConnection: close", false);
        row("1.1 close among others", "HTTP/1.1\r\nHost: a\r\nConnection: x,\tCLOSE ,y", false);
        row("1.1 close in a second line",
            "HTTP/1.1\r\nHost: a\r\nConnection: x\r\nConnection: close", false);
        row("1.1 close wins", "HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, close", false);
        row("1.1 closet", "HTTP/1.1\r\nHost: a\r\nConnection: closet", true);
        row("1.0", "HTTP/1.0", false);
        row("1.0 keep-alive", "HTTP/1.0\r\nConnection: Keep-Alive", true);
    }

    void keepAliveFollowsVersionAndOptions()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, keepAlive);
        RequestParser parser;
        parser.feed("GET / " + head + "\r\n\r\n");
        QCOMPARE(parser.state(), RequestParser::State::Complete);
        QCOMPARE(parser.head().keepAlive, keepAlive);
    }

    void awaitsContinueOnlyBeforeTheBody()
    {
        RequestParser parser;
        parser.feed(
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
        QVERIFY(parser.awaitsContinue());
        parser.feed("h");
        QVERIFY(!parser.awaitsContinue());
        parser.feed("i");
        QCOMPARE(parser.request().body, QByteArray{"hi"});
    }
};

TEXTDESK_TEST(tst_requestparser, TestRequestParser)
#include "tst_requestparser.moc"
