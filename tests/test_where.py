"""Where a fact stands is found without printing, and is what the printed pages show."""

import re
import shutil

import pytest

from monograph.model.edition import Edition
from monograph.model.problem import Problems, Unknown
from monograph.review.usage import asked, where
from monograph.views.pages import docs_pages
from tests.conftest import FICTION, ROOT, command


@pytest.fixture
def root(tmp_path):
    shutil.copytree(FICTION / "data", tmp_path / "data")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    return tmp_path


def line(name: str, call: str, folder: str = "en") -> int:
    text = (ROOT / "docs" / folder / f"{name}.md").read_text("utf-8")
    return text[: text.index(f"{{{{ {call} }}}}")].count("\n") + 1


def test_a_fact_is_found_on_every_page_of_its_edition(root):
    assert list(where(root, "adult-maximum-north")) == [
        "adult-maximum-north  data/dosing.yml:22  north",
        "  source: NO-LABEL, Doses for adults",
        "  filled into: in-short-taking-north  data/in-short.yml:27  north",
        "  north/key-facts/#adult-maximum-north  key_facts()  "
        f"docs/en/key-facts.md:{line('key-facts', 'key_facts()')}",
        "  north/taking/#adult-maximum-north  dose_table()  "
        f"docs/en/taking.md:{line('taking', 'dose_table()')}",
        "  north/taking/#adult-maximum-north  times_of_day()  "
        f"docs/en/taking.md:{line('taking', 'times_of_day()')}",
        "  north/print/two-pages/#adult-maximum-north  key_facts()  "
        f"docs/prints/en/two-pages.md:{line('two-pages', 'key_facts()', 'prints/en')}",
    ]


def test_a_contact_is_found_where_a_word_in_braces_stands_for_it(root):
    found = "\n".join(where(root, "call-emergency-south"))
    assert 'south/side-effects/#call-emergency-south  care("effects-help")' in found
    assert (
        "  index.html  region_chooser()  macros/region_chooser.html.j2:1" in found and "north/" not in found
    )


def test_a_question_is_found_where_only_its_link_stands(root):
    assert f"  north/  question_groups()  docs/en/index.md:{line('index', 'question_groups()')}" in list(
        where(root, "ask-dance")
    )


def test_what_is_on_no_page_says_so(root):
    assert "  on no page" in list(where(root, "limit-adult-day"))


def test_a_source_and_a_reading_lead_to_their_facts(root):
    assert "  food-toast  data/taking.yml:24  all  With food" in list(where(root, "NO-LABEL"))
    assert "  food-toast  data/taking.yml:24  all" in list(where(root, "label-life-01"))


def test_the_lines_of_docs_are_told_once_for_all_editions(root):
    call = 'statements("with-food")'
    assert list(asked(root, "food-toast")) == [f"docs/en/taking.md:{line('taking', call)}  {call}"]


def test_an_unknown_id_is_answered_with_the_nearest(root):
    with pytest.raises(
        Unknown, match='no fact, claim, source or reading "food-tost": did you mean "food-toast"?'
    ):
        list(where(root, "food-tost"))
    with pytest.raises(Unknown, match="look it up in data/"):
        list(asked(root, "zzz"))


def test_facts_that_the_rules_refuse_are_found_too(root):
    path = root / "data" / "dosing.yml"
    path.write_text(path.read_text("utf-8").replace("in-a-day: 56 mg", "in-a-day: 560 mg"), "utf-8")
    assert len(list(where(root, "adult-maximum-north"))) == 7


def test_every_anchor_that_is_told_stands_on_its_page(fiction):
    for page in docs_pages(fiction, "north", ROOT / "docs" / "en"):
        assert page.anchors and page.anchors <= set(re.findall(r' id="([^"]+)"', page.html)), page.address


def test_the_command_answers_or_refuses(root):
    code, said = command("where", "food-toast", root=root)
    assert code == 0 and said.startswith("food-toast  data/taking.yml:24  all\n")
    code, said = command("where", "food-toast", "--docs", root=root)
    assert code == 0 and said.startswith("docs/en/taking.md:") and "data/taking.yml" not in said
    assert command("where", "food-tost", root=root) == (
        1,
        'no fact, claim, source or reading "food-tost": did you mean "food-toast"?\n',
    )


def page(folder, text: str):
    (folder / "docs" / "en").mkdir(parents=True)
    (folder / "docs" / "en" / "page.md").write_text(text, "utf-8")
    return folder / "docs" / "en"


def test_a_comment_and_a_loop_leave_every_line_right(fiction, tmp_path):
    text = (
        '---\ntitle: A\n---\n# A\n{# {{ statements("food") }} #}\n{{ opening() }}\n{% for topic in '
        '["food", "other"] %}\n{{ statements(topic) }}\n{% endfor %}\n{{ closing() }}\n'
    )
    topics = [topic for topic, facts in fiction.topics.items() if Edition(fiction, "north").pick(facts)][:2]
    docs = page(tmp_path, text.replace('"food", "other"', ", ".join(f'"{topic}"' for topic in topics)))
    (made,) = docs_pages(fiction, "north", docs)
    assert [(block.call, block.line) for block in made.blocks] == [
        ("opening()", 6),
        *((f'statements("{topic}")', 8) for topic in topics),
        ("closing()", 10),
    ]


@pytest.mark.parametrize(
    "line, said",
    [
        (
            '{{ statments("food") }}',
            "docs/en/page.md:4: this page cannot be rendered: 'statments' is undefined; did you mean "
            '"statements"?',
        ),
        (
            '{{ statements("fod") }}',
            'docs/en/page.md:4: this page cannot be rendered: no topic "fod" in data/',
        ),
        (
            "{{ statements() }}",
            "docs/en/page.md:4: this page cannot be rendered: Blocks.statements() missing 1 required "
            "positional argument",
        ),
        ("{{ statements( }}", "docs/en/page.md:4: this page cannot be rendered: unexpected '}'"),
    ],
)
def test_what_a_page_asks_for_wrongly_is_told_at_its_line(fiction, tmp_path, line, said):
    with pytest.raises(Problems) as found:
        docs_pages(
            fiction, "north", page(tmp_path, f"# A\n\n{{{{ opening() }}}}\n{line}\n{{{{ closing() }}}}\n")
        )
    (problem,) = found.value.problems
    assert str(problem).startswith(said) and problem.rule == "is_rendered"
