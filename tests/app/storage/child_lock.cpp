// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a profile until it is killed.
#include "app/storage/profilelock.h"
#include "tests/app/storage/childprocess.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class ChildLock final : public QObject {
    Q_OBJECT
private slots:
    void holdsTheProfile()
    {
        if (childFolder().isEmpty()) {
            QSKIP("runs as a child of tst_profilelock");
        }
        const auto lock = ProfileLock::take(childFolder());
        say(lock ? "taken" : lock.error().detail().toUtf8());
        (void)QTest::qWaitFor([] { return false; }, 60000);
    }
};

TEXTDESK_TEST(child_lock, ChildLock)
#include "child_lock.moc"
