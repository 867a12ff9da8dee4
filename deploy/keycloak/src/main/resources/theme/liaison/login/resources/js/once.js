// A second click on a login link would start a second login and break the first.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-once]") : null;
  if (!link) return;
  if (link.getAttribute("aria-disabled") === "true") event.preventDefault();
  link.setAttribute("aria-disabled", "true");
});

// Coming back with the browser's back button must find the link alive again.
addEventListener("pageshow", () => {
  document.querySelectorAll("a[data-once]").forEach((link) => link.removeAttribute("aria-disabled"));
});
