// Puts petitions of one site into pages of others: <petition-embed petition="slug">, <div data-petition="slug">, and frames that are there
// already. It writes a frame and fits its height; of what happens inside it hears nothing else.
(() => {
  "use strict";
  if (customElements.get("petition-embed")) return;
  const origin = new URL(document.currentScript.src).origin;
  const heights = { form: 640, progress: 270, counter: 52, button: 140 };
  const wishes = ["lang", "via", "accent", "bg", "text", "radius", "font", "scheme"];
  const growths = new WeakMap();

  const fill = (place, said) => {
    const slug = said("petition");
    if (!slug) return;
    const kind = heights[said("kind")] ? said("kind") : "form";
    const address = new URL(`/embed/${encodeURIComponent(slug)}`, origin);
    address.searchParams.set("kind", kind);
    wishes.forEach((name) => { if (said(name)) address.searchParams.set(name, said(name)); });
    const old = place.querySelector("iframe");
    if (old && old.src === address.href) return;
    const frame = document.createElement("iframe");
    frame.src = address.href;
    frame.title = said("title") || place.textContent.trim() || slug;
    frame.loading = "lazy";
    frame.width = "100%";
    frame.style.border = "0";
    frame.style.display = "block";
    frame.style.height = `${heights[kind]}px`;
    frame.addEventListener("load", () => tells(frame, "petition:ready"));
    place.replaceChildren(frame);
  };
  const tells = (frame, name, detail) =>
    frame.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  const ours = () => [...document.querySelectorAll("iframe")].filter((frame) =>
    frame.src.startsWith(`${origin}/embed/`));

  addEventListener("message", (event) => {
    const said = event.data;
    if (!said || said.type !== "petition:height") return;
    if (event.origin !== origin && event.origin !== "null") return;
    const frame = ours().find((one) => one.contentWindow === event.source);
    const height = Math.ceil(said.value);
    if (!frame || !(height > 0 && height < 5000)) return;
    // twenty in a second are a loop
    const since = (growths.get(frame) || []).filter((at) => at > event.timeStamp - 1000);
    growths.set(frame, [...since, event.timeStamp]);
    if (since.length >= 20) return;
    frame.style.height = `${height}px`;
    tells(frame, "petition:resize", { height });
  });

  // what was there before this script told its height to nobody
  ours().forEach((frame) => frame.contentWindow.postMessage({ type: "petition:tell" }, "*"));

  customElements.define("petition-embed", class extends HTMLElement {
    static observedAttributes = ["petition", "kind", "title", ...wishes];
    connectedCallback() {
      this.style.display = "block";
      fill(this, (name) => this.getAttribute(name));
    }
    attributeChangedCallback() {
      if (this.isConnected && this.querySelector("iframe")) this.connectedCallback();
    }
  });
  const plain = () => document.querySelectorAll("div[data-petition]").forEach((place) =>
    fill(place, (name) => place.dataset[name]));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", plain);
  else plain();
})();
