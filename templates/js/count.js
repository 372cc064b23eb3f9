// The number, every 30 seconds while somebody looks. When it has moved, what is said of it is taken from a page of its own, in whose language
// the distance to the goal is written. A page that tells of several petitions stays as it is.
(() => {
  "use strict";
  const tally = (where) => where?.querySelector("[data-count]");
  if (document.querySelectorAll("[data-count]").length !== 1) return;
  setInterval(async () => {
    const old = tally(document);
    if (document.hidden || !old) return;
    try {
      const answer = await fetch(old.dataset.count, { credentials: "omit" });
      const now = answer.ok && (await answer.json()).signatures;
      if (!Number.isInteger(now) || String(now) === old.dataset.n) return;
      const ask = new XMLHttpRequest();
      ask.open("GET", old.dataset.page);
      ask.setRequestHeader("cache-control", "no-cache");
      ask.responseType = "document";
      ask.onload = () => {
        const fresh = tally(ask.response);
        if (fresh) old.replaceWith(document.adoptNode(fresh));
      };
      ask.send();
    } catch { /* the next try is half a minute away */ }
  }, 30000);
})();
