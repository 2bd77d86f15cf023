// SPDX-License-Identifier: MIT
// Saves onto a full disk and into a read-only folder; both need a process of their own.
#pragma once

namespace galley::faults
{

/// Mounts a small tmpfs on `folder` (as root, or in a user namespace), puts a post of `size` bytes there, leaves `free`
/// bytes and saves another text of that size; with `stateThere` the journals lie on the same disk.
/// Prints one line: "ok …", "skip …" or "lost …".
int fullDisk(const char* folder, long free, long size, bool stateThere);

/// Gives up root's rights, makes `folder` read-only and saves a post in it. Prints as above.
int readOnlyFolder(const char* folder);

} // namespace galley::faults
