// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One line of plain text that shortens instead of pushing its neighbours away; the whole text is
// its tooltip.
#pragma once

#include "ui/widgets/tone.h"

#include <QWidget>

namespace Textdesk {

class ElidedLabel final : public QWidget {
    Q_OBJECT
public:
    ElidedLabel(const Theme& theme, Tone tone, const QFont& font, QWidget* parent = nullptr);
    void setTone(Tone tone);
    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Tone m_tone;
    QString m_text;
};

} // namespace Textdesk
