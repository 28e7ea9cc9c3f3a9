// The search page. What search/words.json tells of people's words (data/search.yml) calls the emergency card and leads to pages.
// MiniSearch then looks through the index that the builder writes. Nothing of it is loaded before somebody wants to search.

const [form, card, status, list] = ["form.search", ".search-card", ".search-status", "ol.found"].map((name) => document.querySelector(name));
const input = form.querySelector("input");
const base = new URL(form.dataset.base, location);
const MOST = 10; // results shown
const BETWEEN = 2; // words that tell something and may stand between two words of an entry
const LONG = 5; // letters from which a word may hold a slip, or be the beginning of a longer one

// "Can't wake him!" is read as cant, wake, him; a number and its unit as two, without what follows the point; a final s makes no difference.
// The rule search_words_stand_once (monograph/checks/search.py) reads the words in the same way.
const bare = (word) => (word.length > 3 && !word.endsWith("ss") ? word.replace(/s$/, "") : word);
const plain = (text) => text.toLowerCase().normalize("NFKC").replace(/['’‘`´]/g, "").replace(/(\d)\.\d+/g, "$1").replace(/(\d)(?=\p{L})/gu, "$1 ");
const split = (text) => (plain(text).match(/\d+\+(?:m[gl])?|[\p{L}\p{N}]+/gu) ?? []).map(bare);

const entries = (words) => words.map((said) => split(said));
let flags, leads, harmless, danger, alike, stop, known, atLeast;
async function learn() {
  const response = await fetch(new URL("search/words.json", base));
  const told = await response.json();
  flags = told.flags.map((flag) => ({ ...flag, words: entries(flag.words) }));
  leads = told.leads.map((lead) => ({ ...lead, words: entries(lead.words) }));
  harmless = entries(told.harmless);
  danger = entries(told.danger);
  alike = told.alike.map(([word, forms]) => [bare(word), entries([word, ...forms])]);
  stop = new Set(told.stop.map(bare));
  known = new Set([...[...flags, ...leads].flatMap(({ words }) => words), ...danger, ...alike.flatMap(([, forms]) => forms)].flat());
  atLeast = [...known].map((word) => word.match(/^(\d+)\+(.*)$/)).filter(Boolean);
}

let learning;
const learnt = () => (learning ??= learn().catch((error) => { learning = undefined; throw error; }));

// What a number may be followed by: it is an amount, an age or a time then, and no number of pills.
const UNITS = { mg: "mg", mgs: "mg", milligram: "mg", ml: "ml", mls: "ml", milliliter: "ml", millilitre: "ml" };
const OTHERS = new Set(["mcg", "microgram", "am", "pm", "oclock", "hour", "hr", "hrs", "minute", "min", "mins", "day", "week", "month", "year", "yr", "yrs", "yo", "kg"]);

// So many mg or pills "a day" are taken bit by bit, and no amount at once; "in a day", "instead of so many a day" and "a day late" say nothing of the kind.
const DAILY = /^(?:(?!in |instead )\S+ ){0,4}(?:daily|(?:a|per|each|every) day(?! (?:late|early|ago|after|before)))\b/;

// The words of the entries that a number is read as: 22 as "5+", 100 before mg as "100+mg".
function numbers(typed, at) {
  const next = typed[at + 1];
  const daily = DAILY.test(typed.slice(at + 1, at + 8).join(" "));
  if (!/^\d+\+?$/.test(typed[at]) || OTHERS.has(next) || daily) return [];
  return atLeast.filter(([, least, unit]) => unit === (UNITS[next] ?? "") && parseInt(typed[at], 10) >= least).map(([word]) => word);
}

// One letter more, less or other, or two that changed places.
function oneSlip(a, b) {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a, b].map((word) => word.slice(start, word.length - end));
  return (left.length < 2 && right.length < 2) || (left.length === 2 && left === right[1] + right[0]);
}

// The words of the entries that a word may stand for; one that some entry holds is meant as it stands.
function spelled(typed) {
  if (known.has(typed) || typed.length < LONG) return [typed];
  return [...known].filter((word) => word.length >= LONG && word[0] === typed[0] && oneSlip(typed, word));
}

// Each word that was typed as the set of words it is read as: itself, and what it is alike.
function read(typed) {
  const words = typed.map((word, at) => new Set([...spelled(word), ...numbers(typed, at)]));
  const found = words.map((set, at) => Object.assign(new Set(set), { tells: !stop.has(typed[at]) }));
  for (const [word, forms] of alike) {
    for (const form of forms) {
      words.forEach((_, at) => {
        if (form.every((part, after) => words[at + after]?.has(part))) found[at].add(word);
      });
    }
  }
  return found;
}

// Up to where the next word of an entry may stand: BETWEEN words that tell something may come first.
function reach(typed, from) {
  let until = from;
  for (let left = BETWEEN; until < typed.length && left >= 0; until += 1) left -= typed[until].tells ? 1 : 0;
  return until;
}

// Whether the words of an entry stand in what was typed, in their order.
function stands(words, typed, from = 0, until = typed.length) {
  if (!words.length) return true;
  for (let at = from; at < until; at += 1) {
    if (typed[at].has(words[0]) && stands(words.slice(1), typed, at + 1, reach(typed, at + 1))) return true;
  }
  return false;
}

// What was typed without the everyday phrases that hold a word of the red flags.
function withoutHarmless(typed) {
  const kept = [...typed];
  for (const phrase of harmless) {
    typed.forEach((_, at) => {
      if (phrase.every((word, after) => typed[at + after] === word)) kept.fill("", at, at + phrase.length);
    });
  }
  return kept;
}

// The flags or leads of which an entry stands in what was typed, the longest entry first.
function called(lines, typed) {
  const meanings = read(typed);
  const found = [];
  for (const line of lines) {
    if (line.alone && typed.length > 1) continue;
    const fitting = line.words.filter((words) => stands(words, meanings));
    if (fitting.length) found.push([line, Math.max(...fitting.map((words) => 100 * words.length + words.join("").length))]);
  }
  return found.sort(([, a], [, b]) => b - a).map(([line]) => line);
}

// The flags that call the card. An everyday phrase takes one away only when nothing else that was typed is a flag or tells of danger.
function raisedBy(typed) {
  const left = withoutHarmless(typed);
  const meanings = read(left);
  const grave = called(flags, left).length || danger.some((words) => stands(words, meanings));
  return grave ? called(flags, typed) : [];
}

// The emergency number, and for poison and suicide whom to call besides. Where no flags are known, all of them.
function warn(raised) {
  const uses = raised && ["emergency", ...raised.map(({ kind }) => kind)];
  for (const contact of card.querySelectorAll("li")) contact.hidden = !!uses && !uses.some((use) => contact.classList.contains(`is-${use}`));
  card.hidden = raised?.length === 0;
}

// The words of a part of a page, and its first sentence; small numbers that lead to sources are neither.
function textOf(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const mark of body.querySelectorAll("sup")) mark.remove();
  const first = [...body.querySelectorAll("p, li")].map((part) => part.textContent.trim()).find((text) => text.includes(" ")) ?? "";
  return [body.textContent, first.match(/^.*?[.!?](?=\s|$)/)?.[0] ?? first];
}

async function load() {
  const [{ default: MiniSearch }, response] = await Promise.all([
    import("./vendor/minisearch.mjs"),
    fetch(new URL("search/search_index.json", base)),
  ]);
  const { docs } = await response.json();
  const pages = new Map(docs.map((doc) => [doc.location, doc.title]));
  const longEnough = (term) => term.length >= LONG;
  const engine = new MiniSearch({
    idField: "location",
    fields: ["title", "text"],
    storeFields: ["title", "page", "says", "boost"],
    tokenize: split,
    processTerm: (term) => (stop.has(term) ? null : term),
    searchOptions: {
      boost: { title: 4 },
      prefix: longEnough,
      fuzzy: (term) => longEnough(term) && 0.2,
      boostDocument: (id, term, { boost }) => boost ?? 1,
    },
  });
  const parts = docs.map(({ location: to, title, text, boost }) => ({ location: to, title: textOf(title)[0], html: text, page: pages.get(to.split("#", 1)[0]), boost }));
  for (let at = 0; at < parts.length; at += 20) { // in bites, so that the page stays quick to the touch
    engine.addAll(parts.slice(at, at + 20).map(({ html, ...doc }) => {
      const [text, says] = textOf(html);
      return { ...doc, text, says };
    }));
    await new Promise((done) => setTimeout(done));
  }
  return engine;
}

function item({ id, title, page, says }) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(id, base);
  link.textContent = page && page !== title ? `${title} (${page})` : title;
  line.append(link);
  if (says) line.append(Object.assign(document.createElement("p"), { textContent: says }));
  return line;
}

// What is read aloud; the card's own first words come before it.
function announce(text) {
  status.textContent = card.hidden ? text : `${card.querySelector("h2").textContent} ${text}`;
}

function show(lines, asked) {
  const { none, one, some } = form.dataset;
  list.replaceChildren(...lines.map(item));
  const text = [none, one][lines.length] ?? some;
  announce(text.replace("[count]", lines.length).replace("[asked]", () => asked));
}

let loading;
let turn = 0; // which search is the latest
async function find(asked) {
  const mine = (turn += 1);
  const typed = split(asked);
  input.value = asked;
  list.replaceChildren();
  status.textContent = "";
  form.removeAttribute("aria-busy"); // an earlier search may still be loading
  if (!typed.length) return warn([]);
  form.scrollIntoView();
  status.textContent = form.dataset.busy;
  form.setAttribute("aria-busy", "true");
  try {
    await learnt();
    if (mine === turn) await answer(asked, typed, mine);
  } catch {
    if (mine !== turn) return;
    if (!flags) warn();
    announce(form.dataset.failed);
  } finally {
    if (mine === turn) form.removeAttribute("aria-busy");
  }
}

// The card and the pages that the words lead to at once, then what the index has.
async function answer(asked, typed, mine) {
  const raised = raisedBy(typed);
  warn(raised);
  const led = new Map([...raised, ...called(leads, typed)].map((lead) => [lead.to, { id: lead.to, title: lead.title }]));
  list.replaceChildren(...[...led.values()].map(item));
  announce(form.dataset.busy);
  const engine = await (loading ??= load().catch((error) => { loading = undefined; throw error; }));
  if (mine !== turn) return; // somebody has searched again
  const first = [...led.values()].map((lead) => ({ ...lead, ...engine.getStoredFields(lead.id) }));
  show([...first, ...engine.search(asked).filter(({ id }) => !led.has(id))].slice(0, MOST), asked);
}

const findWhatTheAddressAsks = () => find(new URLSearchParams(location.search).get("q")?.trim() ?? "");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams(new FormData(form))}`);
  find(input.value.trim());
});
input.addEventListener("focus", () => learnt().catch(() => {}), { once: true });
addEventListener("popstate", findWhatTheAddressAsks);
document.querySelector(".search-off").hidden = true;
form.hidden = false;
findWhatTheAddressAsks();
