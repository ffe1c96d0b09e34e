"""A class of one's own: entered by keyboard, drawn, cleared, and never sent or kept."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.learner import Learner


def test_enter_pick_read_and_clear(learner: Learner) -> None:
    learner.open("vo")
    learner.go_to("Een sociogram lezen")
    tool = learner.course.locator('[data-block="sociogram-maker"]')
    learner.wait_until_saved()
    calls = len(learner.calls())
    kept = "Object.keys(localStorage).length"
    frame = learner.frame
    stored = frame.evaluate(kept)

    entry = tool.get_by_label("Initialen of nummers")
    entry.press_sequentially("aa bb cc")
    entry.press("Enter")
    expect(tool.get_by_role("status")).to_have_text("AA, BB, CC staan erbij. Kies in de tabel wie wie kiest.")
    expect(entry).to_be_focused()
    first = tool.get_by_label("AA kiest, keuze 1")
    first.focus()
    first.press("b")
    expect(first).to_have_value("BB")
    tool.get_by_label("BB kiest, keuze 1").select_option("AA")
    tool.get_by_label("CC kiest, keuze 1").select_option("AA")
    drawing = tool.get_by_role("img", name="Netwerk van 3. Kiezen elkaar: AA en BB. Door niemand gekozen: CC.")
    expect(drawing).to_be_visible()
    expect(drawing.locator(".network__mutual")).to_have_count(1)
    expect(drawing.locator(".network__person--unchosen")).to_have_text("CC")
    expect(tool.locator("tr", has=learner.course.get_by_role("rowheader", name="AA")).locator(".table__number")).to_have_text("2")
    assert tool.get_by_label("AA kiest, keuze 2").locator("option").all_inner_texts() == ["–", "CC"]
    assert not learner.accessibility()

    tool.get_by_role("button", name="Haal BB weg").click()
    expect(tool.get_by_role("status")).to_have_text("BB is weggehaald.")
    expect(tool.get_by_label("AA kiest, keuze 1")).to_have_value("")
    tool.get_by_role("button", name="Wis alles").click()
    expect(tool.get_by_role("button", name="Ja, wis alles")).to_be_focused()
    tool.get_by_role("button", name="Ja, wis alles").click()
    expect(tool.get_by_role("status")).to_have_text("Alles is gewist.")
    expect(tool.get_by_role("table")).to_be_hidden()

    assert frame.evaluate(kept) == stored
    sent = [call for call in learner.calls()[calls:] if call[0] == "LMSSetValue"]
    assert not [call for call in sent if "AA" in str(call) or "BB" in str(call)]


def test_it_is_gone_after_leaving(learner: Learner) -> None:
    learner.open("vo")
    learner.go_to("Een sociogram lezen")
    tool = learner.course.locator('[data-block="sociogram-maker"]')
    tool.get_by_label("Initialen of nummers").fill("zq")
    tool.get_by_role("button", name="Voeg toe").click()
    held = learner.leave()
    assert "ZQ" not in str(held)
    learner.open("vo")
    expect(tool.get_by_role("table")).to_have_count(0)
