@echo off
rem Kiem tra cac tep Excel cua hoi nghi doi thoai
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
call "%RUNNER%" check "%TARGET%" --report "%DOSSIER%\ket-qua\Kiem_tra.xlsx" --marked "%DOSSIER%\ket-qua\da-danh-dau"
set "CODE=%ERRORLEVEL%"
if exist "%DOSSIER%\ket-qua\Kiem_tra.xlsx" start "" "%DOSSIER%\ket-qua\Kiem_tra.xlsx"
if not defined DOITHOAI_NO_PAUSE pause
exit /b %CODE%
