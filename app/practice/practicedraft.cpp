// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicedraft.h"

#include "app/practice/practicenumber.h"

namespace Textdesk {

using namespace Qt::StringLiterals;

namespace {

Error refused(const QString& code, const QString& text)
{
    Error error{ErrorKind::Rejected};
    error.withProviderCode(code).withProviderText(text);
    return error;
}

bool isTextOrAbsent(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull() || value.isString() || value.isDouble();
}

} // namespace

QString practiceText(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

Result<PracticeDraft> readPracticeDraft(
    const QJsonObject& object, const QString& defaultDate, const PracticeState& state)
{
    for (const QString& name :
        {u"recipientNumber"_s, u"message"_s, u"campaign"_s, u"dataField"_s, u"dateToSend"_s}) {
        if (!isTextOrAbsent(object.value(name))) {
            return fail(refused(u"1"_s, u"Cannot read "_s + name));
        }
    }
    const auto number = practiceNumber(practiceText(object.value(u"recipientNumber"_s)));
    if (!number) {
        return fail(refused(u"2"_s, u"Invalid mobile number"_s));
    }
    PracticeDraft draft;
    draft.to = *number;
    draft.text = practiceText(object.value(u"message"_s));
    if (draft.text.trimmed().isEmpty()) {
        return fail(refused(u"3"_s, u"Message is empty"_s));
    }
    const QString own{practiceText(object.value(u"dateToSend"_s))};
    const QString date{own.isEmpty() ? defaultDate : own};
    if (!date.isEmpty()) {
        const auto due = state.dates.fromMinute(date);
        if (!due) {
            return fail(refused(u"1"_s, u"dateToSend must be yyyyMMddHHmm"_s));
        }
        draft.dueMs = *due;
    }
    draft.campaign = practiceText(object.value(u"campaign"_s));
    draft.dataField = practiceText(object.value(u"dataField"_s));
    if (state.variant.dataFieldLimit > 0) {
        draft.dataField.truncate(state.variant.dataFieldLimit);
    }
    return draft;
}

} // namespace Textdesk
