// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tree/packagelist.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace Textdesk::Testing {

namespace {

struct Library final {
    const char* name; // as find_package says it, Qt6's components as Qt6/<component>
    const char* packages;
    const char* port;
};
constexpr Library libraries[]{
    {"Qt6/Concurrent", "qt6-base-dev", "qtbase"},
    {"Qt6/Core", "qt6-base-dev", "qtbase"},
    {"Qt6/DBus", "qt6-base-dev", "qtbase"},
    {"Qt6/Gui", "qt6-base-dev libgl1-mesa-dev", "qtbase"},
    {"Qt6/LinguistTools", "qt6-tools-dev qt6-l10n-tools", "qttools"},
    {"Qt6/Network", "qt6-base-dev ca-certificates", "qtbase"},
    {"Qt6/PrintSupport", "qt6-base-dev", "qtbase"},
    {"Qt6/Sql", "qt6-base-dev libqt6sql6-sqlite", "qtbase"},
    {"Qt6/Svg", "qt6-svg-dev libqt6svg6", "qtsvg"},
    {"Qt6/Test", "qt6-base-dev", "qtbase"},
    {"Qt6/Widgets", "qt6-base-dev", "qtbase"},
    {"Qt6Keychain", "qtkeychain-qt6-dev", "qtkeychain-qt6"},
    {"OpenSSL", "libssl-dev", "openssl"},
    {"SQLite3", "libsqlite3-dev", "sqlite3"},
    {"Boost", "libboost-dev", "boost-beast"},
    {"tl-expected", "libexpected-dev", "tl-expected"},
    {"QuaZip-Qt6", "libquazip1-qt6-dev", "quazip"},
    {"Libcsv", "libcsv-dev", "libcsv"},
};

struct Program final {
    const char* name;
    const char* package;
};
constexpr Program programs[]{
    {"Xvfb", "xvfb"},
    {"openbox", "openbox"},
    {"dbus-run-session", "dbus"},
    {"dbus-send", "dbus"},
    {"gnome-keyring-daemon", "gnome-keyring"},
    {"secret-tool", "libsecret-tools"},
    {"xdotool", "xdotool"},
    {"import", "imagemagick"},
    {"wmctrl", "wmctrl"},
    {"xprop", "x11-utils"},
    {"xwininfo", "x11-utils"},
    {"xauth", "xauth"},
    {"curl", "curl"},
    {"openssl", "openssl"},
    {"sqlite3", "sqlite3"},
    {"nghttpd", "nghttp2-server"},
    {"python3", "python3"},
    {"unshare", "util-linux"},
    {"flock", "util-linux"},
    {"clang-format-14", "clang-format-14"},
    {"run-clang-tidy-14", "clang-tidy-14"},
    {"ninja", "ninja-build"},
    {"cmake", "cmake"},
    {"ccache", "ccache"},
    {"desktop-file-validate", "desktop-file-utils"},
    {"appstreamcli", "appstream"},
    {"man", "man-db"},
    {"lintian", "lintian"},
    {"debootstrap", "debootstrap"},
    {"readelf", "binutils"},
};

QStringList librariesOf(const QString& cmake)
{
    static const QRegularExpression call{QStringLiteral(R"(find_package\s*\(([^)]*)\))")};
    static const QRegularExpression space{QStringLiteral("\\s+")};
    QStringList found;
    auto calls = call.globalMatch(cmake);
    while (calls.hasNext()) {
        const QStringList words{calls.next().captured(1).split(space, Qt::SkipEmptyParts)};
        const qsizetype components{words.indexOf(QStringLiteral("COMPONENTS"))};
        if (components < 0) {
            found.append(words.value(0));
        }
        for (qsizetype i{components + 1}; components >= 0 && i < words.size(); ++i) {
            found.append(words.first() + u'/' + words.at(i));
        }
    }
    return found;
}

QStringList split(const char* words)
{
    return QString::fromLatin1(words).split(u' ');
}

} // namespace

QStringList libraryComplaints(
    const QString& cmake, const QStringList& packages, const QStringList& ports)
{
    QStringList complaints;
    for (const QString& name : librariesOf(cmake)) {
        const auto* library = std::find_if(std::begin(libraries), std::end(libraries),
            [&](const Library& each) { return name == QLatin1String{each.name}; });
        if (library == std::end(libraries)) {
            complaints.append(
                QStringLiteral("%1: say in packagelist.cpp which package has it").arg(name));
            continue;
        }
        for (const QString& package : split(library->packages)) {
            if (!packages.contains(package)) {
                complaints.append(QStringLiteral("%1: packages.txt lacks %2").arg(name, package));
            }
        }
        if (!ports.contains(QLatin1String{library->port})) {
            complaints.append(
                QStringLiteral("%1: vcpkg.json lacks %2").arg(name, QLatin1String{library->port}));
        }
    }
    return complaints;
}

QStringList programComplaints(const QString& path, const QString& text, const QStringList& packages)
{
    QStringList complaints;
    const bool script{path.endsWith(QStringLiteral(".sh"))};
    for (const Program& program : programs) {
        // A script calls it by a word at the start of a command; a test names it in quotes.
        const QString name{QRegularExpression::escape(QLatin1String{program.name})};
        const QRegularExpression call{script
                ? QStringLiteral(R"((?m)^(?!\s*#).*(?:^|[\s|&(`$"])%1(?=\s))").arg(name)
                : QStringLiteral(R"("(?:/usr/s?bin/)?%1")").arg(name)};
        if (call.match(text).hasMatch() && !packages.contains(QLatin1String{program.package})) {
            complaints.append(
                QStringLiteral("%1 calls %2: packages.txt lacks %3")
                    .arg(path, QLatin1String{program.name}, QLatin1String{program.package}));
        }
    }
    return complaints;
}

QStringList listedPackages(const QString& list, const QStringList& kinds)
{
    static const QRegularExpression line{QStringLiteral(R"(^([a-z0-9.+-]+)\s+([a-z,]+)\s+\S)")};
    QStringList packages;
    const QStringList lines{list.split(u'\n')};
    for (const QString& each : lines) {
        const auto match = line.match(each);
        const QStringList serves{match.captured(2).split(u',')};
        const bool wanted{kinds.isEmpty()
            || std::any_of(kinds.cbegin(), kinds.cend(),
                [&](const QString& kind) { return serves.contains(kind); })};
        if (match.hasMatch() && wanted) {
            packages.append(match.captured(1));
        }
    }
    return packages;
}

} // namespace Textdesk::Testing
