// Before the first paint: the colours this reader chose on an earlier page. Without a choice the device decides.
try {
  document.documentElement.dataset.scheme = localStorage.getItem("scheme") ?? "device";
} catch {
  // Storage is refused: the device decides.
}

// A forgotten copy says that it is old; this script stands in the page, so that one from a memory stick says it, too.
document.addEventListener("DOMContentLoaded", () => {
  for (const due of document.querySelectorAll("[data-due]")) {
    if (new Date().toISOString().slice(0, 10) <= due.dataset.due) continue;
    due.textContent = due.dataset.late;
    due.className = "is-late";
  }
});
