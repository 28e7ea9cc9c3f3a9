// Before the first paint: the colours this reader chose on an earlier page. Without a choice the device decides.
try {
  document.documentElement.dataset.scheme = localStorage.getItem("scheme") ?? "device";
} catch {
  // Storage is refused: the device decides.
}
