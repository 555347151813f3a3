// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lets many tst_*.cpp files share one binary a room: each registers its QObject under its file
// name.
#pragma once

#include <QObject>

#include <functional>

namespace Textdesk::Testing {

void registerTest(const char* unit, std::function<QObject*()> make);

struct Registration final {
    Registration(const char* unit, std::function<QObject*()> make)
    {
        registerTest(unit, std::move(make));
    }
};

// Runs the unit named by the first argument (all units without one); further arguments go to Qt
// Test. A qWarning that is not on the allow-list of testwarnings.cpp fails the test.
[[nodiscard]] int runRegisteredTests(int argc, char** argv);

} // namespace Textdesk::Testing

// At the end of tst_foo.cpp: TEXTDESK_TEST(tst_foo, TestFoo), then #include "tst_foo.moc".
#define TEXTDESK_TEST(unit, Class)                                                                 \
    static const Textdesk::Testing::Registration registration_##unit{                              \
        #unit, [] { return static_cast<QObject*>(new Class); }};
