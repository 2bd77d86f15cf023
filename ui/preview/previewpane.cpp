// SPDX-License-Identifier: MIT
#include "preview/previewpane.h"

namespace galley
{

class PreviewPane::Private
{
};

PreviewPane::PreviewPane(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>()) {}
PreviewPane::~PreviewPane() = default;
void PreviewPane::showPage(std::shared_ptr<const RenderedPage>, const PageAddress&) { Q_EMIT patchApplied(); }
void PreviewPane::scrollToLine(double) {}
void PreviewPane::setZoomFactor(double) {}
double PreviewPane::zoomFactor() const { return 1.0; }

} // namespace galley
