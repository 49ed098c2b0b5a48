"""Reading on other machines: a Dask cluster runs it, this process puts together what comes.

Scheduler and workers must see the folder under the same path and have the same toolkit.
"""

from collections.abc import Callable, Iterator, Sequence

from toolkit.errors import OutputError
from toolkit.levels.packages import Package
from toolkit.levels.reading import Read
from toolkit.model import Notice, Severity

NO_CLUSTER = Notice(
    "FIL-66",
    Severity.ERROR,
    vi="Chưa nối được với cụm máy tính ở địa chỉ {address}, hoặc máy này chưa cài phần dùng cho "
    "cụm.",
    en="The cluster at {address} cannot be reached, or what it needs is not installed here.",
    fix_vi="Hãy bỏ tùy chọn --scheduler để chạy trên máy này, hoặc cài thêm doithoai[cluster].",
    fix_en="Leave out --scheduler to run on this machine, or install doithoai[cluster].",
    why="A province of some hundred files needs one machine only; a country may use several.",
    good="The scheduler runs at tcp://10.0.0.5:8786.",
    bad="Nothing listens at tcp://10.0.0.5:8786.",
)
NOTICES: tuple[Notice, ...] = (NO_CLUSTER,)

PATIENCE = 30
"""Seconds to wait for the scheduler."""


def on_cluster(
    address: str,
) -> Callable[[Callable[[Package], Read], Sequence[Package]], Iterator[Read]]:
    """What reads packages as tasks of the cluster at an address such as tcp://10.0.0.5:8786.

    Results come in the order of the packages, so that they are those of one process.
    """

    def run(read: Callable[[Package], Read], found: Sequence[Package]) -> Iterator[Read]:
        try:
            from distributed import Client  # noqa: PLC0415 — an extra that few install

            client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (ImportError, OSError, ValueError) as error:
            raise OutputError(NO_CLUSTER, {"address": address}) from error
        with client:
            yield from client.gather(client.map(read, found, pure=False))

    return run
