// Names what a file of the site uses that the oldest browsers do not know.
// Reads {oldest: {browser: version}, files: {name: text}} and writes [{file, line, feature, lacking}], by feature's name in the compatibility data.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.argv[2]}/`);
const csstree = require("css-tree");
const ts = require("typescript");
const data = require("@mdn/browser-compat-data");
const { oldest, files } = JSON.parse(readFileSync(0, "utf-8"));

// The data

const number = (version) => version.replace("≤", "").split(".").map(Number);
const newer = (one, other) => {
  const [a, b] = [number(one), number(other)];
  return a[0] !== b[0] ? a[0] > b[0] : (a[1] ?? 0) > (b[1] ?? 0);
};

// A browser knows a feature when it had it by then, for everyone and under its own name.
const knows = (support, version) => [support].flat().some((had) =>
  typeof had?.version_added === "string" && had.version_added !== "preview" && !had.flags && !had.prefix && !had.alternative_name
  && !newer(had.version_added, version) && !(typeof had.version_removed === "string" && !newer(had.version_removed, version)));

const at = (path) => path.split(".").reduce((place, name) => (place && Object.hasOwn(place, name) ? place[name] : undefined), data);

function lacking(path) {
  const support = at(path)?.__compat?.support;
  return support ? Object.keys(oldest).filter((browser) => support[browser] && !knows(support[browser], oldest[browser])) : [];
}

// Every place in the data where a name stands, for what has no one place: a function of CSS, a member of an object of unknown kind.
function everywhere(root, deepest) {
  const found = new Map();
  const walk = (path, place, depth) => {
    for (const [name, inner] of Object.entries(place)) {
      if (name === "__compat") continue;
      const key = name.replace(/_static$/, "");
      if (inner.__compat) found.set(key, [...(found.get(key) ?? []), `${path}.${name}`]);
      if (depth < deepest) walk(`${path}.${name}`, inner, depth + 1);
    }
  };
  walk(root, at(root), 1);
  return found;
}

const types = everywhere("css.types", 4);
const members = [everywhere("api", 2), everywhere("javascript.builtins", 3)];

// Notes

const found = [];

// Of several places that a name may mean, one that is known is enough.
function note(file, line, ...paths) {
  const known = paths.filter((path) => at(path)?.__compat).map((path) => [path, lacking(path)]);
  if (known.length && known.every(([, list]) => list.length)) found.push({ file, line, feature: known[0][0], lacking: known[0][1] });
}

// Style sheets

const MEDIA_RANGE = "css.at-rules.media.range_syntax";
const UNITS = Object.fromEntries(Object.entries({ d: "dynamic", s: "small", l: "large" }).flatMap(([letter, kind]) =>
  ["w", "h", "i", "b", "min", "max"].map((side) => [`${letter}v${side}`, `viewport_percentage_units_${kind}`])));

function selectors(file, node, line) {
  csstree.walk(node, (part) => {
    if (part.type === "PseudoClassSelector" || part.type === "PseudoElementSelector") note(file, line, `css.selectors.${part.name}`);
    if (part.type === "NestingSelector") note(file, line, "css.selectors.nesting");
    if (part.type === "AttributeSelector" && part.flags) note(file, line, "css.selectors.attribute.case_insensitive_modifier");
  });
}

function value(property, node) {
  const names = [];
  csstree.walk(node, (part) => {
    if (part.type === "Identifier") names.push([`css.properties.${property}.${part.name}`]);
    if (part.type === "Function") names.push([`css.properties.${property}.${part.name}`], types.get(part.name) ?? []);
    if (part.type === "Dimension") names.push([`css.types.length.${UNITS[part.unit] ?? part.unit}`]);
  });
  return names;
}

// An older value of the same property before it in the same rule is what an old browser takes.
function declarations(file, block) {
  const plain = new Set();
  for (const declaration of block.children.toArray().filter(({ type }) => type === "Declaration")) {
    const { property, loc } = declaration;
    const ours = property.startsWith("--");
    const paths = ours ? [] : [[`css.properties.${property}`]];
    const uses = [...paths, ...value(property, declaration.value)];
    if (!uses.some((use) => use.some((path) => lacking(path).length))) plain.add(property);
    else if (ours || !plain.has(property)) for (const use of uses) note(file, loc.start.line, ...use);
  }
}

function rule(file, node) {
  const line = node.loc.start.line;
  note(file, line, `css.at-rules.${node.name}`);
  if (!node.prelude) return;
  csstree.walk(node.prelude, (part) => {
    if (part.type === "Feature") note(file, line, `css.at-rules.${node.name}.${part.name}`);
    if (part.type === "FeatureRange") note(file, line, MEDIA_RANGE);
    if (part.type === "FeatureFunction" && node.name === "supports") note(file, line, `css.at-rules.supports.${part.feature}`);
  });
}

function style(file, text) {
  const complain = (error) => { throw new Error(`${file}: ${error.formattedMessage}`); };
  const tree = csstree.parse(text, { positions: true, parseCustomProperty: true, onParseError: complain });
  csstree.walk(tree, {
    enter(node) {
      if (node.type === "Atrule") rule(file, node);
      if (node.type === "Atrule" && node.block && /^(top|bottom|left|right)-/.test(node.name)) note(file, node.loc.start.line, `css.at-rules.page.${node.name}`);
      if (node.type === "Rule") selectors(file, node.prelude, node.loc.start.line);
      if (node.type === "Block") declarations(file, node);
    },
  });
}

// Scripts: TypeScript knows which object a member belongs to; where it cannot know, every object with such a member counts.

const SYNTAX = Object.fromEntries(Object.entries({
  QuestionQuestionToken: "operators.nullish_coalescing",
  QuestionQuestionEqualsToken: "operators.nullish_coalescing_assignment",
  BarBarEqualsToken: "operators.logical_or_assignment",
  AmpersandAmpersandEqualsToken: "operators.logical_and_assignment",
  QuestionDotToken: "operators.optional_chaining",
  BigIntLiteral: "builtins.BigInt",
  PropertyDeclaration: "classes.public_class_fields",
  PrivateIdentifier: "classes.private_class_fields",
  ClassStaticBlockDeclaration: "classes.static.initialization_blocks",
  ImportAttributes: "statements.import.import_attributes",
}).map(([kind, name]) => [ts.SyntaxKind[kind], `javascript.${name}`]));
const FLAGS = { d: "hasIndices", s: "dotAll", u: "unicode", v: "unicodeSets", y: "sticky" };
const PATTERNS = [[/\(\?<[=!]/, "lookbehind_assertion"], [/\(\?<\w/, "named_capturing_group"], [/\\[pP]\{/, "unicode_character_class_escape"], [/\(\?[ims-]+:/, "modifier"]];
const SELECTING = new Set(["querySelector", "querySelectorAll", "closest", "matches"]);

function program(scripts) {
  const options = { allowJs: true, noEmit: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, moduleDetection: ts.ModuleDetectionKind.Force, lib: ["lib.esnext.full.d.ts"], types: [] };
  const host = ts.createCompilerHost(options);
  const usual = host.getSourceFile;
  const text = (name) => scripts[name.replace(/\.js$/, "")];
  host.getSourceFile = (name, language) => (text(name) === undefined ? usual(name, language) : ts.createSourceFile(name, text(name), language, true, ts.ScriptKind.JS));
  return ts.createProgram(Object.keys(scripts).map((name) => `${name}.js`), options, host); // by an ending that TypeScript takes for a script
}

// The kinds of object that a member was declared for, as TypeScript's library says; none for our own and for the unknown.
function owners(symbol) {
  const names = (symbol?.declarations ?? []).filter((declared) => declared.getSourceFile().hasNoDefaultLib || /\/lib\.[^/]*\.d\.ts$/.test(declared.getSourceFile().fileName));
  return names.map(({ parent }) => parent.name?.text ?? parent.parent?.name?.text).filter(Boolean);
}

function member(file, line, checker, node) {
  const name = node.name.text;
  const symbol = checker.getSymbolAtLocation(node.name);
  const places = members.flatMap((list) => list.get(name) ?? []);
  const own = owners(symbol).flatMap((owner) => places.filter((path) => path.split(".").at(-2) === owner.replace(/Constructor$/, "")));
  if (own.length) note(file, line, ...own);
  else if (!symbol || owners(symbol).length) note(file, line, ...places);
}

function call(file, line, node) {
  const [given] = node.arguments ?? [];
  const name = node.expression.name?.text ?? node.expression.text;
  if (!given || !ts.isStringLiteralLike(given)) return;
  if (SELECTING.has(name)) selectors(file, csstree.parse(given.text, { context: "selectorList" }), line);
  if (name === "addEventListener") note(file, line, ...(members[0].get(`${given.text}_event`) ?? []));
  if (name === "createElement") note(file, line, `html.elements.${given.text}`);
}

function pattern(file, line, { text }) {
  const [, source, flags] = /^\/(.*)\/(\w*)$/s.exec(text);
  for (const flag of flags) if (FLAGS[flag]) note(file, line, `javascript.builtins.RegExp.${FLAGS[flag]}`);
  for (const [sign, name] of PATTERNS) if (sign.test(source)) note(file, line, `javascript.regular_expressions.${name}`);
}

function script(file, source, checker) {
  const visit = (node) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    if (SYNTAX[node.kind]) note(file, line, SYNTAX[node.kind]);
    if (ts.isPropertyAccessExpression(node)) member(file, line, checker, node);
    if (ts.isBindingElement(node) && node.parent.kind === ts.SyntaxKind.ObjectBindingPattern && ts.isIdentifier(node.propertyName ?? node.name)) binding(file, line, checker, node);
    if (ts.isIdentifier(node) && owners(checker.getSymbolAtLocation(node)).length === 0 && !ts.isPropertyAccessExpression(node.parent)) global(file, line, checker, node);
    if (ts.isCallExpression(node)) call(file, line, node);
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) pattern(file, line, node);
    if (ts.isAwaitExpression(node) && !ts.findAncestor(node, ts.isFunctionLike)) note(file, line, "javascript.operators.await.top_level");
    ts.forEachChild(node, visit);
  };
  visit(source);
}

// `const { size } = asked`
function binding(file, line, checker, node) {
  const name = (node.propertyName ?? node.name).text;
  const symbol = checker.getTypeAtLocation(node.parent).getProperty(name);
  const places = members.flatMap((list) => list.get(name) ?? []);
  const own = owners(symbol).flatMap((owner) => places.filter((path) => path.split(".").at(-2) === owner));
  if (own.length || !symbol) note(file, line, ...(own.length ? own : places));
}

// A name that the browser itself has: URLSearchParams, fetch, structuredClone.
function global(file, line, checker, node) {
  const symbol = checker.getSymbolAtLocation(node);
  const ours = symbol?.declarations?.some((declared) => declared.getSourceFile().fileName.replace(/\.js$/, "") in files);
  if (!ours) note(file, line, `api.${node.text}`, `api.Window.${node.text}`, `javascript.builtins.${node.text}`);
}

// Templates: elements, attributes, and what some attributes say

const TAG = /<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;

function template(file, text) {
  const html = text.replace(/\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}/gs, (jinja) => jinja.replace(/[^\n]/g, " "));
  for (const { 1: element, 2: attributes, index } of html.matchAll(TAG)) {
    const line = html.slice(0, index).split("\n").length;
    note(file, line, `html.elements.${element}`);
    for (const [, name, given] of attributes.matchAll(ATTRIBUTE)) {
      note(file, line, `html.elements.${element}.${name}`, `html.global_attributes.${name}`);
      if (name === "type" || name === "rel") note(file, line, `html.elements.${element}.${name}.${given}`, `html.elements.${element}.${name}_${given}`);
    }
  }
}

// All files; a template of a script is read with its blanks filled by nothing.

const scripts = Object.fromEntries(Object.entries(files).filter(([name]) => /\.m?js(\.j2)?$/.test(name)).map(([name, text]) => [name, text.replace(/\{\{.*?\}\}/g, "({})")]));
const read = program(scripts);
const checker = read.getTypeChecker();
for (const [name, text] of Object.entries(files)) {
  if (name in scripts) script(name, read.getSourceFile(`${name}.js`), checker);
  else if (/\.css(\.j2)?$/.test(name)) style(name, text);
  else template(name, text);
}
process.stdout.write(JSON.stringify(found));
