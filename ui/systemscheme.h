// SPDX-License-Identifier: MIT
// SystemScheme: whether the desktop asks for dark windows (the freedesktop settings portal; Qt 6.4 does not ask it).
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusVariant>

#include <memory>

namespace galley
{

/// The portal's signal, connected by QtDBus because it bears the same name.
class SettingsPortal final : public QDBusAbstractInterface
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPortal)

public:
    SettingsPortal();

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

class SystemScheme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemScheme)

public:
    SystemScheme();
    ~SystemScheme() override;

    /// False until the portal answered, and where there is none.
    bool prefersDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const QVariant& value);

    std::unique_ptr<SettingsPortal> m_portal; ///< null without a session bus
    bool m_dark = false;
};

} // namespace galley
