// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The main() of test binaries with windows, on the offscreen platform.
#include "tests/support/testregistry.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application{argc, argv};
    return Textdesk::Testing::runRegisteredTests(argc, argv);
}
