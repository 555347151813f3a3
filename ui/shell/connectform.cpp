// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectform.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace Textdesk {

namespace {

struct Region final {
    QString name;
    QString code;
};

std::vector<Region> regions()
{
    std::vector<Region> all;
    for (int i{1}; i <= int(QLocale::LastTerritory); ++i) {
        const auto territory = QLocale::Territory(i);
        const QString code{QLocale::territoryToCode(territory)};
        if (code.size() == 2 && code.at(0).isLetter()) {
            all.push_back({QLocale::territoryToString(territory), code});
        }
    }
    std::sort(all.begin(), all.end(), [](const Region& a, const Region& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return all;
}

} // namespace

ConnectForm::ConnectForm(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
{
    setObjectName(QStringLiteral("connectForm"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_name = addField(column, QStringLiteral("accountName"), tr("&Name"),
        tr("How you call this account, e.g. School office"));
    m_email = addField(column, QStringLiteral("accountEmail"), tr("&E-mail"),
        tr("The e-mail address of the ZoomConnect account"));
    m_token = addField(column, QStringLiteral("accountToken"), tr("API &token"),
        tr("From the portal: Developers, API settings"));
    m_token.edit->setEchoMode(QLineEdit::Password);
    m_token.edit->setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_address = addField(column, QStringLiteral("accountAddress"), tr("&Base address"), {});
    addRegion(column);
    m_problem = new TextLabel{theme, Tone::Bad, Fonts::base(), this};
    m_problem->setObjectName(QStringLiteral("connectProblem"));
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    addButtons(column);
    sayBelow({});
}

ConnectForm::Field ConnectForm::addField(
    QVBoxLayout* column, const QString& name, const QString& label, const QString& hint)
{
    Field field{new QLineEdit{this}, new TextLabel{m_theme, Tone::Bad, Fonts::small(), this}};
    auto* caption = new TextLabel{m_theme, Tone::Muted, Fonts::small(), this};
    caption->setText(label);
    caption->setBuddy(field.edit);
    QString plain{label};
    field.edit->setObjectName(name);
    field.edit->setAccessibleName(plain.remove(u'&'));
    field.edit->setPlaceholderText(hint);
    field.edit->setTextMargins(8, 0, 8, 0);
    field.problem->setObjectName(name + QStringLiteral("Problem"));
    field.problem->setWordWrap(true);
    field.problem->hide();
    column->addWidget(caption);
    column->addWidget(field.edit);
    column->addWidget(field.problem);
    column->addSpacing(8);
    connect(field.edit, &QLineEdit::textEdited, this, [this, field] {
        check(field, {});
        sayBelow({});
    });
    connect(field.edit, &QLineEdit::returnPressed, this, &ConnectForm::submit);
    return field;
}

void ConnectForm::addRegion(QVBoxLayout* column)
{
    m_region = new QComboBox{this};
    m_region->setObjectName(QStringLiteral("accountRegion"));
    m_region->setAccessibleName(tr("Country of numbers without a country code"));
    m_region->setMaxVisibleItems(14);
    for (const Region& region : regions()) {
        //: A country and its two-letter code, e.g. "South Africa (ZA)".
        m_region->addItem(tr("%1 (%2)").arg(region.name, region.code), region.code);
    }
    auto* caption = new TextLabel{m_theme, Tone::Muted, Fonts::small(), this};
    caption->setText(tr("&Country of numbers without a country code"));
    caption->setBuddy(m_region);
    column->addWidget(caption);
    column->addWidget(m_region);
    column->addSpacing(8);
}

void ConnectForm::addButtons(QVBoxLayout* column)
{
    m_submit = new Button{m_theme, Button::Kind::Primary, QStringLiteral("connectSubmit"),
        tr("Check and &connect"), this};
    auto* cancel = new Button{
        m_theme, Button::Kind::Secondary, QStringLiteral("connectCancel"), tr("B&ack"), this};
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_submit);
    column->addSpacing(4);
    column->addLayout(row);
    connect(m_submit, &QAbstractButton::clicked, this, &ConnectForm::submit);
    connect(cancel, &QAbstractButton::clicked, this, &ConnectForm::cancelled);
}

void ConnectForm::start(const ConnectRequest& defaults)
{
    m_name.edit->setText(defaults.name);
    m_address.edit->setText(defaults.baseUrl);
    m_email.edit->setText(defaults.email);
    m_token.edit->clear();
    const int row{m_region->findData(defaults.region)};
    m_region->setCurrentIndex(row >= 0 ? row : 0);
    for (const Field& field : {m_name, m_address, m_email, m_token}) {
        check(field, {});
    }
    sayBelow({});
    setBusy(false);
}

void ConnectForm::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_submit->setLabel(busy ? tr("Checking…") : tr("Check and &connect"));
    for (QLineEdit* edit : {m_name.edit, m_address.edit, m_email.edit, m_token.edit}) {
        edit->setReadOnly(busy);
    }
}

void ConnectForm::sayBelow(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void ConnectForm::setProblem(const ConnectProblem& problem)
{
    using Where = ConnectProblem::Field;
    if (problem.field == Where::Form) {
        sayBelow(problem.sentence);
        return;
    }
    const Field& field{problem.field == Where::Name ? m_name
            : problem.field == Where::Email         ? m_email
            : problem.field == Where::Token         ? m_token
                                                    : m_address};
    check(field, problem.sentence);
    field.edit->setFocus(Qt::OtherFocusReason);
    field.edit->selectAll();
}

bool ConnectForm::check(const Field& field, const QString& problem)
{
    field.problem->setText(problem);
    field.problem->setVisible(!problem.isEmpty());
    field.edit->setAccessibleDescription(problem);
    return problem.isEmpty();
}

bool ConnectForm::validate()
{
    const QString email{m_email.edit->text().trimmed()};
    const QString address{m_address.edit->text().trimmed()};
    const bool hasScheme{address.startsWith(QLatin1String{"https://"}, Qt::CaseInsensitive)
        || address.startsWith(QLatin1String{"http://"}, Qt::CaseInsensitive)};
    const bool emailLooksRight{email.indexOf(u'@') > 0 && !email.endsWith(u'@')};
    const QString missing{m_name.edit->text().trimmed().isEmpty()
            ? tr("Give the account a name, so that you can tell it from others.")
            : QString{}};
    // Each is asked, so that all problems show at once.
    const bool name{check(m_name, missing)};
    const bool mail{check(
        m_email, emailLooksRight ? QString{} : tr("Type the e-mail address of the account."))};
    const bool token{check(m_token,
        m_token.edit->text().trimmed().isEmpty() ? tr("Paste the API token.") : QString{})};
    const bool url{check(m_address,
        hasScheme ? QString{} : tr("The base address begins with https:// and a host name."))};
    const auto first = !name ? m_name : !mail ? m_email : !token ? m_token : m_address;
    if (name && mail && token && url) {
        return true;
    }
    first.edit->setFocus(Qt::OtherFocusReason);
    return false;
}

void ConnectForm::submit()
{
    if (!m_submit->isEnabled() || !validate()) {
        return;
    }
    ConnectRequest request;
    request.name = m_name.edit->text().trimmed();
    request.baseUrl = m_address.edit->text().trimmed();
    request.email = m_email.edit->text().trimmed();
    request.token = SecretText::fromString(m_token.edit->text().trimmed());
    request.region = m_region->currentData().toString();
    emit submitted(request);
}

} // namespace Textdesk
