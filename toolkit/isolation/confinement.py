"""How a worker is kept from taking more memory or time than it may, on each system.

Linux keeps the limit of memory; Windows does by a job object. macOS accepts it and does not keep
it: there only the limit of time holds.
"""

import contextlib
import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from functools import cache

    _EXTENDED_LIMITS, _PROCESS_MEMORY, _KILL_ON_JOB_CLOSE = 9, 0x100, 0x2000
    _SET_QUOTA_AND_TERMINATE = 0x101

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("basic", _Basic),
            ("transfers", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    @cache
    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.argtypes = [wintypes.LPVOID, wintypes.LPCWSTR]
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = [wintypes.DWORD, wintypes.BOOL, wintypes.DWORD]
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = [
            wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD,
        ]  # fmt: skip
        kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        kernel.CloseHandle.argtypes = [wintypes.HANDLE]
        return kernel

    @cache
    def _job_of_this_process() -> int | None:
        job: int | None = _kernel().CreateJobObjectW(None, None)
        _kernel().AssignProcessToJobObject(job, _kernel().GetCurrentProcess())
        return job

    @cache
    def _job_of_workers() -> int | None:
        """Never closed by us: the system closes it when this process ends, however it ends."""
        job: int | None = _kernel().CreateJobObjectW(None, None)
        _set(job, _KILL_ON_JOB_CLOSE, 0)
        return job

    def _set(job: int | None, flags: int, memory: int) -> None:
        limits = _Extended(process_memory=memory)
        limits.basic.flags = flags
        _kernel().SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )

    def confine(memory: int) -> None:
        """Let this process have so many bytes. Where the system refuses, go on without."""
        _set(_job_of_this_process(), _PROCESS_MEMORY, memory)

    def set_alarm(seconds: float) -> None:
        """Windows has no alarms: the parent keeps the time, and `tie` ends who outlives it."""

    def tie(process: int) -> None:
        """Let a process, by its id, end when this one does. Where that is refused, go on."""
        handle = _kernel().OpenProcess(_SET_QUOTA_AND_TERMINATE, False, process)  # noqa: FBT003 — C
        _kernel().AssignProcessToJobObject(_job_of_workers(), handle)
        _kernel().CloseHandle(handle)

else:
    import resource
    import signal

    def confine(memory: int) -> None:
        """Let this process have so many bytes, and leave no core file when it dies."""
        for kind, size in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
            _, hard = resource.getrlimit(kind)
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (size, hard))

    def set_alarm(seconds: float) -> None:
        """End this process after so many seconds, whatever it does by then; 0: do not."""
        signal.setitimer(signal.ITIMER_REAL, seconds)

    def tie(process: int) -> None:
        """Nothing to do: a worker ends when its pipe does, and by its alarm at the latest."""
