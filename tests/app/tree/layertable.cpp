// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tree/layertable.h"

#include "tests/app/tree/sourcetext.h"

#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace Textdesk::Testing {

namespace {

struct Row final {
    const char* folder;
    const char*
        mayInclude; // rooms or single headers of app/ (ui/ ones with the prefix), beside itself
    const char* qtModules; // beside QtCore
};

// A provider or the Outbox handles requests and answers as values, never a server.
#define HTTP_VALUES "http/headerlist.h http/formdecoder.h http/servermessage.h "
// What a window may know: values, models and verbs. Never http, net, storage, webhook, secrets,
// providers.
#define SMALL_ROOMS "templates reports calls administration workbench doctor "
#define UI_VERBS                                                                                   \
    "base domain settings models accounts messaging people campaigns upkeep " SMALL_ROOMS
#define UI_PARTS "ui/prompt ui/widgets ui/theme ui/words "
#define UI_QT "QtGui QtWidgets QtSvg"

const std::vector<Row>& table()
{
    static const std::vector<Row> rows{
        {"app/base", "", ""},
        // Pure rules: no QObject, no I/O, no clock, so nothing but values below them.
        {"app/domain", "base", ""},
        {"app/http", "base", "QtNetwork"},
        // The session bus answers "is it locked?", which QtKeychain does not.
        {"app/secrets", "base", "QtDBus"},
        {"app/settings", "base", ""},
        {"app/platform", "base", "QtDBus QtNetwork"},
        {"app/net", "base http", "QtNetwork"},
        // The only room with SQL, and it knows values only.
        {"app/storage", "base domain", "QtSql"},
        {"app/tables", "base domain", ""},
        {"app/providers", "base domain net " HTTP_VALUES, ""},
        // Knows no provider by name; the two meet in messaging.
        {"app/webhook", "base http net platform storage", "QtNetwork"},
        {"app/accounts", "base domain net secrets settings storage providers", ""},
        {"app/messaging",
            "base domain settings platform storage providers webhook accounts " HTTP_VALUES, ""},
        // Checks, backups, what leaves by age or by a person's wish, and the way out of damage.
        {"app/upkeep", "base domain settings storage", ""},
        {"app/people", "base domain settings storage tables providers accounts", ""},
        {"app/campaigns",
            "base domain settings platform storage tables providers accounts people messaging", ""},
        {"app/templates", "base domain net settings storage tables providers accounts", ""},
        {"app/reports", "base domain net settings storage tables providers accounts", ""},
        {"app/calls", "base domain net settings storage tables providers accounts", ""},
        {"app/administration", "base domain net settings storage tables providers accounts", ""},
        {"app/workbench", "base domain net settings storage tables providers accounts", ""},
        {"app/doctor",
            "base domain net settings storage tables providers accounts webhook platform", ""},
        // Puts the services of one profile together, for the window and the command line alike.
        {"app/engine",
            "base domain http net platform secrets settings storage providers webhook accounts "
            "messaging people",
            "QtNetwork"},
        // Stands for the provider's side, so it must not share the provider's code.
        {"app/practice", "base domain http net", "QtNetwork"},
        // Read side of the store and the change signals of any room.
        {"app/models",
            "base domain storage settings accounts messaging people campaigns " SMALL_ROOMS, ""},
        {"app/cli",
            "base domain http secrets settings platform net storage tables providers webhook "
            "accounts "
            "messaging engine people campaigns practice upkeep " SMALL_ROOMS,
            "QtNetwork"},
        {"ui/theme", "base", "QtGui QtWidgets QtSvg QtDBus"},
        // Know no domain type, so that any screen can use them.
        {"ui/widgets", "base ui/theme", UI_QT},
        {"ui/prompt", "base ui/widgets ui/theme", UI_QT},
        {"ui/words", "base domain", UI_QT},
        // The shell puts the screens together; no screen includes the shell.
        {"ui/shell",
            UI_VERBS UI_PARTS "ui/inbox ui/thread ui/compose ui/credentials ui/campaigns ui/people "
                              "ui/templates ui/reports ui/accounts ui/webhooks ui/workbench "
                              "ui/administration ui/calls ui/settings",
            UI_QT},
        // The shell's desk over the real services.
        {"ui/desk", UI_VERBS UI_PARTS "ui/shell ui/inbox ui/accounts ui/credentials", UI_QT},
        // The program beside its window: notices and tray go over the platform's services.
        {"ui/desktop", UI_VERBS UI_PARTS "platform ui/shell", UI_QT},
        {"ui/inbox", UI_VERBS UI_PARTS, UI_QT},
        {"ui/thread", UI_VERBS UI_PARTS, UI_QT},
        {"ui/compose", UI_VERBS UI_PARTS, UI_QT},
        {"ui/credentials", UI_VERBS UI_PARTS, UI_QT},
        {"ui/campaigns", UI_VERBS UI_PARTS, UI_QT},
        {"ui/people", UI_VERBS UI_PARTS, UI_QT},
        {"ui/templates", UI_VERBS UI_PARTS, UI_QT},
        {"ui/reports", UI_VERBS UI_PARTS, UI_QT},
        {"ui/accounts", UI_VERBS UI_PARTS, UI_QT},
        {"ui/webhooks", UI_VERBS UI_PARTS, UI_QT},
        {"ui/workbench", UI_VERBS UI_PARTS, UI_QT},
        {"ui/administration", UI_VERBS UI_PARTS, UI_QT},
        {"ui/calls", UI_VERBS UI_PARTS, UI_QT},
        {"ui/settings", UI_VERBS UI_PARTS, UI_QT},
    };
    return rows;
}

// A library behind one room, so that it can be replaced there.
struct Library final {
    const char* prefix;
    const char* room;
};
constexpr Library libraries[]{
    {"boost/", "app/http"},
    {"phonenumbers/", "app/domain"},
    {"qt6keychain/", "app/secrets"},
    {"sqlite3.h", "app/storage"},
    {"quazip/", "app/upkeep"},
    {"csv.h", "app/tables"},
};

const Row* rowOf(const QString& folder)
{
    const auto found = std::find_if(table().cbegin(), table().cend(),
        [&](const Row& row) { return folder == QLatin1String{row.folder}; });
    return found == table().cend() ? nullptr : &*found;
}

QString roomOf(const QString& path)
{
    return path.section(u'/', 0, 1);
}

// The two programs build the object graph: they, and nobody else, name concrete classes.
bool buildsTheProgram(const QString& path)
{
    return path == QStringLiteral("app/cli/main.cpp") || path.count(u'/') == 1;
}

// "zoomconnect" of app/providers/zoomconnect/requests.h; empty for what all providers share.
QString concreteProviderOf(const QString& path)
{
    return path.startsWith(QStringLiteral("app/providers/")) && path.count(u'/') > 2
        ? path.section(u'/', 2, 2)
        : QString{};
}

QString judgeOwn(const QString& path, const Row& row, const QString& header)
{
    if (header.startsWith(QStringLiteral("tests/"))) {
        return QStringLiteral("the program never includes a test's file");
    }
    const QString provider{concreteProviderOf(header)};
    if (!provider.isEmpty() && provider != concreteProviderOf(path)) {
        return QStringLiteral("only the main.cpp of a program names a concrete provider");
    }
    const QString room{roomOf(header)};
    if (room == roomOf(path)) {
        return {};
    }
    const QStringList allowed{QString::fromLatin1(row.mayInclude).split(u' ', Qt::SkipEmptyParts)};
    const bool inApp{header.startsWith(QStringLiteral("app/"))};
    if (allowed.contains(inApp ? room.mid(4) : room)
        || (inApp && allowed.contains(header.mid(4)))) {
        return {};
    }
    return QStringLiteral("%1 may include only: %2")
        .arg(QLatin1String{row.folder}, allowed.join(QStringLiteral(", ")));
}

QString judgeForeign(const Row& row, const QString& header)
{
    // A value, and the one right way to tell a loopback address; no I/O comes with it.
    if (header == QStringLiteral("QHostAddress")) {
        return {};
    }
    const QString module{qtModuleOf(header)};
    if (!module.isEmpty() && module != QStringLiteral("QtCore")
        && !QString::fromLatin1(row.qtModules).split(u' ').contains(module)) {
        return QStringLiteral("%1 does not use %2").arg(QLatin1String{row.folder}, module);
    }
    for (const Library& library : libraries) {
        if (header.startsWith(QLatin1String{library.prefix})
            && QLatin1String{library.room} != QLatin1String{row.folder}) {
            return QStringLiteral("only %1 includes this library").arg(QLatin1String{library.room});
        }
    }
    return {};
}

QString judge(const QString& path, const QString& header, bool own)
{
    if (buildsTheProgram(path)) {
        return own && header.startsWith(QStringLiteral("tests/"))
            ? QStringLiteral("the program never includes a test's file")
            : QString{};
    }
    const Row* row{rowOf(roomOf(path))};
    if (!row) {
        return QStringLiteral("%1 is not in the table of rooms").arg(roomOf(path));
    }
    if (!own) {
        return judgeForeign(*row, header);
    }
    static const QRegularExpression fromTheRoot{QStringLiteral("^(app|ui|tests)/.+")};
    // moc's output is the one thing included by its bare name.
    if (header.endsWith(QStringLiteral(".moc"))) {
        return {};
    }
    return fromTheRoot.match(header).hasMatch() ? judgeOwn(path, *row, header)
                                                : QStringLiteral("write it from the root");
}

} // namespace

bool isKnownRoom(const QString& folder)
{
    return rowOf(folder) != nullptr;
}

QString qtModuleOf(const QString& header)
{
    if (header.contains(u'/')) {
        const QString folder{header.section(u'/', 0, 0)};
        return folder.startsWith(QStringLiteral("Qt")) ? folder : QString{};
    }
    const QString headers{QLibraryInfo::path(QLibraryInfo::HeadersPath)};
    for (const char* module :
        {"QtCore", "QtNetwork", "QtSql", "QtDBus", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets",
            "QtTest", "QtPrintSupport", "QtXml", "QtConcurrent", "QtOpenGL", "QtOpenGLWidgets"}) {
        if (QFile::exists(headers + u'/' + QLatin1String{module} + u'/' + header)) {
            return QLatin1String{module};
        }
    }
    return {};
}

QStringList includeComplaints(const QString& path, const QString& text)
{
    static const QRegularExpression include{
        QStringLiteral(R"re(^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>))re")};
    QStringList complaints;
    const QStringList lines{codeOf(text, Strings::Keep).split(u'\n')};
    for (qsizetype i{0}; i < lines.size(); ++i) {
        const auto match = include.match(lines.at(i));
        if (!match.hasMatch()) {
            continue;
        }
        const bool own{match.capturedLength(1) > 0};
        const QString header{match.captured(own ? 1 : 2)};
        const QString reason{judge(path, header, own)};
        if (!reason.isEmpty()) {
            complaints.append(
                QStringLiteral("%1:%2: %3: %4").arg(path).arg(i + 1).arg(header, reason));
        }
    }
    return complaints;
}

} // namespace Textdesk::Testing
