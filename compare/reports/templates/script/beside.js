"use strict";
/* Side by side: pointing at a sentence shows its like on the other side. */
(() => {
  const place = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  for (const table of document.querySelectorAll(".sbs")) {
    const near = (event, on) => {
      const link = event.target.closest(".side a[href^='#']");
      const other = link && place(link);
      if (other && other.tagName === "A") other.classList.toggle("near", on);
    };
    for (const name of ["mouseover", "focusin"]) table.addEventListener(name, (event) => near(event, true));
    for (const name of ["mouseout", "focusout"]) table.addEventListener(name, (event) => near(event, false));
    table.addEventListener("click", (event) => {
      const link = event.target.closest(".side a[href^='#']");
      const other = link && place(link);
      if (!other) return;
      event.preventDefault();
      other.scrollIntoView({ block: "center" });
      other.focus({ preventScroll: true });
      history.replaceState(null, "", link.hash);
    });
  }
})();
