// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/frames.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestFrames final : public QObject {
    Q_OBJECT
private slots:
    void whatGoesInComesOut_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("nothing") << QByteArray{};
        QTest::newRow("words") << QByteArray{"send"};
        QTest::newRow("zeros") << QByteArray{300, '\0'};
        QTest::newRow("as large as allowed") << QByteArray{1024, 'x'};
    }
    void whatGoesInComesOut()
    {
        QFETCH(QByteArray, payload);
        FrameReader reader{1024};
        reader.feed(frameBytes(17, payload));
        const auto frame = reader.next();
        QVERIFY(frame);
        QCOMPARE(frame->type, quint8{17});
        QCOMPARE(frame->payload, payload);
        QVERIFY(!reader.next());
        QVERIFY(!reader.isBroken());
    }
    void bytesMayComeOneByOne()
    {
        FrameReader reader{100};
        const QByteArray bytes{
            frameBytes(1, "first") + frameBytes(2, {}) + frameBytes(255, "last")};
        QList<QByteArray> payloads;
        QList<int> types;
        for (const char byte : bytes) {
            reader.feed(QByteArray{1, byte});
            while (const auto frame = reader.next()) {
                types.append(frame->type);
                payloads.append(frame->payload);
            }
        }
        QCOMPARE(types, (QList<int>{1, 2, 255}));
        QCOMPARE(payloads, (QList<QByteArray>{"first", {}, "last"}));
    }
    void aStrangersBytesAreNoFrame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a browser") << QByteArray{"GET / HTTP/1.1\r\n\r\n"};
        QTest::newRow("one too large") << frameBytes(1, QByteArray{1025, 'x'});
        QTest::newRow("the largest number") << QByteArray{"\xff\xff\xff\xff\x01"};
        QTest::newRow("a negative one") << QByteArray{"\x80\0\0\0\x01", 5};
    }
    void aStrangersBytesAreNoFrame()
    {
        QFETCH(QByteArray, bytes);
        FrameReader reader{1024};
        reader.feed(bytes);
        QVERIFY(!reader.next());
        QVERIFY(reader.isBroken());
        reader.feed(frameBytes(1, "well"));
        QVERIFY2(!reader.next(), "where the next frame begins cannot be known any more");
    }
    void halfAFrameWaits()
    {
        FrameReader reader{1024};
        reader.feed(frameBytes(1, "whole").chopped(1));
        QVERIFY(!reader.next());
        QVERIFY(!reader.isBroken());
        reader.feed("e");
        QCOMPARE(reader.next()->payload, QByteArray{"whole"});
    }
};

TEXTDESK_TEST(tst_frames, TestFrames)
#include "tst_frames.moc"
