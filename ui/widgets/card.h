// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A framed choice or group: icon, title, a sentence, and room for what belongs to it.
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace Textdesk {

class Card final : public QFrame {
    Q_OBJECT
public:
    // icon and sentence may be empty.
    Card(const Theme& theme, const QString& icon, const QString& title, const QString& sentence,
        QWidget* parent = nullptr);
    // Below the sentence.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    QVBoxLayout* m_body;
};

} // namespace Textdesk
