// Runs before the first paint: the chosen theme, text size and language, so that nothing flashes.
;(function () {
  try {
    var stored = JSON.parse(localStorage.getItem("liaison.preferences") || "{}")
    var root = document.documentElement
    if (stored.theme === "dark" || stored.theme === "light") root.dataset.theme = stored.theme
    if (stored.textSize) root.dataset.textSize = String(stored.textSize)
    if (stored.language === "en") root.lang = "en"
  } catch {
    // No storage: the defaults stand.
  }
})()
