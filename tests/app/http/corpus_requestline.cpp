// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Request lines: method, target, version, and what stands where a line should end.
#include "tests/app/http/requestcorpus.h"

namespace Textdesk::Testing {

namespace {

QByteArray withLine(const QByteArray& line)
{
    return line + "\r\nHost: desk.test\r\n\r\n";
}

std::vector<CorpusCase> methodCases()
{
    return {
        taken("plain get", withLine("GET /a HTTP/1.1"), "GET", "/a"),
        taken("head", withLine("HEAD /a HTTP/1.1"), "HEAD", "/a"),
        taken("method with a dash", withLine("M-SEARCH /a HTTP/1.1"), "M-SEARCH", "/a"),
        taken("method nobody knows", withLine("BREW /pot HTTP/1.1"), "BREW", "/pot"),
        taken(
            "method in small letters is another method", withLine("get /a HTTP/1.1"), "get", "/a"),
        taken("trace", withLine("TRACE /a HTTP/1.1"), "TRACE", "/a"),
        taken("longest method", withLine(QByteArray(32, 'M') + " /a HTTP/1.1"), QByteArray(32, 'M'),
            "/a"),
        refused("method too long", withLine(QByteArray(33, 'M') + " /a HTTP/1.1"), 501,
            "method-too-long"),
        refused("method with quote", withLine("G=\":<>(e),[T];?\" /a HTTP/1.1"), 400,
            "method-character"),
        refused("method with nul", raw("\x00 / HTTP/1.1\r\nHost: a\r\n\r\n"), 400, "nul"),
        refused("method with high byte", withLine("GE\xd4 /a HTTP/1.1"), 400, "method-character"),
        refused("method with tab after it", withLine("GET\t/a HTTP/1.1"), 400, "method-character"),
        refused("space before method", withLine(" GET /a HTTP/1.1"), 400, "request-line"),
        refused("tls hello", raw("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"), 400,
            "method-character"),
        refused(
            "connect to authority", withLine("CONNECT desk.test:443 HTTP/1.1"), 400, "target-form"),
        refused("connect to a path", withLine("CONNECT /a HTTP/1.1"), 501, "connect"),
        refused(
            "http 2 preface", raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505, "version-unsupported"),
        refused("an answer instead of a request", raw("HTTP/1.1 200 OK\r\n\r\n"), 400,
            "method-character"),
    };
}

std::vector<CorpusCase> targetCases()
{
    return {
        taken("query", withLine("GET /a?b=c&d=%2B+e HTTP/1.1"), "GET", "/a?b=c&d=%2B+e"),
        taken("two question marks", withLine("GET /a?b=c?d HTTP/1.1"), "GET", "/a?b=c?d"),
        taken("bar in query", withLine("GET /a?b=| HTTP/1.1"), "GET", "/a?b=|"),
        taken("quotes in query", withLine("GET /a?b=\"c\" HTTP/1.1"), "GET", "/a?b=\"c\""),
        taken("broken escape stays raw", withLine("GET /%zz%4 HTTP/1.1"), "GET", "/%zz%4"),
        taken(
            "encoded slash stays raw", withLine("GET /a%2f..%2Fb HTTP/1.1"), "GET", "/a%2f..%2Fb"),
        taken("dots are not resolved", withLine("GET /a/../b HTTP/1.1"), "GET", "/a/../b"),
        taken("two slashes are a path", withLine("GET //other.test/a HTTP/1.1"), "GET",
            "//other.test/a"),
        taken("longest target", withLine("GET /" + QByteArray(4095, 'x') + " HTTP/1.1"), "GET",
            "/" + QByteArray(4095, 'x')),
        refused("target one too long", withLine("GET /" + QByteArray(4096, 'x') + " HTTP/1.1"), 414,
            "target-too-long"),
        refused("target without end", "GET /" + QByteArray(20000, 'x'), 414, "target-too-long"),
        refused("absolute form", withLine("GET http://desk.test/a HTTP/1.1"), 400, "target-form"),
        refused("absolute form with user", withLine("GET http://u:p@desk.test/a HTTP/1.1"), 400,
            "target-form"),
        refused("absolute form of another scheme", withLine("GET file:///etc/passwd HTTP/1.1"), 400,
            "target-form"),
        refused("asterisk form", withLine("OPTIONS * HTTP/1.1"), 400, "target-form"),
        refused("target without slash", withLine("GET a HTTP/1.1"), 400, "target-form"),
        refused("exclamation mark as target", withLine("GET ! HTTP/1.1"), 400, "target-form"),
        refused("question mark first", withLine("GET ?a=b HTTP/1.1"), 400, "target-form"),
        refused("fragment", withLine("GET /a?b=c#d HTTP/1.1"), 400, "target-character"),
        refused("backslash", withLine("GET /a\\..\\b HTTP/1.1"), 400, "target-character"),
        refused(
            "utf-8 in target", withLine("GET /\xce\xb4\xc2\xb6 HTTP/1.1"), 400, "target-character"),
        refused(
            "delete character in target", withLine("GET /a\x7f HTTP/1.1"), 400, "target-character"),
        refused("escape character in target", withLine("GET /a\x1b[2J HTTP/1.1"), 400,
            "target-character"),
        refused("tab in target", withLine("GET /a\tb HTTP/1.1"), 400, "target-character"),
        refused("nul in target", raw("GET /a\x00 HTTP/1.1\r\nHost: a\r\n\r\n"), 400, "nul"),
        refused("space in target", withLine("GET /foo bar HTTP/1.1"), 400, "request-line"),
    };
}

std::vector<CorpusCase> versionCases()
{
    return {
        taken("1.0 without host", "GET /a HTTP/1.0\r\n\r\n", "GET", "/a"),
        taken("1.0 with host", withLine("GET /a HTTP/1.0"), "GET", "/a"),
        refused("0.9 without version", "GET /a\r\n\r\n", 400, "request-line"),
        refused("0.9 named", withLine("GET /a HTTP/0.9"), 505, "version-unsupported"),
        refused("1.2", withLine("GET /a HTTP/1.2"), 505, "version-unsupported"),
        refused("2.0", withLine("GET /a HTTP/2.0"), 505, "version-unsupported"),
        refused("5.6", withLine("GET /a HTTP/5.6"), 505, "version-unsupported"),
        refused("1.32 is not 1.3", withLine("GET /a HTTP/1.32"), 400, "version-syntax"),
        refused("1.10 is not 1.1", withLine("GET /a HTTP/1.10"), 400, "version-syntax"),
        refused("01.1", withLine("GET /a HTTP/01.1"), 400, "version-syntax"),
        refused(
            "overflowing version", withLine("GET /a HTTP/4294967297.257"), 400, "version-syntax"),
        refused("version without minor", withLine("GET /a HTTP/1"), 400, "version-syntax"),
        refused("version with comma", withLine("GET /a HTTP/1,1"), 400, "version-syntax"),
        refused("version with letter", withLine("GET /a HTTP/1.x"), 400, "version-syntax"),
        refused("version in small letters", withLine("GET /a http/1.1"), 400, "version-syntax"),
        refused("other protocol", withLine("GET /a ICE/1.0"), 400, "version-syntax"),
        refused(
            "protocol that ends like ours", withLine("GET /a IHTTP/1.0"), 400, "version-syntax"),
        refused("rtsp", withLine("PUT /a RTSP/1.0"), 400, "version-syntax"),
        refused("space after version", withLine("GET /a HTTP/1.1 "), 400, "request-line"),
        refused("tab after version", withLine("GET /a HTTP/1.1\t"), 400, "version-syntax"),
        refused("two spaces before target", withLine("GET  /a HTTP/1.1"), 400, "request-line"),
        refused("two spaces before version", withLine("GET /a  HTTP/1.1"), 400, "request-line"),
        refused("only a method", withLine("GET"), 400, "request-line"),
        refused("method and space", withLine("GET "), 400, "request-line"),
        refused(
            "version without end", "GET /a HTTP/1.1" + QByteArray(100, '1'), 400, "version-syntax"),
    };
}

std::vector<CorpusCase> lineEndCases()
{
    return {
        taken("one empty line first", raw("\r\nGET /a HTTP/1.1\r\nHost: a\r\n\r\n"), "GET", "/a"),
        taken("a second request behind", withLine("GET /a HTTP/1.1") + withLine("GET /b HTTP/1.1"),
            "GET", "/a", "", withLine("GET /b HTTP/1.1").size()),
        taken("rubbish behind", withLine("GET /a HTTP/1.1") + raw("\x00Invalid\r\n\r\n"), "GET",
            "/a", "", 12),
        refused("two empty lines first", raw("\r\n\r\nGET /a HTTP/1.1\r\n"), 400, "request-line"),
        refused("bare lf first", raw("\nGET /a HTTP/1.1\r\n"), 400, "bare-lf"),
        refused("bare lf after request line", raw("GET /a HTTP/1.1\nHost: a\n\n"), 400, "bare-lf"),
        refused("bare lf inside request line", raw("GET /a\nHTTP/1.1\r\n\r\n"), 400, "bare-lf"),
        refused(
            "bare cr after request line", raw("GET /a HTTP/1.1\rHost: a\r\n\r\n"), 400, "bare-cr"),
        refused("bare cr inside version", raw("GET /a HTTP/\r\r1.1\r\n\r\n"), 400, "bare-cr"),
        refused("two cr before lf", raw("GET /a HTTP/1.1\r\r\nHost: a\r\n\r\n"), 400, "bare-cr"),
        waiting("nothing", ""),
        waiting("half a line", "GET /a HT"),
        waiting("line without its lf", "GET /a HTTP/1.1\r"),
    };
}

} // namespace

std::vector<CorpusCase> requestLineCases()
{
    std::vector<CorpusCase> all;
    for (const auto& part : {methodCases(), targetCases(), versionCases(), lineEndCases()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace Textdesk::Testing
