// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One line of plain text in which what was searched for stands on a marker's colour.
#pragma once

#include "ui/widgets/textlabel.h"

namespace Textdesk {

class MarkedLabel final : public QLabel {
    Q_OBJECT
public:
    MarkedLabel(const Theme& theme, const QString& text, QWidget* parent = nullptr);
    // Each word of it is marked where it stands; empty: nothing is.
    void mark(const QString& searched);
    [[nodiscard]] QStringList marked() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Span final {
        qsizetype from;
        qsizetype length;
    };
    [[nodiscard]] std::vector<Span> spans() const;

    const Theme& m_theme;
    QStringList m_words;
};

} // namespace Textdesk
