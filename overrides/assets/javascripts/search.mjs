// The search page: MiniSearch over the index that the builder writes. Nothing is loaded before somebody searches.

const form = document.querySelector("form.search");
const input = form.querySelector("input");
const status = form.querySelector("[role=status]");
const list = document.querySelector("ol.found");
const MOST = 10; // results shown

const OPTIONS = {
  idField: "location",
  fields: ["title", "text", "words"],
  storeFields: ["title", "page"],
  searchOptions: { boost: { title: 4, words: 6 }, prefix: true, fuzzy: 0.2, combineWith: "OR" },
};

const plain = (html) => new DOMParser().parseFromString(html ?? "", "text/html").body.textContent;

async function load() {
  const base = new URL(form.dataset.base, location);
  const [{ default: MiniSearch }, response] = await Promise.all([
    import("./vendor/minisearch.mjs"),
    fetch(new URL("search/search_index.json", base)),
  ]);
  const { docs } = await response.json();
  const pages = new Map(docs.map((doc) => [doc.location, plain(doc.title)]));
  const engine = new MiniSearch(OPTIONS);
  engine.addAll(docs.map((doc) => ({
    location: new URL(doc.location, base).href,
    title: plain(doc.title),
    text: plain(doc.text),
    words: (doc.tags ?? []).join(" "),
    page: pages.get(doc.location.split("#", 1).join()),
  })));
  return engine;
}

function item({ id, title, page }) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = id;
  link.textContent = page && page !== title ? `${title} (${page})` : title;
  line.append(link);
  return line;
}

let engine;
async function find() {
  const asked = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  input.value = asked;
  if (!asked) return;
  engine ??= await load();
  const found = engine.search(asked).slice(0, MOST);
  list.replaceChildren(...found.map(item));
  status.textContent = (found.length ? form.dataset.some : form.dataset.none)
    .replace("[count]", found.length)
    .replace("[asked]", asked);
}

form.hidden = false;
find().catch(() => { status.textContent = form.dataset.failed; });
