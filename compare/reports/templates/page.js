"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const place = (link) => byId(decodeURIComponent(link.hash.slice(1)));

  /* A cell opens in a dialog: what stands in it, and the paragraph around its sentence. */
  const panel = byId("panel");
  const bare = (node) => {
    const copy = node.cloneNode(true);
    for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
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
  const open = (details) => {
    const cell = details.closest("td");
    const row = cell.parentElement;
    const head = cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent;
    const status = details.querySelector("summary").textContent;
    byId("panel-h").textContent = row.id + " · " + head + " · " + status;
    const claim = bare(row.cells[0]);
    const first = document.createElement("p");
    first.append(...claim.childNodes);
    const body = [...details.children].slice(1).map(bare);
    byId("panel-body").replaceChildren(first, ...body);
    const link = details.querySelector("a[href^='#']");
    const span = link && place(link);
    byId("panel-text").replaceChildren(...(span ? context(span) : []));
    byId("panel-text").previousElementSibling.hidden = !span;
    panel.showModal();
    panel.scrollTop = 0;
  };
  const matrix = byId("matrix");
  if (panel && matrix) {
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
  }

  /* Filters and orders of the matrix. */
  const form = byId("filters");
  if (form && matrix) {
    const body = matrix.tBodies[0];
    const rows = [...body.rows];
    const sources = matrix.dataset.sources.split(" ");
    const carried = ["included", "partial", "conflicts"];
    const numbers = (text) => text.split(" ").map(Number);
    const facts = new Map(rows.map((row, at) => [row, {
      at,
      weights: numbers(row.dataset.e),
      starts: numbers(row.dataset.p),
      statuses: [...row.cells].slice(1).map((cell) => cell.className),
    }]));
    const value = (id) => byId(id).value;
    const plain = (text) => text.normalize("NFKC").toLowerCase();
    const texts = new Map();
    const holds = (row) => {
      const asked = plain(value("f-text")).trim();
      if (!asked) return true;
      if (!texts.has(row)) texts.set(row, plain(row.textContent));
      return asked.split(/\s+/).every((word) => texts.get(row).includes(word));
    };
    const wanted = (row, column) => {
      const fact = facts.get(row);
      const statuses = column < 0 ? fact.statuses : [fact.statuses[column]];
      const status = value("f-status");
      if (value("f-origin") && row.dataset.o !== value("f-origin")) return false;
      if (status && !statuses.includes(status)) return false;
      if (byId("f-differs").checked && row.dataset.d === "0") return false;
      if (!holds(row)) return false;
      if (byId("f-only").checked) return column < 0 ? row.dataset.only !== "" : row.dataset.only === sources[column];
      return column < 0 || status !== "" || carried.includes(statuses[0]);
    };
    const inText = (fact, column) => {
      const from = column < 0 ? fact.starts.findIndex((start) => start >= 0) : column;
      const start = from < 0 ? -1 : fact.starts[from];
      return start < 0 ? Infinity : from * 1e7 + start;
    };
    const weight = (fact, column) => (column < 0 ? Math.max(...fact.weights) : fact.weights[column]);
    const less = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const apply = () => {
      const column = sources.indexOf(value("f-source"));
      const order = value("f-order");
      const sorted = [...rows].sort((one, other) => {
        const [a, b] = [facts.get(one), facts.get(other)];
        const by = order === "text" ? less(inText(a, column), inText(b, column))
          : order === "emphasis" ? less(weight(b, column), weight(a, column)) : 0;
        return by || a.at - b.at;
      });
      let shown = 0;
      for (const row of sorted) {
        const hide = !wanted(row, column);
        if (row.hidden !== hide) row.hidden = hide;
        shown += hide ? 0 : 1;
      }
      if (sorted.some((row, at) => row !== body.rows[at])) body.append(...sorted);
      const count = byId("f-count");
      count.textContent = count.dataset.say.replace("{n}", shown).replace("{total}", rows.length);
    };
    /* On a phone one source at a time: the one that is chosen, else the first. */
    const phone = matchMedia("(max-width: 40rem)");
    const columns = () => {
      const one = phone.matches ? Math.max(0, sources.indexOf(value("f-source"))) : -1;
      matrix.classList.toggle("one", one >= 0);
      for (const row of matrix.rows) {
        for (const [at, cell] of [...row.cells].entries()) cell.hidden = one >= 0 && at > 0 && at !== one + 1;
      }
    };

    /* The filters stand in the address behind the claim: #c05?source=rfi&status=absent. */
    const names = { source: "f-source", status: "f-status", origin: "f-origin", order: "f-order", text: "f-text", differs: "f-differs", only: "f-only" };
    const part = () => location.hash.slice(1).split("?");
    const remember = () => {
      const asked = new URLSearchParams();
      for (const [name, id] of Object.entries(names)) {
        const field = byId(id);
        const set = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
        if (set) asked.set(name, set);
      }
      const [id] = part();
      const tail = asked.toString() ? "?" + asked : "";
      history.replaceState(null, "", id || tail ? "#" + (id || "claims") + tail : location.pathname + location.search);
    };
    const restore = () => {
      const [id, asked] = part();
      if (asked !== undefined) {
        const given = new URLSearchParams(asked);
        for (const [name, field] of Object.entries(names).map(([name, id]) => [name, byId(id)])) {
          if (field.type === "checkbox") field.checked = given.get(name) === "1";
          else field.value = given.get(name) || "";
          if (field.value === "" && field.tagName === "SELECT") field.selectedIndex = 0;
        }
      }
      apply();
      columns();
      const row = byId(decodeURIComponent(id));
      if (row && row.hidden && facts.has(row)) { form.reset(); return; }
      const closed = row && row.closest("details:not([open])");
      if (closed && closed.classList.contains("more")) closed.open = true;
      if (row && (asked !== undefined || closed)) row.scrollIntoView();
    };
    const changed = () => { apply(); columns(); remember(); };
    form.hidden = false;
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => setTimeout(changed));
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", restore);
    phone.addEventListener("change", columns);
    restore();
  }

  /* Side by side: pointing at a sentence shows its like on the other side. */
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

  /* Paper cannot be clicked: long claims are printed whole. */
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details.long, details.more")) one.open = true;
  });
})();
