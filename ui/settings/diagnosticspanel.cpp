// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/diagnosticspanel.h"

#include "ui/settings/markedlabel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"

#include <QFileInfo>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Textdesk {

DiagnosticsPanel::DiagnosticsPanel(
    const Theme& theme, Diagnostics& diagnostics, Prompt& prompt, QWidget* parent)
    : Panel{parent}
    , m_theme{theme}
    , m_diagnostics{diagnostics}
    , m_prompt{prompt}
    , m_title{new MarkedLabel{theme, tr("Diagnostics for who helps you"), this}}
    , m_collect{new Button{theme, Button::Kind::Secondary, QStringLiteral("diagnosticsCollect"),
          tr("Show what is in it"), this}}
    , m_preview{new QPlainTextEdit{this}}
    , m_save{new Button{theme, Button::Kind::Primary, QStringLiteral("diagnosticsSave"),
          tr("Save as a zip file…"), this}}
    , m_told{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
{
    setObjectName(QStringLiteral("diagnosticsPanel"));
    build();
    connect(m_collect, &QAbstractButton::clicked, this, &DiagnosticsPanel::collect);
    connect(m_save, &QAbstractButton::clicked, this, &DiagnosticsPanel::choosePlace);
}

void DiagnosticsPanel::build()
{
    constexpr int previewHeight{240};
    auto* sentence = new TextLabel{m_theme, Tone::Muted, Fonts::preview(), this};
    sentence->setText(
        tr("Versions, settings, counts and the log's last lines. Never a text, a number, "
           "a name or a key. Nothing is sent anywhere; you see it before you save it."));
    sentence->setWordWrap(true);
    m_preview->setObjectName(QStringLiteral("diagnosticsPreview"));
    m_preview->setAccessibleName(tr("Everything that is in the diagnostics"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFixedHeight(previewHeight);
    m_preview->setFont(Fonts::small());
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_told->setObjectName(QStringLiteral("diagnosticsTold"));
    m_told->setWordWrap(true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(sentence);
    column->addWidget(m_collect, 0, Qt::AlignLeft);
    column->addWidget(m_preview);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addWidget(m_told);
    m_preview->hide();
    m_save->hide();
    m_told->hide();
}

void DiagnosticsPanel::collect()
{
    m_diagnostics.collect()->then(this, [this](const Result<std::vector<BundlePart>>& parts) {
        if (parts) {
            show(*parts);
            return;
        }
        m_told->setText(tr("The store cannot be read just now. Nothing was saved; try again."));
        m_told->show();
    });
}

void DiagnosticsPanel::show(const std::vector<BundlePart>& parts)
{
    m_parts = parts;
    QString text;
    for (const BundlePart& part : parts) {
        text += QStringLiteral("── %1 ──\n%2\n").arg(part.name, part.text);
    }
    m_preview->setPlainText(text);
    m_preview->show();
    m_save->show();
    m_told->hide();
}

void DiagnosticsPanel::choosePlace()
{
    m_prompt.chooseFile(this,
        {tr("Save the diagnostics"), tr("Zip files (*.zip)"),
            QStringLiteral("textdesk-diagnostics.zip")},
        [this](const QString& file) {
            if (!file.isEmpty()) {
                save(file);
            }
        });
}

void DiagnosticsPanel::save(const QString& file)
{
    m_diagnostics.save(file, m_parts)->then(this, [this, file](const Result<Done>& saved) {
        m_told->setTone(saved ? Tone::Muted : Tone::Bad);
        m_told->setText(saved ? tr("Saved as %1.").arg(QFileInfo{file}.fileName())
                : saved.error().detail() == QStringLiteral("disk-full")
                ? tr("There is no room for the file. Nothing was saved; choose another place.")
                : tr("The file cannot be written there. Nothing was saved; choose another place."));
        m_told->show();
    });
}

bool DiagnosticsPanel::narrow(const QString& searched)
{
    const bool found{matches(m_title->text() + tr(" support bug zip log version help"), searched)};
    setVisible(found);
    m_title->mark(searched);
    return found;
}

} // namespace Textdesk
