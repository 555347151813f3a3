// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Five years of texts of one busy office, invented: the same rows for the same seed.
#pragma once

#include "app/domain/message.h"

#include <QRandomGenerator>
#include <QStringList>

#include <vector>

namespace Textdesk::Bench {

struct SampleOptions final {
    int messages{1000000};
    int people{5000};
    quint32 seed{1};
    qint64 endMs{0}; // of the newest
};

class SampleHistory final {
public:
    explicit SampleHistory(const SampleOptions& options);

    // The next row, ascending in time; without its account.
    [[nodiscard]] Message next();
    [[nodiscard]] QString peer(int person) const;
    [[nodiscard]] QString name(int person) const;

private:
    [[nodiscard]] int nextPerson();
    [[nodiscard]] QString words(int language);
    void state(Message& message);

    SampleOptions m_options;
    QRandomGenerator m_random;
    std::vector<QStringList> m_words; // a vocabulary a language
    int m_next{0};
};

} // namespace Textdesk::Bench
