// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomconnect.h"
#include "tests/contract/contractsuite.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;

class TestZoomConnect final : public Testing::ContractSuite {
    Q_OBJECT
public:
    TestZoomConnect()
        : ContractSuite{{zoomConnectKind,
            QStringLiteral(TEXTDESK_SOURCE_DIR "/tests/contract/fixtures/zoomconnect"),
            {{QStringLiteral("email"), QStringLiteral("desk@example.org")}},
            {{QStringLiteral("token"), QStringLiteral("made-up-token")},
                {QStringLiteral("webhook-key"), QStringLiteral("secret")}},
            {"user-agent", "accept-encoding", "content-length"}}}
    { }
};

TEXTDESK_TEST(tst_zoomconnect, TestZoomConnect)
#include "tst_zoomconnect.moc"
