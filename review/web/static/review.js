"use strict";
// Everything works without this script; it adds keys, the tie between values and
// boxes, and zoom.
(() => {
  const $ = s => document.querySelector(s);
  const all = s => [...document.querySelectorAll(s)];

  // What is shown on the page and among the values at the same time.
  let shown = [];
  const show = (pointer, scrollBox, scrollValue) => {
    for (const e of shown) e.classList.remove("shown");
    shown = all(".box").filter(b => b.dataset.of === pointer).concat(all(".object").filter(o => o.dataset.object === pointer));
    for (const e of shown) {
      e.classList.add("shown");
      const isBox = e.classList.contains("box");
      if (isBox ? scrollBox : scrollValue) e.scrollIntoView({ block: "center", inline: "nearest" });
    }
  };
  document.addEventListener("focusin", e => {
    const o = e.target.closest(".object");
    if (o) show(o.dataset.object, true, false);
  });
  document.addEventListener("click", e => {
    const place = e.target.closest("[data-show]");
    if (place && all(".box").some(b => b.dataset.of === place.dataset.show)) {
      e.preventDefault();
      show(place.dataset.show, true, false);
      return;
    }
    const box = e.target.closest(".box");
    if (box) {
      e.preventDefault();
      const pointer = box.dataset.of;
      show(pointer, false, true);
      const o = all(".object").find(x => x.dataset.object === pointer);
      const field = o && o.querySelector("[name=now], h3 a");
      if (field) field.focus({ preventScroll: true });
      return;
    }
    const o = e.target.closest(".object");
    if (o) show(o.dataset.object, true, false);
  });

  // A value that was changed and not saved.
  document.addEventListener("input", e => {
    const v = e.target.closest(".value");
    if (v && e.target.name === "now") v.classList.toggle("edited", e.target.value !== e.target.defaultValue || e.target.tagName === "SELECT");
  });

  // The picture covers the drawing; where there is none the drawing stays.
  const picture = $("image.picture");
  if (picture) picture.addEventListener("error", () => { picture.remove(); const d = $("#drawn"); if (d) d.hidden = false; });

  // Zoom.
  const zoom = $("#zoom"), page = $("#page");
  const store = { get: k => { try { return localStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* kept for this page only */ } } };
  let level = Math.min(3, Math.max(-1, parseInt(store.get("zoom") || "0", 10) || 0));
  const zoomed = by => {
    level = Math.min(3, Math.max(-1, level + by));
    store.set("zoom", String(level));
    page.className = level ? "zoom" + level : "";
  };
  if (zoom && page) {
    zoom.hidden = false;
    zoomed(0);
    zoom.addEventListener("click", e => { const b = e.target.closest("[data-zoom]"); if (b) zoomed(parseInt(b.dataset.zoom, 10)); });
  }

  // What is asked about is in sight. A fragment names an object.
  const asked = $(".box.asked");
  if (asked) asked.scrollIntoView({ block: "center", inline: "nearest" });
  const named = () => {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash.startsWith("/")) {
      const o = all(".object").filter(x => hash === x.dataset.object || hash.startsWith(x.dataset.object + "/")).sort((a, b) => b.dataset.object.length - a.dataset.object.length)[0];
      if (o) show(o.dataset.object, true, true);
    }
  };
  addEventListener("hashchange", named);
  named();

  // What was done and how much is left is said once the page is there: a screen
  // reader speaks of what changes.
  const left = $("#left");
  if (left) {
    const words = [...left.childNodes];
    left.replaceChildren();
    setTimeout(() => left.replaceChildren(...words), 100);
  }

  // Keys.
  const keys = $("#keys");
  if (keys) {
    keys.checked = store.get("keys") !== "off";
    keys.addEventListener("change", () => store.set("keys", keys.checked ? "on" : "off"));
  }
  const follow = s => { const a = $(s); if (a) a.click(); };
  const open = (s, field) => { const d = $(s); if (d) { d.open = true; const f = d.querySelector(field); if (f) f.focus(); } };
  const score = value => {
    if (!document.body.hasAttribute("data-score")) return;
    const b = $(`#entry .score button[value="${value}"]`);
    if (b) b.click();
  };
  const does = {
    a: () => { const b = $("#accept button"); if (b) b.click(); },
    s: () => follow("#skip"), b: () => follow("#back"),
    c: () => open("#comment", "textarea"), l: () => open(".lost", "input[name=date]"),
    e: () => { const f = $("#entry [name=now]"); if (f) f.focus(); },
    "1": () => score("1"), "+": () => score("1"), "0": () => score("0"), "-": () => score("-1"), x: () => score("n/a"),
    "[": () => follow("#before"), "]": () => follow("#behind"),
    z: () => zoomed(1), Z: () => zoomed(-1),
    "?": () => { const h = $("#help"); if (h) h.open = !h.open; },
  };
  document.addEventListener("keydown", e => {
    const typing = e.target.closest("input:not([type=checkbox]), textarea, select");
    if (e.key === "Escape" && typing) { typing.blur(); const t = $("#title"); if (t) t.focus(); return; }
    if (typing || e.ctrlKey || e.metaKey || e.altKey || e.repeat || (keys && !keys.checked)) return;
    const f = Object.hasOwn(does, e.key) && does[e.key];
    if (f) { e.preventDefault(); f(); }
  });
})();
