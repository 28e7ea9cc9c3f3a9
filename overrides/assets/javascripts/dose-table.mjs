// Narrows finished tables to what a reader asks for: it shows and hides what the page already holds.
// It never calculates, stores or fetches anything, and every word it says was written into the page.

const PLACE = /^#([a-z-]+)\?(.*)$/; // the choice lives in the address: #dose-table?who=adults&form=tablets-us

function narrower(form) {
  const name = form.dataset.narrows;
  const items = [...document.querySelectorAll(`[data-in="${name}"]`)];
  const status = form.querySelector("[role=status]");
  const inputs = [...form.querySelectorAll("input")];

  const chosen = () => inputs.filter((input) => input.checked);
  const fits = (item, input) => [undefined, "any", input.value].includes(item.dataset[input.dataset.asks]);

  function show() {
    const choice = chosen();
    for (const item of items) item.hidden = !choice.every((input) => fits(item, input));
    const shown = items.filter((item) => !item.hidden);
    const words = shown.length ? form.dataset.shown : form.dataset.none;
    const said = words
      .replace("[shown]", shown.length)
      .replace("[total]", items.length)
      .replace("[choice]", choice.map((input) => input.labels[0].textContent.trim()).join(", "));
    status.textContent = choice.length ? said : form.dataset.all;
  }

  // An address that names nothing that is here shows everything.
  function read() {
    const [, place, query] = PLACE.exec(location.hash) ?? [];
    const asked = new URLSearchParams(place === name ? query : "");
    for (const input of inputs) input.checked = asked.get(input.dataset.asks) === input.value;
    show();
  }

  // A link to the menu or to a source leaves the choice alone: rows that come back above would push the reader away from where it leads.
  function follow() {
    const there = document.getElementById(location.hash.slice(1));
    if (!there || there.id === name || items.some((item) => item.contains(there))) read();
  }

  function write() {
    const asked = new URLSearchParams(chosen().map((input) => [input.dataset.asks, input.value])).toString();
    location.hash = asked ? `${name}?${asked}` : name;
    show();
  }

  form.addEventListener("change", () => attempt(write));
  form.addEventListener("reset", () => { location.hash = name; });
  form.querySelector("[data-prints]").addEventListener("click", () => print());
  addEventListener("hashchange", () => attempt(follow));
  attempt(read);
  form.hidden = false;
  if (PLACE.test(location.hash)) form.scrollIntoView();
}

// Whatever goes wrong, the whole table is there: a narrowing that fails half way is undone.
function attempt(act, ...given) {
  try {
    act(...given);
  } catch {
    for (const item of document.querySelectorAll("[data-in]")) item.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-narrows]")) attempt(narrower, form);
