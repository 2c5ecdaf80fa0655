// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultvfs.h"

#include <new>

namespace downtimeline {
namespace {

/// What SQLite holds of an open file; the real file's memory follows it.
struct FaultFile
{
    sqlite3_file base;
    FaultVfs *owner;

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

FaultVfs &ownerOf(sqlite3_file *file)
{
    return *reinterpret_cast<FaultFile *>(file)->owner;
}

/// Hands a call on to the real file as it is.
template<auto Method, typename... Arguments>
auto forwarded(sqlite3_file *file, Arguments... arguments)
{
    sqlite3_file *real = reinterpret_cast<FaultFile *>(file)->real();
    return (real->pMethods->*Method)(real, arguments...);
}

int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const int verdict = ownerOf(file).verdict();
    const int done =
        forwarded<&sqlite3_io_methods::xWrite>(file, bytes, verdict == SQLITE_OK || size < 2 ? size : size / 2, offset);
    return verdict == SQLITE_OK ? done : verdict;
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    const int verdict = ownerOf(file).verdict();
    return verdict == SQLITE_OK ? forwarded<&sqlite3_io_methods::xTruncate>(file, size) : verdict;
}

int sync(sqlite3_file *file, int flags)
{
    const int verdict = ownerOf(file).verdict();
    return verdict == SQLITE_OK ? forwarded<&sqlite3_io_methods::xSync>(file, flags) : verdict;
}

const sqlite3_io_methods faultMethods = {
    .iVersion = 2, // without memory maps, which would go past the writes
    .xClose = forwarded<&sqlite3_io_methods::xClose>,
    .xRead = forwarded<&sqlite3_io_methods::xRead, void *, int, sqlite3_int64>,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = forwarded<&sqlite3_io_methods::xFileSize, sqlite3_int64 *>,
    .xLock = forwarded<&sqlite3_io_methods::xLock, int>,
    .xUnlock = forwarded<&sqlite3_io_methods::xUnlock, int>,
    .xCheckReservedLock = forwarded<&sqlite3_io_methods::xCheckReservedLock, int *>,
    .xFileControl = forwarded<&sqlite3_io_methods::xFileControl, int, void *>,
    .xSectorSize = forwarded<&sqlite3_io_methods::xSectorSize>,
    .xDeviceCharacteristics = forwarded<&sqlite3_io_methods::xDeviceCharacteristics>,
    .xShmMap = forwarded<&sqlite3_io_methods::xShmMap, int, int, int, volatile void **>,
    .xShmLock = forwarded<&sqlite3_io_methods::xShmLock, int, int, int>,
    .xShmBarrier = forwarded<&sqlite3_io_methods::xShmBarrier>,
    .xShmUnmap = forwarded<&sqlite3_io_methods::xShmUnmap, int>,
    .xFetch = nullptr,
    .xUnfetch = nullptr};

int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *owner = static_cast<FaultVfs *>(vfs->pAppData);
    auto *made = new (file) FaultFile{.base = {.pMethods = nullptr}, .owner = owner};
    const int done = owner->real().xOpen(&owner->real(), name, made->real(), flags, outFlags);
    if (made->real()->pMethods)
        made->base.pMethods = &faultMethods;
    return done;
}

} // namespace

FaultVfs::FaultVfs() : m_real(sqlite3_vfs_find(nullptr)), m_vfs(*m_real)
{
    m_vfs.zName = "fault";
    m_vfs.pAppData = this;
    m_vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + m_real->szOsFile;
    m_vfs.xOpen = open;
    // The other calls know the real one by its own data; "unix" reads none of it for deleting, looking and waiting.
    sqlite3_vfs_register(&m_vfs, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
}

void FaultVfs::failAt(int call, int code, Lasting lasting)
{
    m_left = call - 1;
    m_code = code;
    m_lasting = lasting;
    m_fired = false;
    m_armed = true;
}

int FaultVfs::verdict()
{
    if (!m_armed || m_left-- > 0)
        return SQLITE_OK;
    m_fired = true;
    m_armed = m_lasting == Lasting::ForEver;
    m_left = 0;
    return m_code;
}

} // namespace downtimeline
