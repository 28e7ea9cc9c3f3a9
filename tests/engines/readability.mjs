// What a reader view leaves of pages: Firefox's own, @mozilla/readability. Reads {numbers, pages: {name: path}}, writes {name: [what is lost]}.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.argv[2]}/`);
const { parseHTML } = require("linkedom"); // four times as quick as jsdom, with the same losses on every page
const { Readability } = require("@mozilla/readability");
const { numbers, pages } = JSON.parse(readFileSync(0, "utf-8"));

const LINES = "p, li, dt, dd, td, th, figcaption, summary, caption";
const squeezed = (text) => text.replace(/\s+/g, "");
const seen = (node) => !node.closest("[hidden], form, nav, footer"); // a footer is for editors: "Suggest a change" and a line, which may be 111
const innermost = (node) => !node.querySelector(LINES);

// What must be left: each warning, each line that names a number to call, each heading.
function wanted(document) {
  const main = document.querySelector("main") ?? document.body;
  const all = (selector) => [...main.querySelectorAll(selector)].filter(seen);
  const lines = all(LINES).filter((line) => innermost(line) && numbers.some((number) => line.textContent.includes(number)));
  const texts = (nodes) => nodes.map((node) => node.textContent.trim());
  return { text: texts([...all(".warning"), ...lines]), headings: texts(all("h2, h3")) };
}

function lost(path) {
  const { document } = parseHTML(readFileSync(path, "utf-8"));
  const { text, headings } = wanted(document);
  const left = new Readability(document, { serializer: (node) => node }).parse()?.content;
  const body = squeezed(left?.textContent ?? "");
  const heads = ["h1", "h2", "h3"].flatMap((name) => [...(left?.getElementsByTagName(name) ?? [])]).map((head) => squeezed(head.textContent));
  const gone = [...text.filter((part) => !body.includes(squeezed(part))), ...headings.filter((head) => !heads.includes(squeezed(head)))];
  return gone.map((part) => part.replace(/\s+/g, " "));
}

process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(pages).map(([name, path]) => [name, lost(path)]))));
