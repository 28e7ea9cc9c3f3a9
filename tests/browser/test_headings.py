"""The link beside a heading works without a script, and is copied with one."""

import pytest

FOOD = "Link to this part: Food"


def test_it_goes_to_its_part_without_scripts(open_page, address):
    page = open_page("us/taking/", java_script_enabled=False)
    page.get_by_role("link", name=FOOD).click()
    assert page.url == f"{address}us/taking/#food"


def test_it_is_copied_and_that_is_said(open_page, address):
    page = open_page("us/taking/", fresh=True, permissions=["clipboard-read", "clipboard-write"])
    page.clock.install()
    page.get_by_role("link", name=FOOD).click()
    page.get_by_text("Copied: the link to Food").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url == f"{address}us/taking/#food"
    assert page.get_by_role("status").filter(has_text="Copied").count() == 1
    page.clock.fast_forward(10_000)
    page.get_by_text("Copied: the link to Food").wait_for(state="hidden", timeout=1000)


def test_where_copying_is_refused_it_still_goes_there(open_page, address):
    page = open_page("us/taking/")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('refused')))")
    page.get_by_role("link", name=FOOD).focus()
    page.keyboard.press("Enter")
    assert (
        page.url == f"{address}us/taking/#food"
        and page.locator(".copied").inner_text() == ""
        and page.errors == []
    )


@pytest.mark.parametrize(
    "path", ["us/taking/", "uk/questions/", "us/claims-risks/", "us/liquids/", "uk/changes/"]
)
def test_its_target_is_large_and_covers_no_other(open_page, path):
    page = open_page(path)
    boxes = page.locator(".to-here").evaluate_all(
        "links => links.map(link => { const {width, height} = link.getBoundingClientRect(); return "
        "[width, height] })"
    )
    assert len(boxes) >= 2 and all(width >= 44 and height >= 44 for width, height in boxes)
    covered = page.evaluate(
        """() => [...document.querySelectorAll('article a[href], article button, article input')]
          .filter(at => at.checkVisibility()).filter(at => {
        at.scrollIntoView({block: 'center'});
        const box = at.getClientRects()[0], found = document.elementFromPoint(box.x + box.width / 2,
          box.y + box.height / 2);
        return found !== at && !at.contains(found) && !found?.contains(at) })
          .map(at => at.outerHTML.slice(0, 90))"""
    )
    assert covered == []


def test_it_is_no_part_of_the_heading_nor_of_the_paper(open_page):
    page = open_page("us/taking/")
    assert page.get_by_role("heading", name="Food", exact=True).count() == 1
    page.emulate_media(media="print")
    assert page.locator(".to-here:visible").count() == 0 and page.locator(".copied:visible").count() == 0
