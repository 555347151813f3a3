// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// When nothing pops up by itself: from one time of day to another, on some days of the week.
#pragma once

#include "app/settings/settings.h"

#include <QDateTime>

namespace Textdesk {

class QuietHours final {
public:
    [[nodiscard]] static QuietHours of(const Settings& settings);
    // now is local time. The end of the quiet time that holds it; invalid outside of one.
    [[nodiscard]] QDateTime endAround(const QDateTime& now) const;
    [[nodiscard]] bool isSet() const { return m_isSet; }

private:
    bool m_isSet{false};
    QTime m_from;
    QTime m_to;
    QString m_days;
};

} // namespace Textdesk
