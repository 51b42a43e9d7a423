"""The crontab line names the program and the plan in full."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from support import ROOT, Run, WritePlan, milestone


def test_the_line_runs_from_anywhere(
    write_plan: WritePlan, run: Run, folder: Path, tmp_path_factory: object
) -> None:
    plan = write_plan(milestone("1-1", target="FY2019"), name="my plan.yaml")
    line = run("cron", "--plan", plan, "-o", "out").lines[-1]
    assert line.startswith("0 7 * * 1 /")
    command = line.split(" ", 5)[5].replace("\\%", "%")
    words = shlex.split(command)
    assert str(plan) in words
    assert f"{folder / 'out'}/" in words
    done = subprocess.run(
        ["sh", "-c", command],
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(folder)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert len(list((folder / "out").glob("*-W*.md"))) == 1


def test_percent_signs_are_kept_from_cron(write_plan: WritePlan, run: Run) -> None:
    plan = write_plan(milestone("1-1"), name="100%.yaml")
    assert "100\\%.yaml" in run("cron", "--plan", plan).out


def test_the_shipped_plan_is_nothing_to_report_on(folder: Path, run: Run) -> None:
    from spaceplan.plan_file.locate import shipped_plan

    refused = run("cron")
    # In a clone the shipped plan is found as such from an empty folder.
    assert refused.code == 2
    assert "spaceplan init" in refused.err
    assert shipped_plan().is_file()


def test_a_path_that_no_crontab_can_hold_is_refused(write_plan: WritePlan, run: Run) -> None:
    refused = run("cron", "--plan", write_plan(milestone("1-1"), name="a\nb.yaml"))
    assert refused.code == 2
    assert "line end" in refused.err


def test_a_name_that_is_not_utf8_is_refused(run: Run, write_plan: WritePlan) -> None:
    """Shown with its bytes escaped, the line would be of another file."""
    write_plan(milestone("1-1"))
    refused = run("cron", "-o", os.fsdecode(b"reports-\xff"))
    assert (refused.code, refused.out) == (2, "")
    assert "reports-\\udcff/: a crontab line cannot hold a name that is not UTF-8" in refused.err


def test_the_help_does_not_replace_a_crontab(run: Run) -> None:
    assert "crontab -e" in run("cron", "--help").out
    assert "| crontab" not in run("cron", "--help").out


def test_it_is_in_the_plans_language_or_the_one_asked_for(write_plan: WritePlan, run: Run) -> None:
    plan = write_plan(milestone("1-1"))
    assert run("cron", "--plan", plan, "--lang", "ja").lines[0].startswith("# 毎週月曜日")
    assert "--lang ja" in run("cron", "--plan", plan, "--lang", "ja").lines[-1]


def test_what_is_printed_needs_no_folder(write_plan: WritePlan, run: Run, folder: Path) -> None:
    done = run("cron", "--plan", write_plan(milestone("1-1")), "-o", "-", "--lang", "en")
    assert done.lines[-1].endswith("--format text")
    assert "which cron mails" in done.out
    assert not (folder / "-").exists()


def test_where_no_sendmail_is_the_lines_above_say_so(
    write_plan: WritePlan, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = write_plan(milestone("1-1"))
    asked = ("cron", "--plan", plan, "--mail-to", "a@example.org", "--lang", "en")
    for found, said in ((None, True), ("/usr/lib/sendmail", False)):
        monkeypatch.setattr("spaceplan.commands.cron.which", lambda *_, found=found, **__: found)
        *above, line = run(*asked).lines
        assert any("no sendmail" in one for one in above) is said
        assert all(one.startswith("# ") for one in above)
        assert line.endswith(f" | {found or '/usr/sbin/sendmail'} -t")


def test_it_mails_by_sendmail(write_plan: WritePlan, run: Run) -> None:
    plan = write_plan(milestone("1-1"))
    to = ("--mail-to", "局 <a@example.org>", "--mail-to", "b@example.org", "--from", "c@d.org")
    line = run("cron", "--plan", plan, *to).lines[-1]
    assert line.endswith("/sendmail -t")
    words = shlex.split(line.rpartition(" | ")[0].split(" ", 5)[5])
    assert words[-6:] == list(to)
    assert run("cron", "--plan", plan, "--mail-to", "x").code == 2
    assert run("cron", "--plan", plan, *to, "-o", "out").code == 2
    assert run("cron", "--plan", plan, "--from", "c@d.org").code == 2
