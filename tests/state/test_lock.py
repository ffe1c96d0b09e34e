from __future__ import annotations

import zlib

import pytest

from builder.problems import Problems
from builder.state import Change, Field, Lock, Slot, parse, serialise, update
from builder.state.slots import REVISION

FILE = "course/saved-state.lock"
LIZE = Slot("question/soort-lize", (Field.choice("answer", ["sociale", "emotionele", "existentiele", "geen"]),))
COURSE = Slot("course", (REVISION, Field.choice("sector", ["po", "vo"])))


def lock_of(*slots: Slot) -> Lock:
    return update(Lock(), slots)[0]


def sealed(*lines: str) -> str:
    """Lines as somebody who knows the checksum would write them."""
    return "\n".join([*lines, f"checksum {zlib.crc32(chr(10).join(lines).encode()):08x}"]) + "\n"


def problems_of(text: str) -> list[tuple[str, int]]:
    problems = Problems()
    assert parse(text, FILE, problems) is None
    return [(problem.code, problem.position.line) for problem in problems]


def choice(key: str, *ids: str) -> Slot:
    return Slot(key, (Field.choice("answer", ids),))


class TestHeadroom:
    @pytest.mark.parametrize(("count", "bits"), [(1, 2), (2, 3), (3, 3), (4, 3), (5, 4), (8, 4), (9, 5)])
    def test_codes_for_twice_the_ids_and_two_to_spare(self, count: int, bits: int) -> None:
        field = Field.choice("answer", [f"id-{number}" for number in range(count)])
        assert field.bits == bits
        assert 1 << bits >= max(2 * count, count + 1 + 2)

    @pytest.mark.parametrize(("count", "places"), [(1, 2), (2, 3), (4, 6), (5, 8), (8, 12)])
    def test_half_as_many_places_again(self, count: int, places: int) -> None:
        ids = [f"id-{number}" for number in range(count)]
        for field in (Field.subset("a", ids), Field.order("a", ids), Field.mapping("a", ids, ["x"]), Field.numbers("a", ids, 5)):
            assert field.capacity == places

    def test_a_number_takes_what_its_highest_value_needs(self) -> None:
        assert [Field.number("n", most).bits for most in (1, 3, 4, 100)] == [1, 2, 3, 7]


class TestFile:
    def test_one_line_a_field_and_a_checksum(self) -> None:
        match = Slot("question/x", (Field.mapping("answer", ["item-a", "item-b"], ["gedrag", "lichamelijk"]),))
        lines = serialise(lock_of(COURSE, LIZE, match)).splitlines()
        assert lines[1:-1] == [
            "course revision number 1x20",
            "course sector choice 1x3 po vo",
            "question/soort-lize answer choice 1x3 sociale emotionele existentiele geen",
            "question/x answer map 3x3 item-a item-b -> gedrag lichamelijk",
        ]
        assert lines[0].startswith("# ") and lines[-1].startswith("checksum ")

    def test_what_is_written_is_read_back(self) -> None:
        lock = update(lock_of(COURSE, LIZE), [COURSE, choice("question/soort-lize", *"abcdefgh")])[0]
        problems = Problems()
        assert parse(serialise(lock), FILE, problems) == lock
        assert parse(serialise(lock).replace("\n", "\r\n"), FILE, problems) == lock
        assert list(problems) == []

    def test_an_empty_file_is_a_course_that_begins(self) -> None:
        problems = Problems()
        assert parse("", FILE, problems) == Lock()
        assert parse(serialise(Lock()), FILE, problems) == Lock()
        assert list(problems) == []


class TestBrokenFile:
    """A line that moved would give a learner's answers to another question, so nothing is guessed."""

    def test_lines_in_another_order(self) -> None:
        lines = serialise(lock_of(COURSE, LIZE, choice("question/b", "x"))).splitlines()
        lines[3], lines[4] = lines[4], lines[3]
        assert problems_of("\n".join(lines)) == [("L04", 6)]

    def test_a_line_taken_out_or_an_id_changed(self) -> None:
        text = serialise(lock_of(COURSE, LIZE))
        assert problems_of(text.replace("existentiele ", "")) == [("L04", 5)]
        assert problems_of(text.replace("emotionele", "emotioneel")) == [("L04", 5)]
        assert problems_of("\n".join(text.splitlines()[:2] + text.splitlines()[3:])) == [("L04", 4)]

    def test_a_file_cut_short(self) -> None:
        text = serialise(lock_of(COURSE, LIZE))
        assert problems_of("\n".join(text.splitlines()[:-1])) == [("L04", 0)]

    def test_lines_after_the_end(self) -> None:
        text = serialise(lock_of(LIZE))
        assert problems_of(text + "question/b answer choice 1x2 x\n") == [("L04", 4)]

    def test_a_conflict_of_git(self) -> None:
        text = serialise(lock_of(LIZE)).replace("question/", "<<<<<<< HEAD\nquestion/")
        problems = Problems()
        assert parse(text, FILE, problems) is None
        assert "conflict" in next(iter(problems)).message

    @pytest.mark.parametrize(("line", "code"), [
        ("question/x answer", "L01"),
        ("vraag/x answer choice 1x3 a b", "L01"),
        ("question/X answer choice 1x3 a b", "L01"),
        ("question/x~1 answer choice 1x3 a b", "L01"),
        ("question/x answer keuze 1x3 a b", "L01"),
        ("question/x answer choice 3 a b", "L01"),
        ("question/x answer choice 1x0 a b", "L01"),
        ("question/x answer choice 1x3 a  b", "L01"),
        ("question/x answer map 3x3 a b ->", "L01"),
        ("question/x answer choice 1x3 a a", "L02"),
        ("question/x answer choice 1x1 a b", "L02"),
        ("question/x answer choice 2x3 a b", "L02"),
        ("question/x answer set 2x3 a b", "L02"),
        ("question/x answer set 1x1 a b", "L02"),
        ("question/x answer number 1x30", "L02"),
        ("question/x answer number 1x3 a", "L02"),
        ("question/x answer map 3x3 a b", "L02"),
        ("question/x answer choice 1x3 a -> b", "L02"),
        ("question/x~2 answer choice 1x3 a b", "L03"),
    ])
    def test_a_line_that_cannot_be(self, line: str, code: str) -> None:
        first = "question/w answer choice 1x3 a b"
        assert problems_of(sealed(first, line)) == [(code, 2)]

    def test_all_broken_lines_are_told_in_one_run(self) -> None:
        text = sealed("question/x answer keuze 1x3 a", "question/y answer choice 1x3 a", "question/z answer choice 1x1 a b")
        assert problems_of(text) == [("L01", 1), ("L02", 3)]

    def test_fields_of_a_slot_that_are_apart_or_twice(self) -> None:
        x, y = "question/x answer choice 1x3 a", "question/y answer choice 1x3 a"
        assert problems_of(sealed(x, y, x.replace("answer", "order"))) == [("L03", 3)]
        assert problems_of(sealed(x, x)) == [("L02", 2)]


class TestUpdate:
    def test_new_slots_come_at_the_end(self) -> None:
        lock, changes = update(lock_of(COURSE, LIZE), [COURSE, choice("question/a", "x"), LIZE])
        assert [entry.name for entry in lock.entries] == ["course", "question/soort-lize", "question/a"]
        assert changes == [Change("added", "question/a")]

    def test_a_new_option_comes_at_the_end_wherever_the_author_put_it(self) -> None:
        lock, changes = update(lock_of(choice("question/a", "x", "y")), [choice("question/a", "nieuw", "y", "x")])
        assert lock.entries[0].slot.fields[0].ids == ("x", "y", "nieuw")
        assert changes == [Change("extended", "question/a", ("nieuw",))]

    def test_an_option_taken_out_keeps_its_code_and_is_told(self) -> None:
        lock, changes = update(lock_of(choice("question/a", "x", "y")), [choice("question/a", "y")])
        assert lock.entries[0].slot.fields[0].ids == ("x", "y")
        assert changes == [Change("narrowed", "question/a", ("x",))]

    def test_what_no_longer_fits_begins_anew(self) -> None:
        first = lock_of(choice("question/a", "x", "y"))
        lock, changes = update(first, [choice("question/a", *"abcdefgh")])
        assert [entry.name for entry in lock.entries] == ["question/a", "question/a~2"]
        assert lock.entries[0] == first.entries[0]
        assert changes == [Change("replaced", "question/a")]
        assert "opnieuw" in changes[0].message

    @pytest.mark.parametrize("wanted", [
        Slot("question/a", (Field.subset("answer", ["x", "y"]),)),
        Slot("question/a", (Field.choice("keuze", ["x", "y"]),)),
        Slot("question/a", (Field.choice("answer", ["x", "y"]), Field.number("tries", 3))),
    ])
    def test_another_kind_or_other_fields_begin_anew(self, wanted: Slot) -> None:
        lock, _ = update(lock_of(choice("question/a", "x", "y")), [wanted])
        assert [entry.name for entry in lock.entries] == ["question/a", "question/a~2"]

    def test_a_third_generation(self) -> None:
        lock = lock_of(choice("question/a", "x"))
        for kind in (Field.subset, Field.order):
            lock, _ = update(lock, [Slot("question/a", (kind("answer", ["x"]),))])
        assert [entry.name for entry in lock.entries] == ["question/a", "question/a~2", "question/a~3"]
        problems = Problems()
        assert parse(serialise(lock), FILE, problems) == lock

    def test_a_slot_that_is_gone_stays_and_is_told(self) -> None:
        lock, changes = update(lock_of(COURSE, LIZE), [COURSE])
        assert len(lock.entries) == 2
        assert changes == [Change("unused", "question/soort-lize")]

    def test_a_question_that_comes_back_finds_its_place(self) -> None:
        gone = update(lock_of(COURSE, LIZE), [COURSE])[0]
        assert update(gone, [COURSE, LIZE]) == (gone, [])

    def test_twice_the_same_changes_nothing(self) -> None:
        lock = lock_of(COURSE, LIZE)
        assert update(lock, [COURSE, LIZE]) == (lock, [])

    def test_slots_that_cannot_be_are_a_fault_of_the_builder(self) -> None:
        for slot in (choice("question/A", "x"), choice("question/a~2", "x"), choice("question/a", "LD1"), Slot("course", ())):
            with pytest.raises(ValueError, match=r"slot|key"):
                update(Lock(), [slot])
        with pytest.raises(ValueError, match="twice"):
            update(Lock(), [LIZE, LIZE])
