// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomrequests.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

namespace {

ZoomSettings settings(ZoomAuth auth = ZoomAuth::Headers)
{
    ZoomSettings made;
    made.base = QUrl{QStringLiteral("https://sms.example.org/app/")};
    made.email = QStringLiteral("desk@example.org");
    made.auth = auth;
    made.zone = zoomZone(QStringLiteral("+02:00"));
    return made;
}

QByteArray everything(const ClientRequest& request)
{
    QByteArray all{request.method + ' ' + request.url.toEncoded() + '\n'};
    for (const auto& [name, value] : request.headers.all()) {
        all += name + ": " + value + '\n';
    }
    return all + request.body;
}

std::vector<ClientRequest> everyRequest(const ZoomSettings& with)
{
    const OutgoingText text{
        Address::fromCanonical(QStringLiteral("+27820000012")), QStringLiteral("Hi"), {}, {}, {}};
    const QString id{QStringLiteral("5b37661ae396c8e42e0c9ca2")};
    return {zoomBalanceRequest(with), zoomSendRequest(with, text),
        zoomBulkRequest(with, {text, text}, 5), zoomPageRequest(with, {}),
        zoomMessageRequest(with, id), zoomRemoveRequest(with, id), zoomReadRequest(with, id, true),
        zoomReadRequest(with, id, false)};
}

} // namespace

class TestZoomRequests final : public QObject {
    Q_OBJECT
private slots:
    void alwaysNamesTheFormatAndNeverUsesASuffix()
    {
        for (const ClientRequest& request : everyRequest(settings())) {
            QCOMPARE(request.contentType, QByteArray{"application/json"});
            QCOMPARE(request.headers.value("accept"), QByteArray{"application/json"});
            QVERIFY(!request.url.path().contains(QLatin1Char{'.'}));
            QVERIFY(!request.rateKey.isEmpty());
        }
    }

    void changesNothingWithAGet()
    {
        int gets{0};
        for (const ClientRequest& request : everyRequest(settings())) {
            if (request.method == "GET") {
                ++gets;
                const QString path{request.url.path()};
                QVERIFY(!path.contains(QLatin1String{"mark"}));
                QVERIFY(!path.contains(QLatin1String{"send"}));
                QVERIFY(request.body.isEmpty());
            }
        }
        QCOMPARE(gets, 3);
    }

    void theCredentialsStandInOnePlaceOnly_data()
    {
        QTest::addColumn<int>("auth");
        QTest::newRow("headers") << int(ZoomAuth::Headers);
        QTest::newRow("basic") << int(ZoomAuth::Basic);
        QTest::newRow("url") << int(ZoomAuth::Url);
    }

    void theCredentialsStandInOnePlaceOnly()
    {
        QFETCH(int, auth);
        const ZoomSettings with{settings(ZoomAuth(auth))};
        for (ClientRequest request : everyRequest(with)) {
            QVERIFY(!everything(request).contains("example.org\n"));
            QVERIFY(zoomAuthorise(request, with, SecretText{"made-up-token"}));
            const bool inUrl{request.url.toEncoded().contains("made-up-token")};
            QCOMPARE(inUrl, ZoomAuth(auth) == ZoomAuth::Url);
            QCOMPARE(request.url.toEncoded().contains("desk"), ZoomAuth(auth) == ZoomAuth::Url);
            QCOMPARE(everything(request).count("made-up-token"),
                ZoomAuth(auth) == ZoomAuth::Basic ? 0 : 1);
            QCOMPARE(request.headers.contains("token"), ZoomAuth(auth) == ZoomAuth::Headers);
            QCOMPARE(request.headers.contains("authorization"), ZoomAuth(auth) == ZoomAuth::Basic);
            QVERIFY(!request.body.contains("token"));
        }
    }

    void anUnusableTokenLeavesTheRequestAlone()
    {
        ClientRequest request{zoomBalanceRequest(settings())};
        const QByteArray before{everything(request)};
        QCOMPARE(zoomAuthorise(request, settings(), SecretText{}).error().kind(),
            ErrorKind::SecretUnavailable);
        QCOMPARE(zoomAuthorise(request, settings(), SecretText{" \n"}).error().kind(),
            ErrorKind::SecretUnavailable);
        QCOMPARE(zoomAuthorise(request, settings(), SecretText{"a\nb"}).error().detail(),
            QStringLiteral("token-unusable"));
        QCOMPARE(everything(request), before);
    }

    void createsAndListsAreThrottledApart()
    {
        const auto requests = everyRequest(settings());
        QCOMPARE(requests[1].rateKey, requests[2].rateKey);
        QVERIFY(requests[1].rateKey != requests[3].rateKey);
    }

    void everyByteOfAnIdStaysWithinItsPartOfThePath()
    {
        for (int byte{1}; byte < 256; ++byte) {
            const QString id{QLatin1Char{'a'} + QString{QChar{ushort(byte)}} + QLatin1Char{'b'}};
            const ClientRequest request{zoomReadRequest(settings(), id, true)};
            const QByteArray url{request.url.toEncoded()};
            QVERIFY2(request.url.isValid(), url.constData());
            QVERIFY(url.startsWith("https://sms.example.org/app/api/rest/v1/messages/a"));
            QVERIFY(url.endsWith("b/markRead"));
            QCOMPARE(url.count('/'), 9);
            QVERIFY(!url.contains('?') && !url.contains('#'));
        }
    }
};

TEXTDESK_TEST(tst_zoomrequests, TestZoomRequests)
#include "tst_zoomrequests.moc"
