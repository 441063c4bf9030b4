"""Zip archives byte by byte, so that they come out the same everywhere, and can be as wrong as a test needs."""
import struct
import zlib


class Entry:
    def __init__(self, name, data, deflated=False, claimed=None, link=False):
        self.name = name.encode("utf-8")
        self.data = data if isinstance(data, bytes) else data.encode("utf-8")
        self.crc = zlib.crc32(self.data)
        self.method = 8 if deflated else 0
        self.packed = self._deflate() if deflated else self.data
        self.size = len(self.data) if claimed is None else claimed
        self.system, self.mode = (3, 0o120777 << 16) if link else (0, 0)  # a symbolic link as Unix packs it

    def _deflate(self):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.data) + packer.flush()

    def header(self, local, offset=0):
        sizes = struct.pack("<III", self.crc, len(self.packed), self.size)
        common = struct.pack("<HHHHH", 20, 0x800, self.method, 0, 33) + sizes
        if local:
            return b"PK\3\4" + common + struct.pack("<HH", len(self.name), 0) + self.name
        return (b"PK\1\2" + struct.pack("<H", 20 | self.system << 8) + common
                + struct.pack("<HHHHHII", len(self.name), 0, 0, 0, 0, self.mode, offset) + self.name)


def archive(entries, comment=b"", after=b"", gap=b"", names=(), inner=None):
    """The bytes of an archive.

    gap: bytes between the last entry and the table of contents, where no program looks
    names: pairs (entry, name): the table of contents names the entry's bytes a second time
    inner: an entry whose bytes are the content of the last entry
    """
    body, contents, at = b"", [], {}
    for entry in entries:
        at[id(entry)] = len(body)
        contents.append((entry, len(body)))
        body += entry.header(True) + entry.packed
    body += gap
    directory = b"".join(entry.header(False, offset) for entry, offset in contents)
    for entry, name in names:
        twin = Entry(name, b"")
        twin.crc, twin.method, twin.packed, twin.size = entry.crc, entry.method, entry.packed, entry.size
        directory += twin.header(False, at[id(entry)])
    if inner:
        directory += inner.header(False, contents[-1][1] + 30 + len(entries[-1].name))
    count = len(entries) + len(names) + (1 if inner else 0)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(directory), len(body), len(comment))
    return body + directory + end + comment + after
