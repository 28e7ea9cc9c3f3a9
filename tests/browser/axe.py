"""axe-core with all its rules, AAA, best practice and experimental ones too, in whatever page a browser
shows.
"""

from pathlib import Path

import axe_playwright_python

SOURCE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


CONTRAST = ("color-contrast", "color-contrast-enhanced")


def options(*without: str) -> str:
    """axe's options: every rule it has, but for those named."""
    off = ", ".join(f"'{rule}': {{enabled: false}}" for rule in without)
    every = "Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, {enabled: true}]))"
    return f"{{resultTypes: ['violations'], selectors: false, rules: {{...{every}, {off}}}}}"


EVERY_RULE = options()
# In forced colours the browser itself picks the pairs: their contrast is the system's.
NO_CONTRAST = options(*CONTRAST)
# Contrast is the slowest thing to measure. Of texts that look alike, each in what looks alike up to the whole
# page, axe measures the first that is seen; what is lifted out of the flow may lie over anything, and is like
# nothing else.
MEASURE = f"""(() => {{
  const looks = ["color", "backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode",
    "fontSize", "fontWeight", "textShadow"];
  const kinds = new Map(), kindOf = new Map(), measured = new Set();
  document.querySelectorAll("[data-measured]").forEach((node) => node.removeAttribute("data-measured"));
  [...document.querySelectorAll("*")].forEach((node, place) => {{
    const style = getComputedStyle(node);
    const lifted = ["absolute", "fixed", "sticky"].includes(style.position) ? place : "";
    const key = JSON.stringify([kindOf.get(node.parentElement), node.tagName, node.getAttribute("class"),
      node.type, lifted, ...looks.map((look) => style[look])]);
    if (!kinds.has(key)) kinds.set(key, kinds.size);
    kindOf.set(node, kinds.get(key));
    const says = "labels" in node || [...node.childNodes].some((at) => at.nodeType === 3 && at.data.trim());
    if (!says || measured.has(kinds.get(key)) || !node.checkVisibility()) return;
    measured.add(kinds.get(key));
    node.setAttribute("data-measured", "");
  }});
  axe.configure({{rules: {list(CONTRAST)}.map((id) => ({{id, selector: "[data-measured]"}}))}});
}})()"""


def findings(page, rules: str = EVERY_RULE) -> list[str]:
    """What axe objects to, with the first place of each objection; evaluated, so that it works under any
    policy.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    page.evaluate(MEASURE)
    return told(page.evaluate(f"axe.run(document, {rules})"))


def told(result) -> list[str]:
    return [
        f"{item['id']} ({len(item['nodes'])}): {item['nodes'][0]['html'][:120]}"
        for item in result["violations"]
    ]
