// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomparameters.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

namespace {

// "a=1|b=2" in order of the keys, or the error's detail.
QString parametersOf(const char* target, const char* body, PlusSign plus = PlusSign::Space)
{
    RawRequest request;
    request.method = "POST";
    request.target = target;
    request.body = body;
    const auto parameters = zoomParameters(request, plus);
    if (!parameters) {
        return parameters.error().detail();
    }
    QStringList pairs;
    for (auto at = parameters->begin(); at != parameters->end(); ++at) {
        pairs.append(at.key() + QLatin1Char{'='} + at.value());
    }
    return pairs.join(QLatin1Char{'|'});
}

} // namespace

class TestZoomParameters final : public QObject {
    Q_OBJECT
private slots:
    void mergesQueryAndBody_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* target, const char* body, const char* expected) {
            QTest::addRow("%s + %s", target, body)
                << QByteArray{target} << QByteArray{body} << QString::fromUtf8(expected);
        };
        row("/h", "", "");
        row("/h?", "", "");
        row("/h?&&", "&", "");
        row("/h?b=2", "a=1", "a=1|b=2");
        row("/h?a=1", "a=1", "a=1");
        row("/h?a=1", "a=2", "unreadable: two values for one key");
        row("/h", "a=1&a=1", "a=1");
        row("/h", "a=1&a=2", "unreadable: two values for one key");
        row("/h", "a=1&A=2", "A=2|a=1");
        row("/h", "a", "a=");
        row("/h", "a=b=c", "a=b=c");
        row("/h", "a=%2B27+x%20y", "a=+27 x y");
        row("/h", "a=%F0%9F%98%80", "a=😀");
        row("/h", "a=100%", "a=100%");
        row("/h?a=x%26y", "", "a=x&y");
        row("/h?b=2", "{\"a\":\"1\",\"c\":3,\"d\":null}", "a=1|b=2|c=3");
        row("/h?a=2", "{\"a\":\"1\"}", "unreadable: two values for one key");
        row("/h", " {\"a\":\"x+y\"} \n", "a=x+y");
        row("/h", "{\"a\":{}}", "unreadable: body");
        row("/h", "{\"a\":true}", "unreadable: body");
        row("/h", "{", "unreadable: body");
        row("/h", "{}x", "unreadable: body");
    }

    void mergesQueryAndBody()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QTEST(parametersOf(target.constData(), body.constData()), "read");
    }

    void canTakeAPlusAsItStands()
    {
        QCOMPARE(::parametersOf("/h?a=+27", "b=x+y%20z", PlusSign::Literal),
            QStringLiteral("a=+27|b=x+y z"));
    }
};

TEXTDESK_TEST(tst_zoomparameters, TestZoomParameters)
#include "tst_zoomparameters.moc"
