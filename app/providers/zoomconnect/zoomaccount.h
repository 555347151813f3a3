// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Proof of the credentials and the balance: one harmless call serves both (zoomconnect.md 2.1).
#pragma once

#include "app/providers/facets.h"
#include "app/providers/zoomconnect/zoomsession.h"

namespace Textdesk {

class ZoomProof final : public ProofFacet {
public:
    explicit ZoomProof(ZoomSession& session)
        : m_session{session}
    { }
    [[nodiscard]] Call<Done>* prove() override;

private:
    ZoomSession& m_session;
};

class ZoomBalance final : public BalanceFacet {
public:
    explicit ZoomBalance(ZoomSession& session)
        : m_session{session}
    { }
    [[nodiscard]] Call<Balance>* balance() override;

private:
    ZoomSession& m_session;
};

} // namespace Textdesk
