"use strict";
/* A cell opens in a dialog: what stands in it, and the paragraph around its sentence. Out of the
   dialog goes a quotation to cite, or a case file that says why the cell is wrong. */
(() => {
  const byId = (id) => document.getElementById(id);
  const place = (link) => byId(decodeURIComponent(link.hash.slice(1)));
  const panel = byId("panel");
  const matrix = byId("matrix");
  if (!panel || !matrix) return;

  const bare = (node) => {
    const copy = node.cloneNode(true);
    for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
    for (const one of copy.querySelectorAll(".check")) one.remove();
    return copy;
  };
  const context = (span) => {
    const here = span.closest("p");
    const copy = here.cloneNode(true);
    const inside = copy.querySelector("[id='" + CSS.escape(span.id) + "']");
    for (const one of copy.querySelectorAll("[id]")) if (one !== inside) one.removeAttribute("id");
    const mark = document.createElement("mark");
    if (inside) {
      mark.append(...inside.childNodes);
      inside.replaceWith(mark);
    }
    copy.removeAttribute("id");
    copy.classList.add("now");
    const around = [here.previousElementSibling, here.nextElementSibling];
    const inBody = (p) => p && /-p\d+$/.test(p.id);
    const [before, after] = around.map((p) => (inBody(p) && inBody(here) ? bare(p) : ""));
    return [before, copy, after];
  };

  const sources = matrix.dataset.sources.split(" ");
  const sourceRow = (at) => byId("sources").querySelector("tbody").rows[at];
  const told = (text) => { byId("panel-said").textContent = text; };

  /* The quotation of a proof, with outlet, title, date, address and paragraph. */
  const exact = (link) => (place(link) || link).textContent;
  const cited = (link, at) => {
    const paragraph = place(link) && place(link).closest("p");
    const where = paragraph ? paragraph.querySelector(".number").textContent : "";
    const said = panel.dataset.cite.replace("{quote}", exact(link)).replace("{source}", sourceRow(at).dataset.cite);
    return where ? said.replace("{place}", where) : said;
  };
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      panel.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    told(panel.dataset.copied);
  };
  const citing = (link, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.textContent = panel.dataset.citing;
    button.addEventListener("click", () => copied(cited(link, at)));
    return button;
  };

  /* A wrong cell as a file: what the page shows, what it should show, and the passages of both. */
  let shown = null;
  const status = (cell) => cell.className;
  const passage = (link, at) => {
    const span = decodeURIComponent(link.hash.slice(1)).slice(sourceRow(at).id.length - 1).split(".");
    const [start, end] = span.slice(-2).map(Number);
    return { source: sources[at], quote: exact(link), part: span.length > 2 ? span[0] : "body", start, end };
  };
  const passages = (cell) => [...cell.querySelectorAll("a[href^='#']")].map((link) => passage(link, cell.cellIndex - 1));
  const carried = ["included", "partial", "conflicts"];
  const wording = (row) => row.cells[0].querySelector(":scope > bdi, :scope > .long > p > bdi");
  const caseFile = () => {
    const { row, cell } = shown;
    const others = [...row.cells].slice(1).filter((one) => one !== cell && carried.includes(status(one)));
    const facts = sourceRow(cell.cellIndex - 1).dataset;
    return {
      schema: "compare.case/2",
      made_by: JSON.parse(matrix.dataset.made),
      story: matrix.dataset.story,
      claim: { id: row.id, text: wording(row).textContent, language: wording(row).lang || "und" },
      source: { id: sources[cell.cellIndex - 1], outlet: facts.outlet, url: facts.url || null, published: facts.published || null },
      shown: status(cell),
      expected: byId("case-status").value,
      sentence: byId("case-sentence").value,
      note: byId("case-note").value,
      passages: passages(cell),
      others: others.flatMap(passages),
    };
  };
  byId("case-save").addEventListener("click", () => {
    const found = caseFile();
    window.saved(JSON.stringify(found, null, 2) + "\n", `case-${found.story}-${found.claim.id}-${found.source.id}.json`, "application/json");
    told(panel.dataset.saved);
  });

  const open = (details) => {
    const cell = details.closest("td");
    const row = cell.parentElement;
    shown = { row, cell };
    const head = cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent;
    const words = details.querySelector("summary").textContent;
    byId("panel-h").textContent = row.id + " · " + head + " · " + words;
    const first = document.createElement("p");
    first.append(...bare(row.cells[0]).childNodes);
    const body = [...details.children].slice(1).map(bare);
    for (const link of body.flatMap((one) => [...one.querySelectorAll("a[href^='#']")])) {
      link.parentElement.append(" ", citing(link, cell.cellIndex - 1));
    }
    byId("panel-body").replaceChildren(first, ...body);
    const link = details.querySelector("a[href^='#']");
    const span = link && place(link);
    byId("panel-text").replaceChildren(...(span ? context(span) : []));
    byId("panel-text").previousElementSibling.hidden = !span;
    byId("case").reset();
    byId("case").parentElement.open = false;
    told("");
    panel.showModal();
    panel.scrollTop = 0;
  };
  matrix.addEventListener("click", (event) => {
    const summary = event.target.closest("td summary");
    if (!summary) return;
    event.preventDefault();
    open(summary.parentElement);
  });
  panel.addEventListener("click", (event) => {
    if (event.target === panel || event.target.closest("a[href^='#']")) panel.close();
  });
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  matrix.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    const step = steps[event.key];
    if (!cell || !step) return;
    let row = cell.parentElement;
    if (step[0] < 0) do row = row.previousElementSibling; while (row && row.hidden);
    if (step[0] > 0) do row = row.nextElementSibling; while (row && row.hidden);
    const next = row && row.cells[cell.cellIndex + step[1]];
    const summary = next && next.querySelector("td summary");
    if (!summary) return;
    event.preventDefault();
    summary.focus();
  });
})();
