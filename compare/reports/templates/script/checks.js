"use strict";
/* A box a row that says "I have checked this". It is kept in this browser, under the story and what
   the row says: a row that says something else after another run is not checked. */
(() => {
  const byId = (id) => document.getElementById(id);
  const matrix = byId("matrix");
  const form = byId("filters");
  if (!matrix || !form) return;
  const rows = [...matrix.tBodies[0].rows];
  const sources = matrix.dataset.sources.split(" ");
  const cells = (row) => Object.fromEntries(sources.map((id, at) => [id, row.cells[at + 1].className]));
  const text = (row) => row.cells[0].querySelector(":scope > bdi, :scope > .long > p > bdi").textContent;
  const says = (row) => JSON.stringify([text(row), cells(row)]);
  const key = "compare.checks/" + matrix.dataset.story;
  let kept = new Set();
  try {
    const found = JSON.parse(localStorage.getItem(key) || "[]");
    if (Array.isArray(found)) kept = new Set(found);
  } catch { /* no store, or not ours: the boxes last as long as the page */ }
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify([...kept]));
    } catch { /* as above */ }
  };
  const count = byId("checks-count");
  const checked = () => rows.filter((row) => row.dataset.checked);
  const counted = () => { count.textContent = count.dataset.say.replace("{n}", checked().length).replace("{total}", rows.length); };
  const mark = (row, on) => {
    if (on) row.dataset.checked = "1";
    else delete row.dataset.checked;
  };
  for (const row of rows) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    label.className = "check";
    box.type = "checkbox";
    box.checked = kept.has(says(row));
    mark(row, box.checked);
    box.addEventListener("change", () => {
      mark(row, box.checked);
      if (box.checked) kept.add(says(row));
      else kept.delete(says(row));
      keep();
      counted();
      form.dispatchEvent(new Event("input"));
    });
    label.append(box, " " + count.dataset.box);
    row.cells[0].append(label);
  }
  byId("checks-save").addEventListener("click", () => {
    const found = {
      schema: "compare.checks/2",
      made_by: JSON.parse(matrix.dataset.made),
      story: matrix.dataset.story,
      claims: checked().map((row) => ({ id: row.id, text: text(row), cells: cells(row) })),
    };
    window.saved(JSON.stringify(found, null, 2) + "\n", `checks-${found.story}.json`, "application/json");
  });
  counted();
})();
