"""What goes to a PC with Windows, without administrator rights: `python -m windows.bundle`."""
