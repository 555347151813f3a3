// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include "tests/support/testwarnings.h"

#include <QTemporaryFile>
#include <QTest>

#include <cstdio>
#include <cstring>
#include <map>
#include <memory>

namespace Textdesk::Testing {

namespace {

std::map<QByteArray, std::function<QObject*()>>& units()
{
    static std::map<QByteArray, std::function<QObject*()>> all;
    return all;
}

int runUnit(const std::function<QObject*()>& make, QStringList arguments)
{
    QTemporaryFile log;
    if (!log.open()) {
        std::fputs("no room for the test log\n", stderr);
        return 1;
    }
    arguments << QStringLiteral("-o") << QStringLiteral("-,txt") << QStringLiteral("-o")
              << log.fileName() + QStringLiteral(",txt");
    const std::unique_ptr<QObject> test{make()};
    const int failures{QTest::qExec(test.get(), arguments)};
    return failures + unexpectedWarnings(log.readAll());
}

} // namespace

void registerTest(const char* unit, std::function<QObject*()> make)
{
    units()[unit] = std::move(make);
}

int runRegisteredTests(int argc, char** argv)
{
    QStringList arguments;
    for (int i{0}; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    if (argc > 1 && argv[1][0] != '-') {
        const auto found = units().find(argv[1]);
        if (found == units().end()) {
            std::fprintf(stderr, "no such test unit: %s\n", argv[1]);
            return 1;
        }
        arguments.removeAt(1);
        return runUnit(found->second, arguments);
    }
    int failures{0};
    for (const auto& [unit, make] : units()) {
        failures += runUnit(make, arguments);
    }
    return failures;
}

} // namespace Textdesk::Testing
