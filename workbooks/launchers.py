"""The files that are double-clicked where macros are blocked: one text, two commands.

ASCII, with the line ends of Windows: a .cmd is read in the code page of the computer. Without
`setlocal EnableDelayedExpansion`, so that folders may have “!” in their names; every path stands
in quotes, so that they may have blanks, “&”, “=” and “'”.
"""

from collections.abc import Mapping

_TEXT = r"""@echo off
rem {title}
rem Bam dup de chay cho thu muc nay, hoac keo tha mot thu muc (hay tep) vao bieu tuong.
setlocal
chcp 65001 >nul
set "TARGET=%~dp0."
if not "%~1"=="" set "TARGET=%~1"
set "DOSSIER=%TARGET%"
if not exist "%TARGET%\" set "DOSSIER=%~dp1."
set "RUNNER=%DOITHOAI_CMD%"
if not defined RUNNER set "RUNNER=%LOCALAPPDATA%\DoiThoai\doithoai.cmd"
if not exist "%RUNNER%" set "RUNNER=doithoai"
call "%RUNNER%" {command}
set "CODE=%ERRORLEVEL%"
if exist "%DOSSIER%\ket-qua\{result}" start "" "%DOSSIER%\ket-qua\{result}"
if not defined DOITHOAI_NO_PAUSE pause
exit /b %CODE%
"""

_CHECK = (
    r'check "%TARGET%" --report "%DOSSIER%\ket-qua\Kiem_tra.xlsx" '
    r'--marked "%DOSSIER%\ket-qua\da-danh-dau"'
)


def launchers() -> Mapping[str, bytes]:
    """The files by their names."""
    texts = {
        "Tong hop.cmd": _TEXT.format(
            title="Tong hop ho so hoi nghi doi thoai",
            command='consolidate "%DOSSIER%"',
            result="Tong_hop.xlsx",
        ),
        "Kiem tra.cmd": _TEXT.format(
            title="Kiem tra cac tep Excel cua hoi nghi doi thoai",
            command=_CHECK,
            result="Kiem_tra.xlsx",
        ),
    }
    return {name: text.replace("\n", "\r\n").encode("ascii") for name, text in texts.items()}
