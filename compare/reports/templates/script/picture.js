"use strict";
/* A table as it is seen now, as a picture: every box and every line of text where the browser laid
   it out, so that it needs neither this page nor its fonts' widths. SVG, or PNG at twice the size. */
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const clear = (colour) => !colour || colour === "transparent" || /,\s*0\)$/.test(colour);
  const made = (name, given) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(given)) node.setAttribute(key, typeof value === "number" ? Math.round(value * 100) / 100 : value);
    return node;
  };
  /* The lines of a text node, each with its box: cut where the next character stands lower. */
  const lines = (node) => {
    const range = document.createRange();
    const found = [];
    const cut = (from, to) => {
      const raw = node.data.slice(from, to);
      const said = raw.trim();
      if (!said) return;
      range.setStart(node, from + raw.indexOf(said));
      range.setEnd(node, from + raw.indexOf(said) + said.length);
      const box = range.getBoundingClientRect();
      if (box.width) found.push([said.replace(/\s+/g, " "), box]);
    };
    let from = 0;
    let top = null;
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      if (!box || !box.width) continue;
      if (top !== null && Math.abs(box.top - top) > 3) {
        cut(from, at);
        from = at;
      }
      top = box.top;
    }
    cut(from, node.length);
    return found;
  };
  const seen = (node) => node.checkVisibility && node.checkVisibility({ contentVisibilityAuto: false }) && !node.closest(".check, [hidden]");
  const drawn = (table) => {
    const frame = table.getBoundingClientRect();
    const ground = getComputedStyle(document.body);
    const picture = made("svg", { xmlns: SVG, width: frame.width, height: frame.height, viewBox: `0 0 ${Math.ceil(frame.width)} ${Math.ceil(frame.height)}`, "font-family": "system-ui, 'Noto Sans', 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif" });
    const title = made("title", {});
    title.textContent = document.title;
    picture.append(title, made("rect", { width: "100%", height: "100%", fill: ground.backgroundColor }));
    const write = (said, box, look) => {
      const text = made("text", { x: box.left - frame.left, y: box.top - frame.top + box.height * 0.78, "font-size": parseFloat(look.fontSize), fill: look.color, "font-weight": look.fontWeight });
      if (box.width) text.setAttribute("textLength", Math.round(box.width * 100) / 100);
      text.textContent = said;
      picture.append(text);
    };
    for (const cell of table.querySelectorAll("th, td")) {
      if (!seen(cell)) continue;
      const box = cell.getBoundingClientRect();
      const look = getComputedStyle(cell);
      picture.append(made("rect", { x: box.left - frame.left, y: box.top - frame.top, width: box.width, height: box.height, fill: clear(look.backgroundColor) ? "none" : look.backgroundColor, stroke: look.borderBottomColor }));
      for (const summary of cell.querySelectorAll("summary, .verdict")) {
        const sign = getComputedStyle(summary, "::before").content.match(/"(.)"/);
        const at = summary.getBoundingClientRect();
        const own = getComputedStyle(summary);
        if (sign && seen(summary)) write(sign[1], { left: at.left, top: at.top, height: parseFloat(own.lineHeight), width: 0 }, own);
      }
      const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const parent = walk.currentNode.parentElement;
        if (!seen(parent)) continue;
        for (const [said, at] of lines(walk.currentNode)) write(said, at, getComputedStyle(parent));
      }
    }
    return picture;
  };
  const inert = (table, act) => {
    /* What stays in sight while one scrolls has no place of its own: it stands still for the picture. */
    table.classList.add("still");
    try { return act(); } finally { table.classList.remove("still"); }
  };
  const asPng = (text, name) => {
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = image.width * 2;
      canvas.height = image.height * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => blob && window.saved(blob, name, "image/png"));
    });
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  };
  for (const bar of document.querySelectorAll(".save-picture")) {
    bar.hidden = false;
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const table = document.getElementById(bar.dataset.of);
      const text = new XMLSerializer().serializeToString(inert(table, () => drawn(table)));
      if (button.value === "svg") window.saved(text, bar.dataset.name + ".svg", "image/svg+xml");
      else asPng(text, bar.dataset.name + ".png");
    });
  }
})();
