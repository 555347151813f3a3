// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every provider must do, whoever it is. A provider's test derives from this and describes
// itself.
#pragma once

#include "tests/contract/performer.h"

#include <QObject>

namespace Textdesk::Testing {

class ContractSuite : public QObject {
    Q_OBJECT
public:
    explicit ContractSuite(ProviderDescription description);

private slots:
    void initTestCase();
    // Each recorded exchange: the exact request, and all of what is made of the answer.
    void recorded_data();
    void recorded();
    // For each kind of call, what happens when the line fails instead of answering.
    void aCutLineLeavesChangesInDoubt_data();
    void aCutLineLeavesChangesInDoubt();
    void aRefusedConnectionIsCertainlyNothing_data();
    void aRefusedConnectionIsCertainlyNothing();
    void silenceEndsInATimeout_data();
    void silenceEndsInATimeout();
    void cancelledCallsStopTheirRequest_data();
    void cancelledCallsStopTheirRequest();
    void aProviderThatGoesAwayIsSilent_data();
    void aProviderThatGoesAwayIsSilent();
    void aMissingSecretSendsNothing_data();
    void aMissingSecretSendsNothing();
    void aRotatedSecretIsUsedAtOnce_data();
    void aRotatedSecretIsUsedAtOnce();
    // For each recorded answer.
    void aTruncatedAnswerIsNeverASuccess_data();
    void aTruncatedAnswerIsNeverASuccess();
    void noErrorTellsASecretOrANumber_data();
    void noErrorTellsASecretOrANumber();
    void aHeldBackKindOfCallSendsNothing();
    // For each webhook that was taken.
    void aChangedWebhookIsNeverTaken_data();
    void aChangedWebhookIsNeverTaken();

protected:
    [[nodiscard]] const ProviderDescription& description() const { return m_description; }

private:
    // One successful case for each operation that goes over the network.
    void oneRowPerOperation() const;
    template <typename Wanted> void rows(Wanted wanted) const;
    [[nodiscard]] const Fixture& fixture() const;
    [[nodiscard]] static bool isChange(const Fixture& fixture);

    ProviderDescription m_description;
    std::vector<Fixture> m_fixtures;
};

} // namespace Textdesk::Testing
