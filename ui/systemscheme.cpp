// SPDX-License-Identifier: MIT
#include "systemscheme.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace galley
{

static QString appearanceGroup()
{
    return QStringLiteral("org.freedesktop.appearance");
}
static QString schemeKey()
{
    return QStringLiteral("color-scheme");
}

SettingsPortal::SettingsPortal()
    : QDBusAbstractInterface(QStringLiteral("org.freedesktop.portal.Desktop"),
                             QStringLiteral("/org/freedesktop/portal/desktop"), "org.freedesktop.portal.Settings",
                             QDBusConnection::sessionBus(), nullptr)
{
    setTimeout(2000);
}

SystemScheme::SystemScheme()
{
    // Without an address libdbus would start a bus of its own.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    m_portal = std::make_unique<SettingsPortal>();
    connect(m_portal.get(), &SettingsPortal::SettingChanged, this,
            [this](const QString& group, const QString& key, const QDBusVariant& value) {
                if (group == appearanceGroup() && key == schemeKey())
                    take(value.variant());
            });
    ask();
}

SystemScheme::~SystemScheme() = default;

void SystemScheme::ask()
{
    auto* watcher =
        new QDBusPendingCallWatcher(m_portal->asyncCall(QStringLiteral("Read"), appearanceGroup(), schemeKey()), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid())
            take(reply.value().variant());
        finished->deleteLater();
    });
}

// The portal's Read wraps the value in a variant twice; 1 means "prefer dark".
void SystemScheme::take(const QVariant& value)
{
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool dark = inner.toUInt() == 1;
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace galley
