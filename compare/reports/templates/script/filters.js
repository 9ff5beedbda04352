"use strict";
/* Filters and orders of the matrix; they stand in the address behind the claim. */
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("filters");
  const matrix = byId("matrix");
  if (!form || !matrix) return;
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
    if (byId("f-left").checked && row.dataset.checked) return false;
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
  /* On a phone's screen one source at a time: the one that is chosen, else the first. Paper has all. */
  const phone = matchMedia("screen and (max-width: 40rem)");
  const columns = () => {
    const one = phone.matches ? Math.max(0, sources.indexOf(value("f-source"))) : -1;
    matrix.classList.toggle("one", one >= 0);
    for (const row of matrix.rows) {
      for (const [at, cell] of [...row.cells].entries()) cell.hidden = one >= 0 && at > 0 && at !== one + 1;
    }
  };

  const names = { source: "f-source", status: "f-status", origin: "f-origin", order: "f-order", text: "f-text", differs: "f-differs", only: "f-only" };
  const part = () => location.hash.slice(1).split("?");
  const named = () => byId(decodeURIComponent(part()[0]));
  const hides = (row) => row && row.hidden && facts.has(row);
  const remember = () => {
    const asked = new URLSearchParams();
    for (const [name, id] of Object.entries(names)) {
      const field = byId(id);
      const set = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
      if (set) asked.set(name, set);
    }
    const id = hides(named()) ? "" : part()[0];
    const tail = asked.toString() ? "?" + asked : "";
    history.replaceState(null, "", id || tail ? "#" + (id || "claims") + tail : location.pathname + location.search);
  };
  const restore = () => {
    const [, asked] = part();
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
    const row = named();
    if (hides(row)) {
      form.reset();
      setTimeout(() => row.scrollIntoView());
      return;
    }
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
})();
