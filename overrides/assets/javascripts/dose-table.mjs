// Narrows what is finished to what a reader asks for: it shows and hides what the page already holds.
// It never calculates, stores or fetches anything, and every word it says was written into the page.

const PLACE = /^#([a-z-]+)\?(.*)$/; // the choice lives in the address: #dose-table?who=adults&form=tablets-us
const ALL = "all";

const fits = (item, asks, answer) => !item.dataset[asks] || item.dataset[asks].split(" ").includes(answer);

function narrower(form) {
  const name = form.dataset.narrows;
  const items = [...document.querySelectorAll(`[data-in="${name}"]`)];
  const buttons = [...form.querySelectorAll("button")];
  const status = form.querySelector("[role=status]");

  const chosen = () => buttons.filter((button) => button.getAttribute("aria-pressed") === "true");

  function show() {
    const choice = chosen();
    for (const item of items) item.hidden = !choice.every((button) => fits(item, button.dataset.asks, button.value));
    const words = choice.map((button) => button.textContent.trim());
    status.textContent = form.dataset.shown.replace("[choice]", words.join(", "));
  }

  // An answer that is not here leaves everything: the first button of a question does.
  function press(asks, answer) {
    const group = buttons.filter((button) => button.dataset.asks === asks);
    const pressed = group.find((button) => button.value === answer) || group[0];
    for (const button of group) button.setAttribute("aria-pressed", button === pressed);
  }

  function read() {
    const [, place, query] = PLACE.exec(location.hash) ?? [];
    const asked = new URLSearchParams(place === name ? query : "");
    for (const button of buttons) press(button.dataset.asks, asked.get(button.dataset.asks));
    show();
  }

  // A link to the menu or to a source leaves the choice alone: rows that come back above would push the reader away from where it leads.
  function follow() {
    const there = document.getElementById(location.hash.slice(1));
    if (!there || there.id === name || items.some((item) => item.contains(there))) read();
  }

  function write() {
    const choice = chosen().filter((button) => button.value !== ALL);
    const asked = new URLSearchParams(choice.map((button) => [button.dataset.asks, button.value])).toString();
    location.hash = asked ? `${name}?${asked}` : name;
    show();
  }

  form.addEventListener("click", ({ target }) => {
    if (!buttons.includes(target)) return;
    attempt(press, target.dataset.asks, target.value);
    attempt(write);
  });
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
    for (const item of document.querySelectorAll("[data-in]"))
      item.hidden = !["who", "form"].every((asks) => fits(item, asks, ALL));
  }
}

for (const form of document.querySelectorAll("form[data-narrows]")) attempt(narrower, form);
