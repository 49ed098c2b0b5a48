@echo off
rem Chay bo cong cu doi thoai tu thu muc nay.
setlocal
chcp 65001 >nul
set "PYTHONUTF8=1"
if exist "%~dp0python\python.exe" goto run
echo Chua co Python trong thu muc "%~dp0python".
echo Cach sua: lam buoc 2 trong tep HUONG_DAN.md.
exit /b 70
:run
"%~dp0python\python.exe" "%~dp0chay.py" %*
exit /b %ERRORLEVEL%
