@echo off
rem Chep bo cong cu vao %LOCALAPPDATA%\DoiThoai; khong can quyen quan tri.
setlocal
set "TARGET=%LOCALAPPDATA%\DoiThoai"
if not exist "%~dp0python\python.exe" call :unpack
if not exist "%~dp0python\python.exe" goto missing
robocopy "%~dp0." "%TARGET%" /E /NFL /NDL /NJH /NJS /NP >nul
if errorlevel 8 goto failed
call "%TARGET%\doithoai.cmd" doctor
echo.
echo Da cai xong vao "%TARGET%".
goto end
:unpack
for %%Z in ("%~dp0python-3.11*-embed-amd64.zip") do call :expand "%%~fZ"
exit /b
:expand
mkdir "%~dp0python" 2>nul
tar -xf "%~1" -C "%~dp0python"
rem Python reads the packages from here; without this line it would ignore them.
(
echo python311.zip
echo .
echo ..\thu-vien
echo import site
) > "%~dp0python\python311._pth"
exit /b
:missing
echo Chua co Python. Hay tai tep python-3.11.9-embed-amd64.zip tu python.org,
echo de vao thu muc nay, roi bam dup lai "Cai dat.cmd".
goto end
:failed
echo Khong chep duoc vao "%TARGET%". Hay dong Excel va cac cua so lenh roi chay lai.
:end
if not defined DOITHOAI_NO_PAUSE pause
