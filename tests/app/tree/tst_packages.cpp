// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A newcomer's first minute: the package list is complete, and what installs it does so quietly or
// says why not.
#include "tests/app/tree/packagelist.h"
#include "tests/app/tree/pretendmachine.h"
#include "tests/app/tree/sourcetext.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Textdesk::Testing;

namespace {

QString packageList()
{
    return readSource(QStringLiteral("packaging/packages.txt"));
}

QStringList vcpkgPorts()
{
    const QByteArray text{readSource(QStringLiteral("vcpkg.json")).toUtf8()};
    // Braces would make an array in an array.
    const QJsonArray ports =
        QJsonDocument::fromJson(text).object().value(QStringLiteral("dependencies")).toArray();
    QStringList names;
    for (const QJsonValue& port : ports) {
        names.append(port.isString() ? port.toString()
                                     : port.toObject().value(QStringLiteral("name")).toString());
    }
    return names;
}

} // namespace

class TestPackages final : public QObject {
    Q_OBJECT
private slots:
    void theListIsWellFormed()
    {
        const QStringList packages{listedPackages(packageList())};
        QVERIFY(packages.size() > 30);
        QCOMPARE(QSet<QString>(packages.cbegin(), packages.cend()).size(), packages.size());
        const QStringList lines{packageList().split(u'\n', Qt::SkipEmptyParts)};
        const auto comments = lines.filter(QRegularExpression{QStringLiteral("^#")}).size();
        QCOMPARE(packages.size() + comments, lines.size());
        const QStringList kinds{QStringLiteral("build"), QStringLiteral("run"),
            QStringLiteral("test"), QStringLiteral("check"), QStringLiteral("tour"),
            QStringLiteral("package")};
        QCOMPARE(listedPackages(packageList(), kinds), packages);
    }

    void everyLibraryHasItsPackage()
    {
        QStringList complaints;
        const QStringList packages{
            listedPackages(packageList(), {QStringLiteral("build"), QStringLiteral("run")})};
        QStringList files{
            filesBelow({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests"),
                           QStringLiteral("resources"), QStringLiteral("packaging")},
                {QStringLiteral("CMakeLists.txt"), QStringLiteral("*.cmake")})};
        files.append(QStringLiteral("CMakeLists.txt"));
        for (const QString& file : files) {
            complaints += libraryComplaints(readSource(file), packages, vcpkgPorts());
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void everyProgramHasItsPackage()
    {
        QStringList complaints;
        const QStringList packages{listedPackages(packageList())};
        const QStringList files{filesBelow({QStringLiteral("packaging"), QStringLiteral("tests")},
            {QStringLiteral("*.sh"), QStringLiteral("tst_*.cpp")})};
        for (const QString& file : files) {
            if (!file.startsWith(QStringLiteral("tests/app/tree/"))) {
                complaints += programComplaints(file, readSource(file), packages);
            }
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void scriptsThatAreRunCanBeRun()
    {
        for (const QString& file :
            filesBelow(
                {QStringLiteral("packaging"), QStringLiteral("tests")}, {QStringLiteral("*.sh")})) {
            const bool sourced{!readSource(file).startsWith(QStringLiteral("#!"))};
            QVERIFY2(sourced != QFileInfo{QDir{sourceRoot()}.filePath(file)}.isExecutable(),
                qPrintable(file));
        }
    }

    // What follows shows that the checks above can fail.
    void aMissingPackageIsSeen()
    {
        const QString cmake{QStringLiteral("find_package(Qt6 6.4 REQUIRED COMPONENTS Core Svg)\n"
                                           "find_package(OpenSSL REQUIRED)")};
        const QStringList all{QStringLiteral("qt6-base-dev"), QStringLiteral("qt6-svg-dev"),
            QStringLiteral("libqt6svg6"), QStringLiteral("libssl-dev")};
        const QStringList ports{
            QStringLiteral("qtbase"), QStringLiteral("qtsvg"), QStringLiteral("openssl")};
        QCOMPARE(libraryComplaints(cmake, all, ports), QStringList{});
        QCOMPARE(libraryComplaints(cmake, all.mid(1), ports).size(), 1);
        QCOMPARE(libraryComplaints(cmake, all, ports.mid(1)).size(), 1);
        QCOMPARE(libraryComplaints(QStringLiteral("find_package(Surprise)"), all, ports).size(), 1);

        const QString script{
            QStringLiteral("#!/bin/bash\n# curl is not called here\nready && xdotool key a\n")};
        const QString path{QStringLiteral("tests/support/a.sh")};
        QCOMPARE(programComplaints(path, script, {}).size(), 1);
        QCOMPARE(programComplaints(path, script, {QStringLiteral("xdotool")}), QStringList{});
        QCOMPARE(programComplaints(QStringLiteral("tests/app/tst_a.cpp"),
                     QStringLiteral("start(QStringLiteral(\"/usr/sbin/nghttpd\"))"), {})
                     .size(),
            1);
    }

    void onlyWhatIsMissingIsInstalledAndOnlyOnce()
    {
        PretendMachine machine{willingApt};
        const PretendMachine::Outcome first{machine.ensure(QStringLiteral("build run"))};
        QVERIFY2(first.code == 0 && first.said.contains(QStringLiteral("ready")),
            qPrintable(first.said));
        QCOMPARE(machine.aptCalls(), QStringList{QStringLiteral("install:alpha beta")});

        // The stamp: not even dpkg is asked again.
        const int questions{machine.dpkgQuestions()};
        QCOMPARE(machine.ensure(QStringLiteral("build run")).said, QStringLiteral("ready\n"));
        QCOMPARE(machine.dpkgQuestions(), questions);

        // More kinds are another question, and leave the first one answered.
        QCOMPARE(machine.ensure(QStringLiteral("build run test")).code, 0);
        QCOMPARE(machine.aptCalls().last(), QStringLiteral("install:gamma"));
        QVERIFY(machine.dpkgQuestions() > questions);
        const int then{machine.dpkgQuestions()};
        QCOMPARE(machine.ensure(QStringLiteral("build run")).code, 0);
        QCOMPARE(machine.dpkgQuestions(), then);

        // A package more on the list, and the stamps are void.
        machine.listPackage("delta run it runs too");
        QCOMPARE(machine.ensure(QStringLiteral("build run")).code, 0);
        QCOMPARE(machine.aptCalls().last(), QStringLiteral("install:delta"));
    }

    void staleListsAreRefreshedOnce()
    {
        PretendMachine machine{"[[ $* == *' update' ]] && touch \"$HOME/fresh\"\n"
                               "[ -e \"$HOME/fresh\" ] || exit 100\n"
            + willingApt};
        QCOMPARE(machine.ensure(QStringLiteral("build")).code, 0);
        QCOMPARE(machine.aptCalls(),
            (QStringList{QStringLiteral("install:alpha"), QStringLiteral("update"),
                QStringLiteral("install:alpha")}));
    }

    void aFailureSaysWhatToDo_data()
    {
        QTest::addColumn<QByteArray>("apt");
        QTest::addColumn<QString>("says");
        QTest::newRow("no network")
            << QByteArray{"exit 100\n"} << QStringLiteral("is there a network");
        QTest::newRow("unknown package") << QByteArray{"[[ $* == *' update' ]] || exit 100\n"}
                                         << QStringLiteral("could not install: alpha");
        QTest::newRow("apt lies") << QByteArray{"exit 0\n"}
                                  << QStringLiteral("still not installed: alpha");
    }

    void aFailureSaysWhatToDo()
    {
        QFETCH(const QByteArray, apt);
        QFETCH(const QString, says);
        PretendMachine machine{apt};
        const PretendMachine::Outcome outcome{machine.ensure(QStringLiteral("build"))};
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.said.contains(says), qPrintable(outcome.said));
        QVERIFY(!outcome.said.contains(QStringLiteral("ready")));
        // No stamp was left behind: the next start asks again.
        QCOMPARE(machine.ensure(QStringLiteral("build")).code, 1);
    }

    void withoutRootOrSudoTheCommandIsShown()
    {
        PretendMachine machine{willingApt};
        machine.writeProgram("id", "echo 1000\n");
        machine.hideSystemPrograms();
        const PretendMachine::Outcome bare{machine.ensure(QStringLiteral("build"))};
        QCOMPARE(bare.code, 1);
        QVERIFY2(
            bare.said.contains(QStringLiteral("apt-get install --no-install-recommends alpha")),
            qPrintable(bare.said));

        // sudo that would ask for a password is not called when nobody can type one.
        machine.writeProgram("sudo", "[ \"$1\" = -n ] && exit 1\necho PASSWORD PROMPT; exit 1\n");
        const PretendMachine::Outcome asked{machine.ensure(QStringLiteral("build"))};
        QCOMPARE(asked.code, 1);
        QVERIFY(!asked.said.contains(QStringLiteral("PROMPT")));
        QVERIFY2(asked.said.contains(QStringLiteral("nobody is there to type it")),
            qPrintable(asked.said));
        QCOMPARE(machine.aptCalls(), QStringList{});
    }

    void anotherSystemIsToldSo()
    {
        PretendMachine machine{willingApt};
        machine.hideSystemPrograms();
        machine.removeProgram("apt-get");
        const PretendMachine::Outcome outcome{machine.ensure(QStringLiteral("build"))};
        QCOMPARE(outcome.code, 1);
        QVERIFY2(
            outcome.said.contains(QStringLiteral("not a Debian system")), qPrintable(outcome.said));
    }
};

TEXTDESK_TEST(tst_packages, TestPackages)
#include "tst_packages.moc"
