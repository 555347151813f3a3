// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/headerlist.h"
#include "app/http/servermessage.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestHeaderList final : public QObject {
    Q_OBJECT
private slots:
    void keepsOrderAndRepeats()
    {
        HeaderList headers;
        headers.add("B", "1");
        headers.add("a", "2");
        headers.add("b", "3");
        QCOMPARE(headers.all().size(), size_t{3});
        QCOMPARE(headers.all()[2].second, QByteArray{"3"});
        QCOMPARE(headers.value("b").value(), QByteArray{"1"});
        QCOMPARE(headers.value("A").value(), QByteArray{"2"});
    }

    void tellsEmptyFromMissing()
    {
        HeaderList headers;
        headers.add("X", "");
        QVERIFY(headers.contains("x"));
        QVERIFY(!headers.contains("y"));
        QVERIFY(!headers.contains(""));
    }

    void splitsTheTargetAtTheFirstQuestionMark_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const QByteArray& target, const QByteArray& path,
                             const QByteArray& query) {
            QTest::newRow(target.constData()) << target << path << query;
        };
        row("/", "/", "");
        row("/a", "/a", "");
        row("/a?", "/a", "");
        row("/a?b=c", "/a", "b=c");
        row("/a?b=c?d", "/a", "b=c?d");
        row("/a%3Fb?c", "/a%3Fb", "c");
    }

    void splitsTheTargetAtTheFirstQuestionMark()
    {
        QFETCH(QByteArray, target);
        RawRequest request;
        request.target = target;
        QTEST(request.path(), "path");
        QTEST(request.query(), "query");
    }
};

TEXTDESK_TEST(tst_headerlist, TestHeaderList)
#include "tst_headerlist.moc"
