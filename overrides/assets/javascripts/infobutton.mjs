// Answers a record system's infobutton (HL7 Context-Aware Knowledge Retrieval, as a web address; MedlinePlus Connect has the same form).
// It reads a code, its system and a language. Whatever else the address says about a patient is never read, and the address
// is emptied before anything else happens. It only follows or shows links that the page already holds; it sends and keeps nothing.

const CODE = "mainSearchCriteria.v.c";
const SYSTEM = "mainSearchCriteria.v.cs";
const LANGUAGE = "informationRecipient.languageCode.c";

const asked = new URLSearchParams(location.search);
history.replaceState(null, "", location.pathname);

const { editions, codes } = JSON.parse(document.querySelector("#request").textContent);
const regions = editions.map(([region]) => region);
const status = document.querySelector("[role=status]");

// A product code however its hyphens and noughts stand: labeler and product, without the package.
function product(code) {
  const [labeler, item] = code.split("-");
  if (item) return labeler.padStart(5, "0") + item.padStart(4, "0");
  return code.slice(0, 9);
}

const same = (known, code) =>
  known.system.includes("ndc") && /^(\d{4,5}-\d{3,4}(-\d{1,2})?|\d{11})$/.test(code)
    ? product(known.code) === product(code)
    : known.code.toUpperCase() === code.toUpperCase();

const plain = (text) => (text ?? "").trim();

function entries() {
  const systems = asked.getAll(SYSTEM).map((system) => plain(system).toLowerCase().replace(/^urn:oid:/, ""));
  return asked.getAll(CODE).map((code, index) =>
    codes.find((known) => known.system.includes(systems[index] ?? systems[0]) && same(known, plain(code))));
}

// The editions in a language: all where none is named, none where we have none.
function spoken() {
  const wanted = plain(asked.get(LANGUAGE)).replaceAll("_", "-");
  if (!wanted) return regions;
  try {
    const { language, region } = new Intl.Locale(wanted);
    return editions.filter(([, locale]) => {
      const own = new Intl.Locale(locale);
      return own.language === language && (!region || own.region === region);
    }).map(([name]) => name);
  } catch {
    return []; // No language at all.
  }
}

const link = (page, region) => document.querySelector(`a[data-page="${page}"][data-region="${region}"]`);

function offer(pages) {
  const links = pages.flatMap((page) => regions.map((region) => link(page, region)));
  const list = document.querySelector(".chosen");
  list.hidden = false;
  list.replaceChildren(...links.map((found) => {
    const line = document.createElement("li");
    const copy = found.cloneNode();
    copy.className = "choice";
    copy.textContent = found.getAttribute("aria-label");
    line.append(copy);
    return line;
  }));
  status.textContent = status.dataset.choose;
}

function answer() {
  const found = entries();
  if (!found.length) return;
  const pages = new Set(found.map((known) => known?.page));
  if (pages.has(undefined)) {
    status.textContent = status.dataset.unknown;
    return;
  }
  const fits = spoken().filter((region) => found.every((known) => known.regions.includes(region)));
  if (pages.size > 1 || fits.length !== 1) offer([...pages]);
  else location.replace(link(...pages, ...fits).href);
}

answer();
