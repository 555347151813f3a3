// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation as a document to print or to hand on: day marks, who wrote when, what became of
// it.
#pragma once

#include "app/people/exportfile.h"
#include "app/people/exportsheet.h"

#include <QDate>
#include <QFont>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QTimeZone>

#include <optional>

namespace Textdesk {

struct PdfLook final {
    QString title; // name or number
    QString subtitle;
    QLocale locale; // decides the paper, too
    QTimeZone zone;
    QString family; // of the typeface
};

class PdfSheet final : public ExportSheet {
public:
    PdfSheet(const QString& file, const PdfLook& look);

    [[nodiscard]] Result<Done> begin(const ExportHead& head) override;
    [[nodiscard]] Result<Done> add(const std::vector<Message>& messages) override;
    [[nodiscard]] Result<Done> end() override;
    // At the head of a document: where its times are those of.
    [[nodiscard]] static QString zoneLine(const QTimeZone& zone);

private:
    struct Style final {
        QFont font;
        QColor ink;
        int indent{0}; // points
        QColor bar; // left of it; invalid for none
    };
    void addMessage(const Message& message);
    void addDay(const QDate& day);
    void write(const QString& text, const Style& style);
    void leave(int points);
    void need(qreal height);
    void writeFoot();
    [[nodiscard]] QFont font(int points, bool bold = false) const;
    [[nodiscard]] qreal scaled(qreal points) const; // in units of the device

    ExportFile m_file;
    PdfLook m_look;
    std::optional<QPdfWriter> m_writer;
    std::optional<QPainter> m_painter; // goes before the writer
    QDate m_day;
    int m_page{1};
    qreal m_top{0};
};

} // namespace Textdesk
