// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QTemporaryFile>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestOutput final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_out = std::make_unique<QTemporaryFile>();
        m_err = std::make_unique<QTemporaryFile>();
        QVERIFY(m_out->open() && m_err->open());
    }
    void controlCharactersAreVisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Hello \u00e9 \U0001F642"_s << u"Hello \u00e9 \U0001F642"_s;
        QTest::newRow("line feed") << u"a\nb"_s << u"a\u21b5b"_s;
        QTest::newRow("escape") << u"\u001b[2J"_s << u"\ufffd[2J"_s;
        QTest::newRow("C1") << u"\u009b31m"_s << u"\ufffd31m"_s;
        QTest::newRow("bell, return, delete") << u"\a\r\u007f"_s << u"\ufffd\ufffd\ufffd"_s;
        QTest::newRow("NUL") << QString{u"a\0b"_s} << u"a\ufffdb"_s;
        QTest::newRow("turned around") << u"a\u202eb\u2066c"_s << u"a\ufffdb\ufffdc"_s;
        QTest::newRow("right to left") << u"\u05e9\u05dc"_s << u"\u05e9\u05dc"_s;
        QTest::newRow("markup") << u"<b>"_s << u"<b>"_s;
    }
    void controlCharactersAreVisible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        const QByteArray line{captured([&] { Output{false}.line(text); })};
        QCOMPARE(QString::fromUtf8(line), shown + u'\n');
    }
    void eachFormHasItsOwnWords()
    {
        QCOMPARE(captured([] {
            Output{true}.line(u"words"_s);
            Output{true}.plainLine(u"both"_s);
            Output{true}.object({{u"a"_s, 1}});
            Output{true}.array({1, 2});
        }),
            QByteArray{"both\n{\"a\":1}\n[1,2]\n"});
        QCOMPARE(captured([] {
            Output{false}.line(u"words"_s);
            Output{false}.plainLine(u"both"_s);
            Output{false}.object({{u"a"_s, 1}});
            Output{false}.array({1, 2});
        }),
            QByteArray{"words\nboth\n"});
    }
    void errorsGoToTheirStream()
    {
        const Error error{ErrorKind::NotFound, u"no-account"_s};
        QCOMPARE(captured([&] { Output{false}.error(error, u"desk"_s); }), QByteArray{});
        QVERIFY(m_errors.startsWith("desk: There is no account"));
        QCOMPARE(captured([&] { Output{true}.error(error, u"desk"_s); }), QByteArray{});
        const QJsonObject body{QJsonDocument::fromJson(m_errors).object()["error"_L1].toObject()};
        QCOMPARE(body["kind"_L1].toString(), u"NotFound"_s);
        QCOMPARE(body["detail"_L1].toString(), u"no-account"_s);
        QCOMPARE(body["about"_L1].toString(), u"desk"_s);
        QVERIFY(!body["message"_L1].toString().isEmpty());
    }
    void notesInBothForms()
    {
        QCOMPARE(captured([] { Output{false}.note(u"By the way."_s); }), QByteArray{});
        QCOMPARE(m_errors, QByteArray{"By the way.\n"});
        QCOMPARE(captured([] { Output{true}.note(u"By the way."_s); }), QByteArray{});
        QCOMPARE(m_errors, QByteArray{"{\"note\":{\"message\":\"By the way.\"}}\n"});
    }
    void usageErrorsInBothForms()
    {
        QCOMPARE(captured([] { Output{false}.usage(u"Wrong."_s); }), QByteArray{});
        QCOMPARE(m_errors, QByteArray{"Wrong.\nRun 'textdesk-cli help' for all commands.\n"});
        QCOMPARE(captured([] { Output{true}.usage(u"Wrong."_s); }), QByteArray{});
        QCOMPARE(m_errors.count('\n'), 1);
        QCOMPARE(QJsonDocument::fromJson(m_errors).object()["error"_L1]["message"_L1].toString(),
            u"Wrong."_s);
    }

private:
    // What reaches standard output; standard error is left in m_errors.
    QByteArray captured(const std::function<void()>& write)
    {
        m_out->resize(0);
        m_err->resize(0);
        std::fflush(stdout);
        std::fflush(stderr);
        const int out{::dup(1)};
        const int err{::dup(2)};
        ::dup2(m_out->handle(), 1);
        ::dup2(m_err->handle(), 2);
        write();
        std::fflush(stdout);
        std::fflush(stderr);
        ::dup2(out, 1);
        ::dup2(err, 2);
        ::close(out);
        ::close(err);
        m_err->seek(0);
        m_errors = m_err->readAll();
        ::lseek(m_err->handle(), 0, SEEK_SET);
        m_out->seek(0);
        const QByteArray read{m_out->readAll()};
        ::lseek(m_out->handle(), 0, SEEK_SET);
        return read;
    }
    std::unique_ptr<QTemporaryFile> m_out;
    std::unique_ptr<QTemporaryFile> m_err;
    QByteArray m_errors;
};

TEXTDESK_TEST(tst_output, TestOutput)
#include "tst_output.moc"
