// The switch for light and dark pages; the links beside headings; and the copy of the guide that the browser keeps.

const form = document.querySelector("form.colours");
const root = document.documentElement;

function choose({ target }) {
  root.dataset.scheme = target.value;
  try {
    localStorage.setItem("scheme", target.value);
  } catch {
    // Storage is refused: the choice holds for this page.
  }
}

for (const input of form.querySelectorAll("input")) input.checked = input.value === (root.dataset.scheme ?? "device");
form.addEventListener("change", choose);
form.hidden = false;

// The link beside a heading goes to its heading, as without this script, and is copied besides.
const status = document.querySelector(".copied");
const SEEN = 8000; // milliseconds for which it says that it was copied
let clearing;

async function copy(link) {
  status.textContent = "";
  await navigator.clipboard.writeText(link.href);
  status.textContent = status.dataset.copied.replace("[part]", () => link.parentElement.firstElementChild.textContent.trim());
  clearTimeout(clearing);
  clearing = setTimeout(() => { status.textContent = ""; }, SEEN);
}

addEventListener("click", ({ target }) => {
  const link = target.closest?.("a.to-here");
  if (link) copy(link).catch(() => {}); // Refused: the address bar has it.
});

// The sources of a number show where it stands; without this script it leads to the page of evidence.
const card = document.querySelector(".source-card");
let mark;

function showSources(link) {
  const lines = [...document.querySelectorAll(".source-cards a")].filter((other) => other.href === link.href);
  card.querySelector("ul").replaceChildren(...lines.map((line) => line.closest("li").cloneNode(true)));
  card.querySelector("p a").href = link.href;
  card.hidden = false;
  card.focus();
  mark = link;
}

function hideSources() {
  card.hidden = true;
  mark?.focus({ preventScroll: true });
}

if (card) {
  addEventListener("click", (event) => {
    const link = event.target.closest?.(".cite a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      showSources(link);
    } else if (!card.hidden && !card.contains(event.target)) card.hidden = true;
  });
  card.querySelector("button").addEventListener("click", hideSources);
  card.addEventListener("keydown", ({ key }) => { if (key === "Escape") hideSources(); });
  addEventListener("beforeprint", () => { card.hidden = true; for (const list of document.querySelectorAll(".sources details")) list.open = true; });
}

if (document.querySelector("form.narrow")) import("./dose-table.mjs");

// The copy for where there is no network (worker.js, written by the build; a preview has none). Refused storage changes nothing.
const kept = document.querySelector(".kept");
const stale = document.querySelector(".stale");

// Read aloud once, when it is kept for the first time; on every page after that it only stands there.
async function keep() {
  if (navigator.connection?.saveData) return; // whoever saves data did not ask for a whole edition
  if (!navigator.serviceWorker.controller) kept.setAttribute("role", "status");
  await navigator.serviceWorker.register(new URL("../../worker.js", import.meta.url));
  await navigator.serviceWorker.ready;
  kept.textContent = kept.dataset.kept;
}

// The worker says when it showed the saved page, and when the network had another one after all.
function told({ data }) {
  stale.textContent = stale.dataset[data];
  if (data === "changed") offer("again", () => location.reload());
  offer("close", () => stale.replaceChildren());
}

function offer(what, act) {
  const button = document.createElement("button");
  button.addEventListener("click", act);
  button.textContent = stale.dataset[what];
  stale.append(" ", button);
}

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("message", told);
  navigator.serviceWorker.controller?.postMessage("here");
  addEventListener("load", () => keep().catch(() => {}));
}
