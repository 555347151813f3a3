// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Our push buttons: the one main action, a quiet one beside it, and an action in the middle of a
// sentence.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Textdesk {

class Button final : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind { Primary, Secondary, Link };
    // name becomes the object name; text is also the accessible name.
    Button(const Theme& theme, Kind kind, const QString& name, const QString& text,
        QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    void setKind(Kind kind);
    // Sets the visible and the accessible text together.
    void setLabel(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString plainText() const;
    void paintBody(QPainter& painter, const Colours& colours, bool hovered);
    const Theme& m_theme;
    Kind m_kind;
};

} // namespace Textdesk
