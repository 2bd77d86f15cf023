// SPDX-License-Identifier: MIT
// A careless program: shows which attacks work where nobody guards against them. attackcontrol FILE NUMBER CLASS prints
// what the post did, one effect a line, until something of its class was seen; its caller watches the beacon.
#include "carelesshandling.h"
#include "carelesspreview.h"
#include "layout/postrenderer.h"
#include "site/site.h"

namespace galley::test
{

static QByteArray publishedPage(const QByteArray& text, const QString& path)
{
    galley::RenderRequest request;
    const std::string core = QString::fromUtf8(text).toStdString();
    request.text = core;
    request.path = path.toStdString();
    galley::SiteOptions options;
    options.root = attackSite().toStdString();
    request.site = galley::Site::read(options);
    return QByteArray::fromStdString(renderPost(request).html);
}

} // namespace galley::test

int main(int argc, char** argv)
{
    using namespace galley::test;
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString path = arguments.value(1);
    const QByteArray text = fileBytes(path);
    Effects effects(arguments.value(3));
    handleCarelessly(text, effects);
    if (effects.enough())
        return 0;
    const bool hasMarkers = text.contains("before-marker");
    CarelessPreview preview(effects, arguments.value(2));
    preview.show(naivePage(text), hasMarkers);
    if (!effects.enough())
        preview.show(publishedPage(text, path), hasMarkers);
    std::cout.flush();
    _exit(0);
}
