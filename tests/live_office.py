"""A LibreOffice that runs while tests talk to it (UNO): it opens workbooks and runs macros."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

SYSTEM_PACKAGES = "/usr/lib/python3/dist-packages"
"""Where Debian and Ubuntu put `uno`, which belongs to the Python of the system."""
PATIENCE = 90
DELIVER_OWNERSHIP = True

if find_spec("uno") is None and Path(SYSTEM_PACKAGES, "uno.py").is_file():
    sys.path.append(SYSTEM_PACKAGES)


def _can_talk() -> bool:
    """Whether this Python is the one that `uno` was made for."""
    try:
        return bool(import_module("uno"))
    except ImportError:
        return False


SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Save/Document">
<prop oor:name="WarnAlienFormat" oor:op="fuse"><value>false</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
"""Settings of a fresh profile: save as .xlsm without asking, always recalculate, run macros."""

needs_live_office = pytest.mark.skipif(
    shutil.which("soffice") is None or not _can_talk(),
    reason="LibreOffice (soffice) and python3-uno are not installed for this Python",
)


class Office:
    """A running LibreOffice."""

    def __init__(self, context: Any) -> None:
        self.extensions = context.getValueByName(
            "/singletons/com.sun.star.deployment.ExtensionManager"
        )
        manager = context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.factory = manager.createInstanceWithContext(
            "com.sun.star.script.provider.MasterScriptProviderFactory", context
        )

    def open(self, path: Path, *, in_front: bool = False) -> Any:
        """A workbook, its macros allowed; menus are about the one that is in front."""
        options = properties(Hidden=not in_front, MacroExecutionMode=4)
        return self.desktop.loadComponentFromURL(path.absolute().as_uri(), "_blank", 0, options)

    def add_extension(self, path: Path) -> None:
        """Install an extension for this user, as a double-click on it does."""
        channel = self.extensions.createAbortChannel()
        place = path.absolute().as_uri()
        self.extensions.addExtension(place, (), "user", channel, _agreeing())

    def close_all(self) -> None:
        """Close whatever workbooks are open, without saving them."""
        books = self.desktop.Components.createEnumeration()
        while books.hasMoreElements():
            books.nextElement().close(DELIVER_OWNERSHIP)


def run_macro(book: Any, name: str) -> None:
    """Run a macro of a workbook as its button does. Its errors show in what it did not do."""
    place = f"vnd.sun.star.script:VBAProject.{name}?language=Basic&location=document"
    book.getScriptProvider().getScript(place).invoke((), (), ())


def run_menu(office: Office, place: str) -> None:
    """Run a macro of an extension as its entry in the menu does."""
    provider = office.factory.createScriptProvider("")
    place = f"vnd.sun.star.script:{place}?language=Basic&location=application"
    provider.getScript(place).invoke((), (), ())


def _agreeing() -> Any:
    """Answers yes to whatever LibreOffice asks while it installs an extension."""
    import unohelper  # noqa: PLC0415 — not on every computer
    from com.sun.star.task import XInteractionHandler  # noqa: PLC0415
    from com.sun.star.ucb import XCommandEnvironment  # noqa: PLC0415

    class Environment(unohelper.Base, XCommandEnvironment, XInteractionHandler):  # type: ignore[misc]
        def getInteractionHandler(self) -> Any:  # noqa: N802 — UNO's names
            return self

        def getProgressHandler(self) -> None:  # noqa: N802
            return None

        def handle(self, request: Any) -> None:
            request.getContinuations()[0].select()

    return Environment()


def properties(**values: object) -> tuple[Any, ...]:
    """Named options as UNO wants them."""
    from com.sun.star.beans import PropertyValue  # noqa: PLC0415 — there only with UNO

    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


@contextmanager
def running(profile: Path, environment: Mapping[str, str]) -> Iterator[Office]:
    """A LibreOffice of its own settings, ended at the end."""
    import uno  # noqa: PLC0415 — not on every computer

    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS, "utf-8")
    pipe = f"doithoai-{os.getpid()}-{profile.name}"
    command = ["soffice", "--headless", "--norestore", "--nologo", "--nodefault"]
    command += [f"-env:UserInstallation={profile.as_uri()}", f"--accept=pipe,name={pipe};urp;"]
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        context = _connected(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        office = Office(context)
        yield office
        office.close_all()
        office.desktop.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(PATIENCE)


def _connected(resolver: Any, address: str) -> Any:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(address)
        except Exception:  # UNO's exceptions are known only at run time
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
