// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tree/layertable.h"
#include "tests/app/tree/sourcetext.h"
#include "tests/app/tree/wordrules.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QSet>
#include <QTest>

using namespace Textdesk::Testing;

namespace {

const QStringList sources{QStringLiteral("*.cpp"), QStringLiteral("*.h")};

QByteArray together(const QStringList& complaints)
{
    return QByteArray{"\n"} + complaints.join(u'\n').toUtf8();
}

QStringList entries(const char* words)
{
    return QString::fromLatin1(words).split(u' ');
}

} // namespace

class TestLayers final : public QObject {
    Q_OBJECT
private slots:
    // Without Qt's headers qtModuleOf() would find nothing to complain about.
    void initTestCase()
    {
        QVERIFY(QFileInfo::exists(
            QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtWidgets/QWidget")));
    }

    void everyIncludeFollowsTheTable()
    {
        QStringList complaints;
        const QStringList files{filesBelow(entries("app ui"), sources)};
        QVERIFY(files.size() > 10);
        for (const QString& file : files) {
            complaints += includeComplaints(file, readSource(file));
        }
        QVERIFY2(complaints.isEmpty(), together(complaints).constData());
    }

    void noRefusedWordInTheCode()
    {
        QStringList complaints;
        for (const QString& file : filesBelow(entries("app ui tests"), sources)) {
            complaints += wordComplaints(file, readSource(file));
        }
        QVERIFY2(complaints.isEmpty(), together(complaints).constData());
    }

    void everyFolderIsARoomOfTheTable()
    {
        for (const QString& top : entries("app ui")) {
            const QDir folder{QDir{sourceRoot()}.filePath(top)};
            for (const QString& room : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                QVERIFY2(isKnownRoom(top + u'/' + room), qPrintable(top + u'/' + room));
            }
        }
    }

    void theRootHoldsOnlyWhatItShould()
    {
        const QStringList required{
            entries("CMakeLists.txt app ui resources translations tests packaging README.md "
                    "ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md LICENSE CMakePresets.json "
                    "vcpkg.json .clang-format .clang-tidy .editorconfig .gitignore .ci")};
        // Not part of the clone: git's own, and what .gitignore names.
        const QStringList tolerated{entries(".git build .cache compile_commands.json")};
        const QDir root{sourceRoot()};
        const QStringList found{
            root.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)};
        for (const QString& entry : found) {
            QVERIFY2(required.contains(entry) || tolerated.contains(entry)
                    || entry.endsWith(QStringLiteral(".user")),
                qPrintable(entry));
        }
        for (const QString& entry : required) {
            QVERIFY2(found.contains(entry), qPrintable(entry));
        }
    }

    // What follows shows that the checks above can fail.
    void aWrongArrowIsSeen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("allowed");

        const auto row = [](const char* path, const char* line, bool allowed) {
            QTest::addRow("%s %s", path, line)
                << QString::fromLatin1(path) << QString::fromLatin1(line) << allowed;
        };
        row("app/net/a.cpp", "#include \"app/http/servermessage.h\"", true);
        row("app/net/a.cpp", "#include \"app/net/b.h\"", true);
        row("app/net/a.cpp", "#include \"app/storage/b.h\"", false);
        row("app/net/a.cpp", "#  include  \"app/storage/b.h\"", false);
        row("app/net/a.cpp", "#include \"b.h\"", false);
        row("app/net/a.cpp", "#include \"../storage/b.h\"", false);
        row("app/net/a.cpp", "#include \"tests/support/manualclock.h\"", false);
        row("app/net/a.cpp", "// #include \"app/storage/b.h\"", true);
        row("app/net/a.cpp", "/* \" */ #include \"app/storage/b.h\"", false);
        row("app/net/a.cpp", "#include <QNetworkReply>", true);
        row("app/domain/a.cpp", "#include <QNetworkReply>", false);
        row("app/domain/a.cpp", "#include <QtNetwork/QNetworkReply>", false);
        row("app/domain/a.cpp", "#include <QHostAddress>", true);
        row("app/domain/a.h", "#include <QColor>", false);
        row("app/models/a.h", "#include <QWidget>", false);
        row("app/models/a.h", "#include <QtGui/qcolor.h>", false);
        row("app/models/a.h", "#include <vector>", true);
        row("app/messaging/a.h", "#include <sqlite3.h>", false);
        row("app/storage/a.h", "#include <sqlite3.h>", true);
        row("app/storage/a.h", "#include <QSqlQuery>", true);
        row("app/providers/a.cpp", "#include \"app/http/servermessage.h\"", true);
        row("app/providers/a.cpp", "#include \"app/http/httpserver.h\"", false);
        row("app/providers/a.cpp", "#include \"app/providers/zoomconnect/zoomconnect.h\"", false);
        row("app/providers/twilio/a.cpp", "#include \"app/providers/zoomconnect/a.h\"", false);
        row("app/providers/twilio/a.cpp", "#include \"app/providers/twilio/b.h\"", true);
        row("app/practice/a.cpp", "#include \"app/providers/provider.h\"", false);
        row("app/webhook/a.cpp", "#include \"app/providers/provider.h\"", false);
        row("app/net/a.cpp", "#include <boost/beast/http.hpp>", false);
        row("app/http/a.cpp", "#include <boost/beast/http.hpp>", true);
        row("app/messaging/a.cpp", "#include <phonenumbers/phonenumberutil.h>", false);
        row("app/net/a.cpp", "#include \"ui/shell/mainwindow.h\"", false);
        row("app/cli/a.cpp", "#include \"app/models/roles.h\"", false);
        row("app/cli/a.cpp", "#include \"app/providers/zoomconnect/zoomconnect.h\"", false);
        row("app/cli/main.cpp", "#include \"app/providers/zoomconnect/zoomconnect.h\"", true);
        row("app/surprise/a.cpp", "#include <QString>", false);
        row("ui/main.cpp", "#include \"app/storage/database.h\"", true);
        row("ui/inbox/a.cpp", "#include \"app/storage/database.h\"", false);
        row("ui/inbox/a.cpp", "#include \"app/net/httpclient.h\"", false);
        row("ui/inbox/a.cpp", "#include \"app/secrets/secrets.h\"", false);
        row("ui/inbox/a.cpp", "#include \"app/models/roles.h\"", true);
        row("ui/inbox/a.cpp", "#include \"ui/shell/mainwindow.h\"", false);
        row("ui/shell/a.cpp", "#include \"ui/inbox/conversationlist.h\"", true);
        row("ui/widgets/a.cpp", "#include \"app/domain/message.h\"", false);
    }

    void aWrongArrowIsSeen()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, line);
        QFETCH(const bool, allowed);
        const QStringList complaints{includeComplaints(path, QStringLiteral("\n") + line)};
        QCOMPARE(complaints.isEmpty(), allowed);
        QVERIFY(allowed || complaints.first().startsWith(path + QStringLiteral(":2: ")));
    }

    void aRefusedWordIsSeen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("allowed");

        const auto row = [](const char* path, const char* line, bool allowed) {
            QTest::addRow("%s %s", path, line)
                << QString::fromLatin1(path) << QString::fromLatin1(line) << allowed;
        };
        row("app/messaging/a.cpp", "sqlite3_stmt* q;", false);
        row("app/storage/a.cpp", "sqlite3_stmt* q;", true);
        row("app/messaging/a.cpp", "// as sqlite3_stmt would", true);
        row("app/messaging/a.cpp", "log(\"sqlite3_stmt\");", true);
        row("app/messaging/a.cpp", "const auto n = 1'000; sqlite3_stmt* q; // '", false);
        row("app/messaging/a.cpp", "if (c == u'\"') { sqlite3_stmt* q; } // \"", false);
        row("app/messaging/a.cpp", "x = R\"s(\" )\" )s\"; sqlite3_stmt* q;", false);
        row("app/messaging/a.cpp", "x = R\"s( QSqlQuery )\" )s\";", true);
        row("app/practice/a.cpp", "QNetworkAccessManager m;", false);
        row("app/net/a.cpp", "QNetworkReply* r;", true);
        row("tests/app/net/a.cpp", "QNetworkAccessManager m;", true);
        row("ui/shell/a.cpp", "QCoreApplication::processEvents();", false);
        row("ui/shell/a.cpp", "QEventLoop loop;", false);
        row("app/net/a.cpp", "socket.waitForReadyRead(10);", false);
        row("app/cli/a.cpp", "connect(a, b, this, &Send::waitForDelivery);", true);
        row("tests/app/net/a.cpp", "curl.waitForFinished(10);", true);
        row("app/net/a.cpp", "condition.wait_for(lock, 1s);", true);
        row("app/net/a.cpp", "QThread::msleep(1);", false);
        row("tests/app/net/a.cpp", "std::this_thread::sleep_for(1s);", false);
        row("tests/app/net/a.cpp", "QTest::qWait(10);", false);
        row("tests/app/net/a.cpp", "QTest::qWaitFor([] { return true; });", true);
        row("app/messaging/a.cpp", "QDateTime::currentDateTimeUtc()", false);
        row("app/base/clock.cpp", "QDateTime::currentMSecsSinceEpoch()", true);
        row("app/net/a.h", "class SocketManager final {", false);
        row("app/net/a.h", "class QNetworkAccessManager;", true);
        row("app/net/a.h", "class QFileManager;", true);
        row("app/net/a.h", "// TO\x44O later", false);
    }

    void aRefusedWordIsSeen()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, line);
        QFETCH(const bool, allowed);
        const QStringList complaints{wordComplaints(path, QStringLiteral("\n") + line)};
        QCOMPARE(complaints.isEmpty(), allowed);
        QVERIFY(allowed || complaints.first().startsWith(path + QStringLiteral(":2: ")));
    }
};

TEXTDESK_TEST(tst_layers, TestLayers)
#include "tst_layers.moc"
