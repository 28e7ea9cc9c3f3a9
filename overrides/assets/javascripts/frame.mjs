// The switch for light and dark pages; the only thing this site keeps in the browser.

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
