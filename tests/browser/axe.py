"""axe-core with all its rules, AAA, best practice and experimental ones too, in whatever page a browser
shows.
"""

from pathlib import Path

import axe_playwright_python

SOURCE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def options(*without: str) -> str:
    """axe's options: every rule it has, but for those named."""
    off = ", ".join(f"'{rule}': {{enabled: false}}" for rule in without)
    every = "Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, {enabled: true}]))"
    return f"{{resultTypes: ['violations'], rules: {{...{every}, {off}}}}}"


EVERY_RULE = options()
# In forced colours the browser itself picks the pairs: their contrast is the system's, and the slowest thing
# to measure.
NO_CONTRAST = options("color-contrast", "color-contrast-enhanced")


def findings(page, rules: str = EVERY_RULE) -> list[str]:
    """What axe objects to, with the first place of each objection; evaluated, so that it works under any
    policy.
    """
    page.evaluate(SOURCE)
    return told(page.evaluate(f"axe.run(document, {rules})"))


def told(result) -> list[str]:
    return [
        f"{item['id']} ({len(item['nodes'])}): {item['nodes'][0]['html'][:120]}"
        for item in result["violations"]
    ]
