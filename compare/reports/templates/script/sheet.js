"use strict";
(() => {
  const holder = document.getElementById("marks");
  if (!holder) return;
  const marks = JSON.parse(holder.dataset.marks);
  const code = holder.dataset.code;
  const score = document.getElementById("score");
  const fields = [...document.querySelectorAll("[data-question]")];

  // SHA-256 of its own: crypto.subtle is missing where a page is opened from an insecure address
  const rotate = (x, n) => (x >>> n) | (x << (32 - n));
  const constants = () => {
    const primes = [];
    for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
    const part = (x) => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
    return [primes.slice(0, 8).map((p) => part(Math.sqrt(p))), primes.map((p) => part(Math.cbrt(p)))];
  };
  const [START, K] = constants();
  function sha256(text) {
    const bytes = [...new TextEncoder().encode(text)];
    const bits = bytes.length * 8;
    bytes.push(128);
    while (bytes.length % 64 !== 56) bytes.push(0);
    for (let i = 7; i >= 0; i--) bytes.push(i > 3 ? 0 : (bits >>> (8 * i)) & 255);
    const h = [...START];
    for (let at = 0; at < bytes.length; at += 64) {
      const w = [];
      for (let i = 0; i < 64; i++) {
        if (i < 16) {
          const j = at + 4 * i;
          w[i] = (bytes[j] << 24) | (bytes[j + 1] << 16) | (bytes[j + 2] << 8) | bytes[j + 3];
        } else {
          const a = w[i - 15], b = w[i - 2];
          w[i] = (w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)) + w[i - 7]
            + (rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10))) | 0;
        }
      }
      let [a, b, c, d, e, f, g, k] = h;
      for (let i = 0; i < 64; i++) {
        const one = (k + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [k, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, k].forEach((value, i) => { h[i] = (h[i] + value) | 0; });
    }
    return h.map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
  }

  function check() {
    let right = 0, all = 0;
    for (const field of fields) {
      const name = field.dataset.question;
      const accepted = marks[name];
      const said = document.querySelector(`output[data-for="${CSS.escape(name)}"]`);
      if (!accepted) { said.textContent = ""; continue; }
      all += 1;
      const good = field.value && accepted.includes(sha256(`${code}|${name}|${field.value}`));
      right += good ? 1 : 0;
      said.textContent = good ? score.dataset.right : field.value ? score.dataset.wrong : score.dataset.empty;
    }
    score.textContent = score.dataset.words.replace("{right}", right).replace("{all}", all);
  }
  document.getElementById("check").addEventListener("click", check);
  document.getElementById("clear").addEventListener("click", () => {
    fields.forEach((field) => { field.value = ""; });
    document.querySelectorAll("output").forEach((one) => { one.textContent = ""; });
    score.textContent = "";
  });
})();
