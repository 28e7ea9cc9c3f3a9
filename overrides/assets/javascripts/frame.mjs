// The switch for light and dark pages, which is the only thing this site keeps in the browser; and the links beside headings.

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

async function copy(link) {
  status.textContent = "";
  await navigator.clipboard.writeText(link.href);
  status.textContent = status.dataset.copied.replace("[part]", () => link.parentElement.firstElementChild.textContent.trim());
}

addEventListener("click", ({ target }) => {
  const link = target.closest?.("a.to-here");
  if (link) copy(link).catch(() => {}); // Refused: the address bar has it.
});

if (document.querySelector("form.narrow")) import("./dose-table.mjs");
