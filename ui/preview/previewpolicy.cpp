// SPDX-License-Identifier: MIT
#include "preview/previewpolicy.h"

#include <QRegularExpression>

namespace galley
{

namespace
{

QString originOf(const QUrl& siteUrl)
{
    const bool web = siteUrl.scheme() == QLatin1String("http") || siteUrl.scheme() == QLatin1String("https");
    if (!web || siteUrl.host().isEmpty())
        return {};
    return QLatin1Char(' ') +
           siteUrl.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
               .toString(QUrl::FullyEncoded);
}

} // namespace

static QString policyOf(const PreviewTrust& trust, const QString& own, const QString& remote)
{
    const QString design = trust.design ? remote : QString();
    const QString content = trust.content ? remote : QString();
    return QStringLiteral("default-src 'none'; img-src") + own + QStringLiteral(" data:") + content +
           QStringLiteral("; style-src 'unsafe-inline'") + own + design + QStringLiteral("; font-src") + own + design +
           QStringLiteral("; media-src") + own + content + QStringLiteral("; form-action 'none'; base-uri 'none'");
}

QString contentPolicy(const PreviewTrust& trust, const QUrl& siteUrl)
{
    return policyOf(trust, QStringLiteral(" galley:") + originOf(siteUrl),
                    QStringLiteral(" https: http: galley-https: galley-http:"));
}

QString standalonePolicy(const PreviewTrust& trust)
{
    return trust.scripts ? QString() : policyOf(trust, QStringLiteral(" data:"), QStringLiteral(" https: http:"));
}

QByteArray hostPage(const QString& doctype, const PreviewTrust& trust, const QUrl& siteUrl)
{
    const QString policy = contentPolicy(trust, siteUrl).toHtmlEscaped();
    return QString(doctype + QStringLiteral("<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"") +
                   policy + QStringLiteral("\"></head><body></body></html>"))
        .toUtf8();
}

QString doctypeOf(std::string_view html)
{
    // A doctype after 4 kB of comments is none that anybody wrote.
    const QString start = QString::fromUtf8(html.data(), qsizetype(std::min<std::size_t>(html.size(), 4096)));
    static const QRegularExpression pattern(QStringLiteral("^\\x{feff}?\\s*(?:<!--.*?-->\\s*)*(<!doctype[^>]*>)"),
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::DotMatchesEverythingOption);
    return pattern.match(start).captured(1);
}

bool mayOpenOutside(const QUrl& url)
{
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    return url.isValid() && schemes.contains(url.scheme());
}

bool namesOtherHost(const QString& text, const QUrl& target)
{
    static const QRegularExpression hostLike(
        QStringLiteral("^\\s*(?:[a-z]+://)?(?:[^/\\s@]*@)?((?:[\\w-]+\\.)+[\\p{L}]{2,})(?::\\d+)?(?:[/?#].*)?\\s*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = hostLike.match(text);
    if (!match.hasMatch())
        return false;
    const auto bare = [](const QString& host) {
        const QString lower = host.toLower();
        return lower.startsWith(QLatin1String("www.")) ? lower.mid(4) : lower;
    };
    return bare(match.captured(1)) != bare(target.host());
}

} // namespace galley
