// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The main() of test binaries that need no window.
#include "tests/support/testregistry.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    return Textdesk::Testing::runRegisteredTests(argc, argv);
}
