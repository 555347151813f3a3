// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomaccount.h"

#include "app/providers/zoomconnect/zoomreceipts.h"
#include "app/providers/zoomconnect/zoomrequests.h"

namespace Textdesk {

Call<Done>* ZoomProof::prove()
{
    return m_session.run<Done>(zoomBalanceRequest(m_session.settings()), Effect::Read,
        // Only a readable balance proves anything: a sign-in page with status 200 does not.
        [](const ClientAnswer& answer) {
            return readZoomBalance(answer).map([](const Balance&) { return Done{}; });
        });
}

Call<Balance>* ZoomBalance::balance()
{
    return m_session.run<Balance>(
        zoomBalanceRequest(m_session.settings()), Effect::Read, readZoomBalance);
}

} // namespace Textdesk
