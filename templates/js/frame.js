// In a frame of another site: tells the page around it how high it is, and signs where a frame may run scripts and nothing else.
(() => {
  "use strict";
  const isFramed = parent !== self;
  const isBare = isFramed && origin === "null";
  // an editor that embeds what it found by itself says a word by which it knows its frame again
  const secret = new URLSearchParams(location.hash.replace(/^#?\??/, "")).get("secret");
  const says = (message) => parent.postMessage(message, "*");

  // The height of what is in it, when it changes: for ten seconds, and for two after each act of a reader, so that no two resizers can drive
  // each other on. Once more to a page that asks, whose script came later than this one.
  let until = performance.now() + 10000;
  let told = 0;
  const tell = () => {
    const value = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (!isFramed || !value || value === told || performance.now() > until) return;
    told = value;
    says({ type: "petition:height", petition: document.body.dataset.petition || "", value });
    if (secret) says({ message: "height", value, secret });
  };
  if (window.ResizeObserver) new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("load", tell);
  ["click", "keydown", "input", "focusin"].forEach((act) =>
    addEventListener(act, () => { until = Math.max(until, performance.now() + 2000); }, true));
  new IntersectionObserver(([seen]) => {
    if (!seen.isIntersecting) return;
    until = Math.max(until, performance.now() + 2000);
    tell();
  }).observe(document.documentElement);

  addEventListener("message", (event) => {
    if (event.source !== parent || event.data?.type !== "petition:tell") return;
    until = Math.max(until, performance.now() + 2000);
    told = 0;
    tell();
  });

  const errors = () => (document.getElementById("errors") || document.getElementById("todo"))?.focus();
  errors();

  // Pressing twice sends once.
  let sending = false;
  addEventListener("submit", (event) => {
    if (sending) return event.preventDefault();
    sending = true;
  });
  addEventListener("pageshow", () => { sending = false; });

  if (!isBare) return;
  // No form is sent from here: its button asks for the page that would come, and shows it.
  addEventListener("click", (event) => {
    const link = event.target.closest("a[target]");
    if (link && secret) {
      event.preventDefault();
      says({ message: "link", value: link.href, secret });
    }
    const button = event.target.closest("button[type=submit]");
    if (!button) return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    const ask = new XMLHttpRequest();
    ask.open("POST", button.form.action);
    ask.responseType = "document";
    ask.onloadend = () => {
      sending = false;
      until = performance.now() + 2000;
      const page = ask.response?.body;
      if (!page) return;
      document.body.replaceWith(document.adoptNode(page));
      errors();
      tell();
    };
    ask.send(new URLSearchParams(new FormData(button.form)));
  });
})();
