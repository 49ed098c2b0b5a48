"""The plain data that flow from stage to stage. Nothing here reads, writes or decides.

Workbook ─ Sheet ─(detect)─> Table ─(normalize)─> Record ─(link)─> Link, Cluster
    ─(identity, assign)─> Entry ─ Task ─(summarize)─> ReportBook
Every stage also returns Findings.

Sheets, tables and records are told apart by what they are, not by what they hold (`eq=False`):
two rows with the same words are two records.
"""

from toolkit.model.dossiers import (
    Cluster,
    Consolidation,
    DueState,
    Entry,
    FileStatus,
    Link,
    Meeting,
    SourceFile,
    Task,
)
from toolkit.model.findings import (
    Cell,
    Finding,
    Notice,
    PartialDate,
    Question,
    Raw,
    Severity,
    Value,
    column_letters,
)
from toolkit.model.layouts import Code, Column, Layout
from toolkit.model.reports import (
    Button,
    Chart,
    ChartKind,
    ChoicesBy,
    Formula,
    Look,
    Picture,
    ReportBook,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Section,
    Signers,
    SourceLink,
)
from toolkit.model.tables import Excluded, MappedColumn, Reason, Record, Table, TableRow
from toolkit.model.workbooks import Sheet, Span, Workbook

__all__ = [
    "Button",
    "Cell",
    "Chart",
    "ChartKind",
    "ChoicesBy",
    "Cluster",
    "Code",
    "Column",
    "Consolidation",
    "DueState",
    "Entry",
    "Excluded",
    "FileStatus",
    "Finding",
    "Formula",
    "Layout",
    "Link",
    "Look",
    "MappedColumn",
    "Meeting",
    "Notice",
    "PartialDate",
    "Picture",
    "Question",
    "Raw",
    "Reason",
    "Record",
    "ReportBook",
    "ReportCell",
    "ReportColumn",
    "ReportSheet",
    "ReportTable",
    "Section",
    "Severity",
    "Sheet",
    "Signers",
    "SourceFile",
    "SourceLink",
    "Span",
    "Table",
    "TableRow",
    "Task",
    "Value",
    "Workbook",
    "column_letters",
]
