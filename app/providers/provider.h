// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One account at one service.
#pragma once

#include "app/providers/facets.h"

#include <memory>

namespace Textdesk {

class Provider : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Each may be null: the provider cannot do that.
    [[nodiscard]] virtual ProofFacet* proof() { return nullptr; }
    [[nodiscard]] virtual BalanceFacet* balance() { return nullptr; }
    [[nodiscard]] virtual SendingFacet* sending() { return nullptr; }
    [[nodiscard]] virtual HistoryFacet* history() { return nullptr; }
    [[nodiscard]] virtual InboundFacet* inbound() { return nullptr; }
};

} // namespace Textdesk
