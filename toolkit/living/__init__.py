"""The follow-up table lives: people type in it while new data keep arriving from below.

- `seen`: what a cell says to its reader, whatever program wrote it last;
- `base`: what the toolkit wrote last, kept in a hidden sheet of the same workbook;
- `reading`: the table as people left it;
- `merging`: the three-way rule for one cell;
- `planning`: what a run changes: single cells, and rows added below;
- `slips`: what units filled in and sent back;
- `printed`: the sheet for printing, made anew as long as nobody writes in it;
- `sheets`: conflicts to be decided, and the log.

Nothing is read from a disk or written here.
"""
