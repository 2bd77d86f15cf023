// SPDX-License-Identifier: MIT
// SystemOpener: stands where the system would open an address.
#pragma once

#include <QDesktopServices>
#include <QList>
#include <QObject>
#include <QUrl>

namespace galley::test
{

class SystemOpener final : public QObject
{
    Q_OBJECT

public:
    SystemOpener()
    {
        for (const char* scheme : schemes)
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
    }
    ~SystemOpener() override
    {
        for (const char* scheme : schemes)
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened << url; }

private:
    static constexpr const char* schemes[] = {"http",  "https",    "mailto",     "file",        "ftp",    "javascript",
                                              "data",  "vbscript", "smb",        "ssh",         "tel",    "vscode",
                                              "steam", "chrome",   "about",      "view-source", "galley", "mdapp",
                                              "app",   "ms-msdt",  "calculator", "search-ms",   "blob",   "qrc"};
};

} // namespace galley::test
