"""What is made from the facts besides the pages of the editions: today the door in front of them; prints and feeds go here."""

from markupsafe import Markup

from monograph.edition import Edition
from monograph.model.contents import Contents
from monograph.proof import Proof, Shown
from monograph.render import environment
from monograph.views.door import door
from monograph.words import Words


class Export(Proof):
    """A file of its own, of no edition; its slug is where it stands in the site."""

    @property
    def address(self) -> str:
        return self.slug


def door_page(contents: Contents) -> Export:
    view, words = door(contents), Words(Edition(contents, next(iter(contents.regions))))
    module = environment().get_template("door.html.j2").make_module({"say": words.say})
    html = Markup(module.door(view))
    return Export("", "index.html", "macros/door.html.j2", html, (Shown("door", 1, html, view.facts),))


EXPORTS = (door_page,)


def exports(contents: Contents) -> tuple[Export, ...]:
    return tuple(made(contents) for made in EXPORTS)
