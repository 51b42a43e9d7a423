"""Drive LibreOffice over exported files, and compare what comes back (see .ci/spreadsheet)."""

import json
import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from spaceplan.tables.columns import BY_KEY, EDITABLE
from spaceplan.tables.read_table import read_rows

ROOT = Path(__file__).resolve().parent.parent
CSV = "Text - txt - csv (StarCalc):44,34,76,1"  # comma, quotes, UTF-8, from row 1
CSV_JAPAN = "Text - txt - csv (StarCalc):44,34,64,1"  # in CP932, as Excel in Japan saves it
# What a person does by hand: find the row of an id and the column of a name, and type.
MACRO = """
Sub Edit(source As String, filter As String, target As String)
  Dim reading(2) As New com.sun.star.beans.PropertyValue
  reading(0).Name = "Hidden" : reading(0).Value = True
  If Right(source, 4) = ".csv" Then
    reading(1).Name = "FilterName" : reading(1).Value = "Text - txt - csv (StarCalc)"
    reading(2).Name = "FilterOptions" : reading(2).Value = "44,34,76,1"
  End If
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, reading())
  sheet = book.Sheets.getByIndex(0)
  Enter(sheet, "4-1", "status", "missed")
  Enter(sheet, "4-1", "on", "2023-03-07")
  Enter(sheet, "4-1", "note", "2段目が点火せず")
  Enter(sheet, "7-4a", "target", "2024-01-20")
  Enter(sheet, "7-4a", "reason", "technical")
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName" : how(0).Value = Split(filter, ":")(0)
  how(1).Name = "FilterOptions"
  If InStr(filter, ":") > 0 Then how(1).Value = Split(filter, ":")(1)
  book.storeToURL(target, how())
  book.close(True)
End Sub

Sub Enter(sheet, id As String, column As String, text As String)
  x = 0
  Do While sheet.getCellByPosition(x, 0).String <> column : x = x + 1 : Loop
  y = 0
  Do While sheet.getCellByPosition(0, y).String <> id : y = y + 1 : Loop
  sheet.getCellByPosition(x, y).FormulaLocal = text
End Sub
"""
_DOCTYPE = (
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
)


class Office:
    """LibreOffice with a profile of its own, in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "profile"
        library = self.profile / "user" / "basic" / "Standard"
        self._run("--terminate_after_init")
        library.mkdir(parents=True, exist_ok=True)
        (library / "Module1.xba").write_text(
            f'<?xml version="1.0" encoding="UTF-8"?>\n{_DOCTYPE}\n'
            '<script:module xmlns:script="http://openoffice.org/2000/script" '
            f'script:name="Module1" script:language="StarBasic">{escape(MACRO)}</script:module>',
            encoding="utf-8",
        )
        (library / "script.xlb").write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
            '"library.dtd">\n'
            '<library:library xmlns:library="http://openoffice.org/2000/library" '
            'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
            '<library:element library:name="Module1"/></library:library>',
            encoding="utf-8",
        )

    def _run(self, *words: str) -> None:
        subprocess.run(
            ["soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless", *words],
            check=True,
            timeout=180,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def convert(self, source: Path, form: str, folder: Path) -> Path:
        """Open a file and save it in another form, as ``form`` (``xlsx``, ``csv:FILTER``)."""
        reading = ["--infilter=CSV:44,34,76,1"] if source.suffix == ".csv" else []
        self._run(*reading, "--convert-to", form, "--outdir", str(folder), str(source))
        return folder / f"{source.stem}.{form.partition(':')[0]}"

    def edit(self, source: Path, form: str, target: Path) -> Path:
        """Open a file, type into it, and save it with the filter ``form``."""
        words = ", ".join(f'"{word}"' for word in (source.as_uri(), form, target.as_uri()))
        self._run(f"macro:///Standard.Module1.Edit({words})")
        return target


def spaceplan(plan: Path, *words: str) -> str:
    """A command on a plan; its output."""
    done = subprocess.run(
        [sys.executable, "-m", "spaceplan", *words, "--plan", str(plan)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def milestones(plan: Path) -> dict[str, dict[str, object]]:
    """The plan's milestones by id."""
    lines = spaceplan(plan, "list", "--format", "jsonl").splitlines()
    return {item["id"]: item for item in map(json.loads, lines)}


def unchanged(exported: Path, back: Path) -> None:
    """Every cell that is read back holds what was exported."""
    before, after = read_rows(exported).sound(), read_rows(back).sound()
    assert [row.id for row in before.rows] == [row.id for row in after.rows], back
    for old, new in zip(before.rows, after.rows, strict=True):
        assert new.base is not None and new.base == old.base, back
        for key, cell in old.cells.items():
            if BY_KEY[key].role != "shown" or BY_KEY[key].kind != "date":
                assert new.cells[key].text == cell.text, (back, new.cells[key], cell.text)
        assert all(new.base.had(key, new.cells[key].text) for key in EDITABLE), back
    print(f"unchanged: {len(after.rows)} rows of {back.name} ({back.parent.name})")


def applied(plan: Path, sheet: Path) -> None:
    """Only what was edited is changed, and a second time there is nothing to do."""
    copy = sheet.with_suffix(".yaml")
    shutil.copy(plan, copy)
    before = milestones(copy)
    spaceplan(copy, "apply", str(sheet))
    after = milestones(copy)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"4-1", "7-4a"}, changed
    assert (after["4-1"]["status"], after["4-1"]["actual"]) == ("missed", None)
    entry = after["4-1"]["history"][-1]
    assert (entry["date"], entry["note"]) == ("2023-03-07", "2段目が点火せず")
    assert after["7-4a"]["target"] == "2024-01-20"
    data = copy.read_bytes()
    spaceplan(copy, "apply", str(sheet))
    assert copy.read_bytes() == data, "applied twice"
    print(f"applied: {sheet.name}")


def answered(plan: Path, office: Office, work: Path) -> None:
    """The sheet for an owner, filled in and saved by the office, is taken back; it is two pages of
    A4 at the most for twenty milestones."""
    from openpyxl import load_workbook

    sheet = work / "jaxa.xlsx"
    spaceplan(plan, "export", "--for", "JAXA", "--search", "ロケット", "-o", str(sheet))
    book = load_workbook(sheet)
    rows = {row[0].value: row for row in book.worksheets[0].iter_rows()}
    rows["4-1"][4].value, rows["4-1"][5].value = "未達", datetime(2023, 3, 7)
    book.save(sheet)
    for number, form in enumerate(("Calc MS Excel 2007 XML", f"csv:{CSV}", f"csv:{CSV_JAPAN}")):
        back = office.convert(
            sheet, form.replace("Calc MS Excel 2007 XML", "xlsx"), work / f"f{number}"
        )
        copy = work / f"answered{number}.yaml"
        shutil.copy(plan, copy)
        spaceplan(copy, "apply", str(back))
        found = milestones(copy)["4-1"]
        entry = found["history"][-1]
        assert (found["status"], entry["date"], entry["who"]) == ("missed", "2023-03-07", "JAXA")
        print(f"answered: {back.name} ({back.parent.name})")


def main(work: Path) -> None:
    """Export, convert and compare, edit and apply, print."""
    os.environ["SPACEPLAN_CACHE"] = str(work / "cache")
    plan = work / "milestones.yaml"
    shutil.copy(ROOT / "data" / "milestones.yaml", plan)
    xlsx, protected = work / "plan.xlsx", work / "excel.csv"
    spaceplan(plan, "export", "-o", str(xlsx))
    spaceplan(plan, "export", "--excel", "-o", str(protected))

    office = Office(work)
    for number, (source, form) in enumerate(
        (source, form)
        for source in (xlsx, protected)
        for form in ("xlsx", f"csv:{CSV}", f"csv:{CSV_JAPAN}")
    ):
        unchanged(source, office.convert(source, form, work / f"saved{number}"))
    for source, form, name in (
        (xlsx, "Calc MS Excel 2007 XML", "edited.xlsx"),
        (xlsx, CSV, "edited.csv"),
        (protected, CSV, "edited-excel.csv"),
        (protected, "Calc MS Excel 2007 XML", "edited-excel.xlsx"),
    ):
        applied(plan, office.edit(source, form, work / name))
    answered(plan, office, work)
    for sheet in (xlsx, work / "jaxa.xlsx"):
        office.convert(sheet, "pdf", work / "printed")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
