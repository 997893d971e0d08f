"""Files out of a .tar.gz, and nothing else."""

from __future__ import annotations

import gzip
import shutil
import tarfile
import tempfile
import zlib
from pathlib import Path, PurePosixPath

from formalmath.errors import DownloadError

_MAX_BYTES = 512 * 2**20
_QUICK = 1  # of gzip's levels


def unpack(archive: Path, inside: str, target: Path) -> None:
    """Write the regular files below `inside` to the folder `target`: all of them or nothing.

    Raises:
        DownloadError: the archive is broken, has no such files, or one that would land elsewhere.
        OSError: `target` cannot be written.
    """
    temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        room = _MAX_BYTES
        with tarfile.open(archive, "r:gz") as tar:
            for member in tar:
                if not (member.isfile() and member.name.startswith(inside)):
                    continue
                path = PurePosixPath(member.name.removeprefix(inside))
                room -= member.size
                content = tar.extractfile(member)
                if path.is_absolute() or ".." in path.parts or room < 0 or content is None:
                    raise DownloadError(f"{archive} holds a file that is not safe: {path}.")
                file = temporary / path
                file.parent.mkdir(parents=True, exist_ok=True)
                with content, file.open("wb") as out:
                    shutil.copyfileobj(content, out)
        if not any(temporary.iterdir()):
            raise DownloadError(f"{archive} has no folder {inside}: the pin names the wrong one.")
        try:
            temporary.rename(target)
        except OSError:
            if not target.is_dir():  # else another process was faster, with the same files
                raise
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise DownloadError(f"{archive} cannot be unpacked: {error}. Delete it.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def recompress(archive: Path, inside: str, target: Path) -> None:
    """Write the file `inside` of the archive to `target`, as .gz, in memory that does not grow.

    Quickly rather than as small as can be.

    Raises:
        DownloadError: the archive is broken, or has no such file.
        OSError: `target` cannot be written.
    """
    try:
        with tarfile.open(archive, "r|gz") as tar:
            for member in tar:
                if member.name == inside and (content := tar.extractfile(member)) is not None:
                    with content, gzip.open(target, "wb", compresslevel=_QUICK) as out:
                        shutil.copyfileobj(content, out, 2**20)
                    return
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise DownloadError(f"{archive} cannot be unpacked: {error}. Delete it.") from error
    raise DownloadError(f"{archive} has no file {inside}: the pin names the wrong one.")
