// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retryafter.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestRetryAfter final : public QObject {
    Q_OBJECT
    const QDateTime m_now{{2026, 3, 2}, {9, 0, 0}, Qt::UTC}; // a Monday

private slots:
    void reads_data()
    {
        QTest::addColumn<qint64>("seconds"); // -1: nothing
        const auto row = [](const char* value, qint64 seconds) { QTest::newRow(value) << seconds; };
        row("0", 0);
        row("120", 120);
        row(" 7 ", 7);
        row("86400", 86400);
        row("86401", 86400);
        row("99999999999999999999999999", 86400);
        row("Mon, 02 Mar 2026 09:01:30 GMT", 90);
        row("Monday, 02-Mar-26 09:01:30 GMT", 90);
        row("Mon Mar  2 09:01:30 2026", 90);
        row("Mon, 02 Mar 2026 08:00:00 GMT", 0);
        row("Sunday, 06-Nov-94 08:49:37 GMT", 0);
        row("Fri, 01 Jan 2100 00:00:00 GMT", 86400);
        row("Mon, 02 Mar 2026 09:00:60 GMT", 59);
        row("", -1);
        row("-5", -1);
        row("+5", -1);
        row("1.5", -1);
        row("0x10", -1);
        row("soon", -1);
        row("Mon, 32 Mar 2026 09:01:30 GMT", -1);
        row("Mon, 02 Foo 2026 09:01:30 GMT", -1);
        row("Mon, 02 Mar 2026 25:01:30 GMT", -1);
        row("Mon, 02 Mar 2026 09:01:30 +0200", -1);
        row("2026-03-02T09:01:30Z", -1);
    }

    void reads()
    {
        QFETCH(qint64, seconds);
        const auto wait = parseRetryAfter(QTest::currentDataTag(), m_now);
        QCOMPARE(wait ? qint64{wait->count()} : -1, seconds);
    }

    void aVeryLongValueIsNotEvenRead()
    {
        QVERIFY(!parseRetryAfter(QByteArray(100000, '9'), m_now));
    }
};

TEXTDESK_TEST(tst_retryafter, TestRetryAfter)
#include "tst_retryafter.moc"
