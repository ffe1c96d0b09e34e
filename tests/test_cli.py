"""The command as authors meet it: what it prints, where, and how it ends."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SmallCourse, run_builder


def test_a_build_prints_a_table_and_one_line(small: SmallCourse) -> None:
    done = small.run()
    assert (done.returncode, done.stderr) == (0, "")
    header, *rows, last = done.stdout.splitlines()
    assert header.split() == ["editie", "pakket", "kB", "lessen", "min", "woorden", "vragen", "dubbel", "stand", "inhoud"]
    assert [row.split()[:2] for row in rows] == [
        [name, f"klein-{name}.zip"] for name in ("po", "vo", "mbo", "hbo-wo", "compleet")
    ]
    for row in rows:
        _, file, size, lessons, _, _, questions, _, state, content = row.split()
        assert abs(int(size) * 1000 - (small.output / file).stat().st_size) <= 500
        assert (lessons, questions) == ("2", "4")
        assert 9 < int(state) < 100
        assert re.fullmatch("[0-9a-f]{16}", content)
    assert re.fullmatch(r"5 pakketten in .*dist \([0-9]+\.[0-9] s\)", last)


def test_one_edition(small: SmallCourse) -> None:
    done = small.run("--edition", "vo")
    assert done.returncode == 0
    assert "1 pakket in" in done.stdout
    assert [path.name for path in small.output.glob("*.zip")] == ["klein-vo.zip"]


def test_faults_go_to_the_error_stream_and_end_with_1(small: SmallCourse) -> None:
    small.replace("units/eerste/kijken.yaml", "right: true", "rigth: true")
    small.replace("units/eerste/doen.yaml", "minutes: 3", "minutes: drie")
    done = small.run()
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "klein/units/eerste/doen.yaml:3:10: fout C03: hier hoort een heel getal te staan.",
        "klein/units/eerste/kijken.yaml:24:9: fout C06: de sleutel ‘rigth’ hoort hier niet.",
        "    Bedoel je ‘right’?",
        f"Niet gebouwd: 2 fouten. In {small.output} is niets veranderd.",
    ]


def test_every_bad_file_at_once_without_a_traceback(small: SmallCourse) -> None:
    small.path("glossary.yaml").unlink()
    small.path("sources.yaml").write_bytes("sources: []\n".encode("utf-16"))
    small.write("helplines.yaml", "helplines:\n\t- id: x\n")
    small.write("course.yaml", "{" * 3000)
    small.write("units/eerste/doen.yaml", "blocks: &b [*b]\nid: [doen\n")
    small.write("images/start.svg", "<svg>")
    done = small.run()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert {line.split(" fout ")[1][:3] for line in done.stderr.splitlines() if " fout " in line} == {
        "Y01", "Y02", "Y03", "Y04", "Y07", "C24",
    }


def test_a_course_that_is_not_there(tmp_path: Path) -> None:
    done = run_builder("build", "--course", str(tmp_path / "weg"), "--output", str(tmp_path / "dist"))
    assert done.returncode == 1
    assert f"{tmp_path}/weg: fout Y01: deze map is er niet." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "dist").exists()


def test_lists_that_multiply_do_not_keep_an_author_waiting(small: SmallCourse) -> None:
    """Twelve lines that would make a thousand thousand million texts."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    small.write("questions/ld1-test.yaml", "\n".join([*lines, "use: *a11", "objective: *a11\n"]))
    done = small.run()
    assert done.returncode == 1
    assert "klein/questions/ld1-test.yaml:13:6: fout Y10: ‘*a11’ staat voor een hele lijst" in done.stderr
    assert len(done.stderr) < 50_000


def test_a_place_where_nothing_can_be_written(small: SmallCourse) -> None:
    small.output.write_text("dit is een bestand")
    done = small.run()
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"{small.output}: fout B03: dit is een bestand, en hier hoort een map.",
        "    Haal het bestand weg, of kies een andere map.",
        f"Niet gebouwd: 1 fout. In {small.output} is niets veranderd.",
    ]
    assert not small.path("saved-state.lock").exists()


def test_an_overview_that_cannot_be_written(tmp_path: Path) -> None:
    done = run_builder("coverage", "--output", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == f"{tmp_path}: fout B03: dit is een map, en hier hoort een bestand.\n    Haal de map weg, of geef haar een andere naam.\n"


def test_an_edition_that_does_not_exist(small: SmallCourse) -> None:
    done = small.run("--edition", "mob")
    assert done.returncode == 1
    assert "--edition: fout B01: editie ‘mob’ bestaat niet.\n    Bedoel je ‘mbo’?" in done.stderr


def test_in_a_c_locale_the_words_keep_their_accents(small: SmallCourse) -> None:
    small.replace("units/eerste/kijken.yaml", "title: Kijken", "title: é\ntitel: x")
    done = small.run(LC_ALL="C", LANG="C")
    assert "‘titel’ hoort hier niet" in done.stderr


def test_progress_shows_on_a_terminal_only(small: SmallCourse) -> None:
    """The line is wiped before the table comes, so that nothing of it stays behind."""
    main, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "builder", "build", "--course", str(small.folder), "--output", str(small.output)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=child, text=True,
    )
    os.close(child)
    shown = b""
    while True:
        try:
            chunk = os.read(main, 1000)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    assert process.wait(60) == 0
    assert process.stdout is not None and "editie" in process.stdout.read()
    process.stdout.close()
    os.close(main)
    assert "edities: 5 van 5 …" in shown.decode()
    assert shown.decode().endswith("\r\x1b[K")


def test_help_answers_without_loading_what_a_build_needs() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "builder", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )
    assert "Bouw en controleer de pakketten" in done.stdout
    loaded = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "click" in loaded
    assert not loaded & {"jinja2", "lxml", "markdown", "pydantic", "rich", "xmlschema", "yaml", "pptx"}


def test_what_was_built_is_valid(small: SmallCourse) -> None:
    small.build()
    done = run_builder("validate", *map(str, sorted(small.output.glob("*.zip"))))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "5 gecontroleerd: 0 fouten, 0 waarschuwingen\n"


def test_a_package_that_is_not_there(tmp_path: Path) -> None:
    done = run_builder("validate", str(tmp_path / "weg.zip"))
    assert done.returncode == 1
    assert "fout P00" in done.stderr
