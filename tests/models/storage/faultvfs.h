// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace downtimeline {

/// While it lives, every file that SQLite opens in this process goes through it: the system's own file access, in
/// which a chosen write, sync or truncation fails.
class FaultVfs
{
public:
    enum class Lasting { Once, ForEver };

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    /// The call of that number from now on, counted from 1, fails with the code; with ForEver all that follow too. A
    /// failing write leaves half of its bytes in the file.
    void failAt(int call, int code, Lasting lasting);
    void disarm() { m_armed = false; }
    bool hasFired() const { return m_fired; }

    /// For the file's methods: whether the call that begins now has to fail, SQLITE_OK where not.
    int verdict();
    sqlite3_vfs &real() { return *m_real; }

private:
    sqlite3_vfs *m_real;
    sqlite3_vfs m_vfs;
    bool m_armed = false;
    bool m_fired = false;
    int m_left = 0; ///< calls before the one that fails
    int m_code = SQLITE_OK;
    Lasting m_lasting = Lasting::Once;
};

} // namespace downtimeline
