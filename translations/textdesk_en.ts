<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<!-- The source texts are English; this file only holds the plural forms. -->
<context>
    <name>ErrorWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>SegmentMeter</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation><numerusform>%n character</numerusform><numerusform>%n characters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation><numerusform>%n part</numerusform><numerusform>%n parts</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::Attention</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation><numerusform>%n new message</numerusform><numerusform>%n new messages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>They are in %n conversation(s).</source>
        <translation><numerusform>They are in %n conversation.</numerusform><numerusform>They are in %n conversations.</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::Closing</name>
    <message numerus="yes">
        <source>%n text(s) wait to be sent. They stay stored here and go out the next time Textdesk runs; until then nothing is sent.</source>
        <translation><numerusform>%n text waits to be sent. It stays stored here and goes out the next time Textdesk runs; until then nothing is sent.</numerusform><numerusform>%n texts wait to be sent. They stay stored here and go out the next time Textdesk runs; until then nothing is sent.</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::Tray</name>
    <message numerus="yes">
        <source>Textdesk: %n unread conversation(s)</source>
        <translation><numerusform>Textdesk: %n unread conversation</numerusform><numerusform>Textdesk: %n unread conversations</numerusform></translation>
    </message>
</context>
</TS>
