// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/error.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestError final : public QObject {
    Q_OBJECT
private slots:
    void onlyTransportTroubleIsRetryable()
    {
        for (const auto kind : {ErrorKind::Offline, ErrorKind::Timeout, ErrorKind::RateLimited,
                 ErrorKind::ServerFault}) {
            QVERIFY(Error{kind}.isRetryable());
        }
        for (const auto kind : {ErrorKind::Cancelled, ErrorKind::Unauthorized, ErrorKind::Rejected,
                 ErrorKind::NotFound, ErrorKind::Protocol, ErrorKind::SecretUnavailable,
                 ErrorKind::Storage}) {
            QVERIFY(!Error{kind}.isRetryable());
        }
    }

    void carriesWhatTheServiceSaid()
    {
        const auto error = Error{ErrorKind::Rejected, QStringLiteral("send")}
                               .withHttpStatus(400)
                               .withProviderCode(QStringLiteral("2"))
                               .withRetryAfter(std::chrono::seconds{5})
                               .withMayHaveHappened(true);
        QCOMPARE(error.httpStatus(), 400);
        QCOMPARE(error.providerCode(), QStringLiteral("2"));
        QCOMPARE(error.retryAfter()->count(), 5);
        QVERIFY(error.mayHaveHappened());
        QCOMPARE(errorKindName(error.kind()), QStringLiteral("Rejected"));
    }
};

TEXTDESK_TEST(tst_error, TestError)
#include "tst_error.moc"
