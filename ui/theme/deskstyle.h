// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion with our fields, scroll bars and focus ring; painted, not a style sheet, so start-up stays
// fast.
#pragma once

#include "ui/theme/colours.h"

#include <QProxyStyle>

class QStyleOptionSlider;

namespace Textdesk {

class DeskStyle final : public QProxyStyle {
    Q_OBJECT
public:
    explicit DeskStyle(const Colours& colours);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;
    using QProxyStyle::polish;
    // Choices and numbers take the wheel only once they have the focus: who scrolls a page past
    // them must not change them.
    void polish(QWidget* widget) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
        SubControl part, const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
        const QSize& size, const QWidget* widget) const override;

private:
    void drawField(QPainter& painter, const QRect& rect, bool focused, bool hovered) const;
    void drawCheck(QPainter& painter, const QStyleOption& option) const;
    // A stock button, as in a question: our secondary one, the default with an edge of the accent.
    void drawCommand(QPainter& painter, const QStyleOption& option) const;
    void drawComboArrow(QPainter& painter, const QStyleOption& option) const;
    void drawSpinArrows(
        QPainter& painter, const QStyleOptionComplex& option, const QWidget* widget) const;
    void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar) const;
    [[nodiscard]] static QRect scrollBarPart(const QStyleOptionSlider& bar, SubControl part);
    Colours m_colours;
};

} // namespace Textdesk
