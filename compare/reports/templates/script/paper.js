"use strict";
/* Paper cannot be clicked: what is folded is printed open, and a matrix of many sources one source
   below the other. */
(() => {
  const matrix = document.getElementById("matrix");
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.long, details.more, #matrix td > details")].filter((one) => !one.open);
    for (const one of opened) one.open = true;
    if (!matrix || !matrix.classList.contains("many")) return;
    const heads = [...matrix.tHead.rows[0].cells].map((cell) => cell.textContent);
    for (const cell of matrix.tBodies[0].querySelectorAll("td")) cell.dataset.source = heads[cell.cellIndex];
    matrix.classList.add("stacked");
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    if (matrix) matrix.classList.remove("stacked");
  });
})();
