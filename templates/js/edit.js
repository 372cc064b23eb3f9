// Keeps what is typed into the editor without a press, and shows it in the preview. Nothing is saved by it, and every page works without it.
(() => {
  "use strict";
  const form = document.querySelector("form[data-keep]");
  const said = document.querySelector("[data-kept]");
  if (!form || !said) return;
  const REST = 1500;
  const lang = document.documentElement.lang;
  const time = new Intl.DateTimeFormat(lang, { hour: "numeric", minute: "2-digit" });
  const written = () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("then", "keep-on");
    return fields.toString();
  };
  let kept = written();
  let timer;
  let is_sent = false;

  const look = () => {
    const copy = form.elements.namedItem("copy").value;
    document.querySelectorAll("iframe[data-look]").forEach((frame) => {
      const address = new URL(frame.src);
      address.searchParams.set("copy", copy);
      // one that is not on the screen waits until it is
      if (frame.offsetParent) frame.contentWindow.location.replace(address);
      else frame.src = address;
    });
  };

  const keep = async () => {
    const body = written();
    if (is_sent || body === kept) return;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        redirect: "manual",
      });
      if (answer.status !== 204) throw new Error("not kept");
      kept = body;
      // whoever leaves now loses nothing: nobody has to be asked
      for (const field of form.elements) {
        if ("defaultValue" in field && field.type !== "hidden") field.defaultValue = field.value;
      }
      said.textContent = form.dataset.keep.replace("{time}", time.format(new Date()));
      look();
    } catch {
      said.textContent = form.dataset.lost;
    }
    // what was typed while it was on its way
    if (written() !== kept && said.textContent !== form.dataset.lost) begin();
  };
  const begin = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST);
  };
  form.addEventListener("input", begin);
  form.addEventListener("submit", () => { is_sent = true; });
  addEventListener("pageshow", () => { is_sent = false; });
})();
