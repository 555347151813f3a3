// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountform.h"

#include "ui/accounts/regions.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/fieldwords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

namespace {

// Stable names for tests and screen readers' scripts.
QString objectNameOf(const QString& key)
{
    static const QMap<QString, QString> names{
        {QStringLiteral("name"), QStringLiteral("accountName")},
        {QStringLiteral("base-url"), QStringLiteral("accountAddress")},
        {QStringLiteral("email"), QStringLiteral("accountEmail")},
        {QStringLiteral("token"), QStringLiteral("accountToken")},
        {QStringLiteral("region"), QStringLiteral("accountRegion")}};
    return names.value(key, QStringLiteral("account_") + key);
}

QString keyOf(ConnectProblem::Field field)
{
    using Where = ConnectProblem::Field;
    return field == Where::Name ? QStringLiteral("name")
        : field == Where::Email ? QStringLiteral("email")
        : field == Where::Token ? QStringLiteral("token")
                                : QStringLiteral("base-url");
}

} // namespace

AccountForm::AccountForm(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_column{new QVBoxLayout{this}}
    , m_below{new TextLabel{theme, Tone::Bad, Fonts::base(), this}}
{
    setObjectName(QStringLiteral("connectForm"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_below->setObjectName(QStringLiteral("connectProblem"));
    m_below->setWordWrap(true);
    m_column->addWidget(m_below);
    sayBelow({});
}

void AccountForm::start(const ProviderForm& form)
{
    m_provider = form.provider;
    m_fields.clear();
    delete m_rows;
    m_rows = new QWidget{this};
    auto* column = new QVBoxLayout{m_rows};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_column->insertWidget(0, m_rows);
    add({QStringLiteral("name"), QStringLiteral("text"), {}, true});
    for (const FormField& declared : form.fields) {
        add(declared);
    }
    sayBelow({});
}

void AccountForm::add(const FormField& declared)
{
    auto* column = static_cast<QVBoxLayout*>(m_rows->layout());
    const FieldWords words{wordsForField(declared.key)};
    auto* caption = new TextLabel{m_theme, Tone::Muted, Fonts::small(), m_rows};
    caption->setText(words.label);
    column->addWidget(caption);
    if (declared.kind == QLatin1String{"region"}) {
        addRegion(declared, column);
        caption->setBuddy(m_fields.back().choice);
        return;
    }
    auto* edit = new QLineEdit{m_rows};
    QString plain{words.label};
    edit->setObjectName(objectNameOf(declared.key));
    edit->setAccessibleName(plain.remove(u'&'));
    edit->setPlaceholderText(words.hint);
    edit->setText(declared.start);
    edit->setTextMargins(8, 0, 8, 0);
    if (declared.kind == QLatin1String{"secret"}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setInputMethodHints(
            Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    }
    caption->setBuddy(edit);
    auto* problem = new TextLabel{m_theme, Tone::Bad, Fonts::small(), m_rows};
    problem->setObjectName(edit->objectName() + QStringLiteral("Problem"));
    problem->setWordWrap(true);
    problem->hide();
    column->addWidget(edit);
    column->addWidget(problem);
    column->addSpacing(8);
    m_fields.push_back({declared, edit, nullptr, problem});
    connect(edit, &QLineEdit::textEdited, this, [this, field = m_fields.back()] {
        say(field, {});
        sayBelow({});
    });
    connect(edit, &QLineEdit::returnPressed, this, &AccountForm::submitted);
}

void AccountForm::addRegion(const FormField& declared, QVBoxLayout* column)
{
    auto* choice = new QComboBox{m_rows};
    choice->setObjectName(objectNameOf(declared.key));
    QString plain{wordsForField(declared.key).label};
    choice->setAccessibleName(plain.remove(u'&'));
    choice->setMaxVisibleItems(14);
    for (const Region& region : allRegions()) {
        //: A country and its two-letter code, e.g. "South Africa (ZA)".
        choice->addItem(tr("%1 (%2)").arg(region.name, region.code), region.code);
    }
    const int row{choice->findData(declared.start)};
    choice->setCurrentIndex(row >= 0 ? row : 0);
    column->addWidget(choice);
    column->addSpacing(8);
    m_fields.push_back({declared, nullptr, choice, nullptr});
}

void AccountForm::forgetSecrets()
{
    for (const Field& field : m_fields) {
        if (field.edit && field.declared.kind == QLatin1String{"secret"}) {
            field.edit->clear();
        }
    }
}

void AccountForm::forgetProblems()
{
    for (const Field& field : m_fields) {
        say(field, {});
    }
    sayBelow({});
}

bool AccountForm::hasUsualAddress() const
{
    return std::any_of(m_fields.cbegin(), m_fields.cend(), [](const Field& field) {
        return field.edit && field.declared.kind == QLatin1String{"url"}
        && !field.declared.start.isEmpty() && field.edit->text().trimmed() == field.declared.start;
    });
}

void AccountForm::setReadOnly(bool readOnly)
{
    for (const Field& field : m_fields) {
        if (field.edit) {
            field.edit->setReadOnly(readOnly);
        } else {
            field.choice->setEnabled(!readOnly);
        }
    }
}

void AccountForm::sayBelow(const QString& sentence)
{
    m_below->setText(sentence);
    m_below->setVisible(!sentence.isEmpty());
}

void AccountForm::say(const Field& field, const QString& problem)
{
    if (field.problem) {
        field.problem->setText(problem);
        field.problem->setVisible(!problem.isEmpty());
        field.edit->setAccessibleDescription(problem);
    }
}

void AccountForm::setProblem(const ConnectProblem& problem)
{
    const QString key{keyOf(problem.field)};
    for (const Field& field : m_fields) {
        if (problem.field != ConnectProblem::Field::Form && field.edit
            && field.declared.key == key) {
            say(field, problem.sentence);
            field.edit->setFocus(Qt::OtherFocusReason);
            field.edit->selectAll();
            return;
        }
    }
    sayBelow(problem.sentence);
}

QString AccountForm::complaint(const Field& field) const
{
    if (!field.edit || !field.declared.isRequired) {
        return {};
    }
    const QString text{field.edit->text().trimmed()};
    const bool isUrl{field.declared.kind == QLatin1String{"url"}};
    const bool isEmail{field.declared.kind == QLatin1String{"email"}};
    const bool hasScheme{text.startsWith(QLatin1String{"https://"}, Qt::CaseInsensitive)
        || text.startsWith(QLatin1String{"http://"}, Qt::CaseInsensitive)};
    const bool isFine{!text.isEmpty() && (!isUrl || hasScheme)
        && (!isEmail || (text.indexOf(u'@') > 0 && !text.endsWith(u'@')))};
    return isFine ? QString{} : wordsForField(field.declared.key).missing;
}

bool AccountForm::validate()
{
    QLineEdit* first{nullptr};
    // Each is asked, so that all problems show at once.
    for (const Field& field : m_fields) {
        const QString problem{complaint(field)};
        say(field, problem);
        if (!problem.isEmpty() && !first) {
            first = field.edit;
        }
    }
    if (first) {
        first->setFocus(Qt::OtherFocusReason);
    }
    return !first;
}

AccountRequest AccountForm::request() const
{
    AccountRequest request;
    request.provider = m_provider;
    for (const Field& field : m_fields) {
        const QString value{
            field.edit ? field.edit->text().trimmed() : field.choice->currentData().toString()};
        if (field.declared.key == QLatin1String{"name"}) {
            request.name = value;
        } else if (field.declared.kind != QLatin1String{"secret"}) {
            request.settings.insert(field.declared.key, value);
        } else if (!value.isEmpty()) {
            request.secrets.insert(field.declared.key, SecretText::fromString(value));
        }
    }
    return request;
}

void AccountForm::focusFirst()
{
    if (!m_fields.empty() && m_fields.front().edit) {
        m_fields.front().edit->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace Textdesk
