// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/proxypasswordrow.h"

#include "ui/settings/markedlabel.h"
#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace Textdesk {

ProxyPasswordRow::ProxyPasswordRow(const Theme& theme, Keep keep, QWidget* parent)
    : Panel{parent}
    , m_keep{std::move(keep)}
    , m_title{new MarkedLabel{theme, tr("Proxy password"), this}}
    , m_told{new TextLabel{theme, Tone::Muted, Fonts::preview(), this}}
    , m_edit{new QLineEdit{this}}
{
    setObjectName(QStringLiteral("proxyPasswordRow"));
    m_edit->setObjectName(QStringLiteral("proxyPassword"));
    m_edit->setAccessibleName(tr("Proxy password"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setPlaceholderText(tr("Type a new one, then Return"));
    m_edit->setTextMargins(8, 0, 8, 0);
    m_edit->setFixedWidth(260);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_told->setObjectName(QStringLiteral("proxyPasswordTold"));
    m_told->setText(tr("Kept in the keychain. Nobody can read it here again."));
    m_told->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_told);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(24);
    row->addLayout(words, 1);
    row->addWidget(m_edit, 0, Qt::AlignTop);
    connect(m_edit, &QLineEdit::returnPressed, this, &ProxyPasswordRow::store);
}

void ProxyPasswordRow::store()
{
    const bool forgets{m_edit->text().isEmpty()};
    m_keep(SecretText{m_edit->text().toUtf8()},
        [self = QPointer{this}, forgets](const QString& problem) {
            if (!self) {
                return;
            }
            self->m_told->setTone(problem.isEmpty() ? Tone::Muted : Tone::Bad);
            self->m_told->setText(!problem.isEmpty() ? problem
                    : forgets                        ? tr("The password was removed.")
                              : tr("The password is kept and used from now on."));
        });
    m_edit->clear();
}

bool ProxyPasswordRow::narrow(const QString& searched)
{
    const bool found{
        matches(m_title->text() + tr(" login secret proxy network keychain"), searched)};
    setVisible(found);
    m_title->mark(searched);
    return found;
}

void ProxyPasswordRow::setUsable(bool usable)
{
    m_edit->setEnabled(usable);
}

} // namespace Textdesk
