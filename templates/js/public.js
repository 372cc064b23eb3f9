// Nothing here is needed: every page works without it. It makes a few things nicer.
(() => {
  "use strict";
  const all = (what) => document.querySelectorAll(what);

  // Browsers that do not focus an autofocus element of a loaded page.
  const errors = document.getElementById("errors");
  if (errors) errors.focus();

  // Away at once, by the link or by three presses of Shift within a second and a half, and not back by the Back button.
  all("[data-leave]").forEach((link) => {
    const leaves = () => {
      document.body.hidden = true;
      document.title = "";
      location.replace(link.href);
    };
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leaves();
    });
    let presses = [];
    addEventListener("keydown", (event) => {
      if (event.repeat) return;
      const counts = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
      presses = counts ? [...presses, event.timeStamp].slice(-3) : [];
      if (presses.length === 3 && presses[2] - presses[0] < 1500) leaves();
    }, true);
    all("[data-keys]").forEach((said) => { said.hidden = false; });
  });

  // Pressing twice sends once. Coming back with the Back button gives the buttons back.
  // A form that downloads stays on its page and can be sent again.
  all("form[method=post]:not([data-again])").forEach((form) => {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) return event.preventDefault();
      sent = true;
      form.querySelectorAll("button").forEach((b) => b.setAttribute("aria-disabled", "true"));
    });
    addEventListener("pageshow", () => {
      sent = false;
      form.querySelectorAll("button").forEach((b) => b.removeAttribute("aria-disabled"));
    });
  });

  // The page of a key: whoever shares the address bar does not share the key.
  all("body[data-address]").forEach((page) =>
    history.replaceState(null, "", page.dataset.address));
  // Whoever leaves with something written and not saved is asked first. A page that gives a form back says that it is not saved.
  all("form[data-unsaved]").forEach((form) => {
    let chosen = Boolean(form.dataset.unsaved);
    let leaves = false;
    const isWritten = (field) => "defaultValue" in field && field.value !== field.defaultValue;
    form.addEventListener("change", (event) => {
      chosen ||= event.target.matches("select, [type=radio], [type=checkbox]");
    });
    form.addEventListener("submit", () => { leaves = true; });
    addEventListener("pageshow", () => { leaves = false; });
    addEventListener("beforeunload", (event) => {
      if (!leaves && (chosen || [...form.elements].some(isWritten))) event.preventDefault();
    });
  });

  // The zone in which the days of a new petition are told.
  all("[data-zone]").forEach((field) => {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  });

  // Copy a link. The button is hidden until we know that it can work.
  all("[data-copy]").forEach((button) => {
    const field = document.getElementById(button.dataset.copy);
    if (!field || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () =>
      navigator.clipboard.writeText(field.value).then(
        () => { button.textContent = button.dataset.done; },
        () => field.select(),
      ));
  });

  // Prints the page.
  all("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  // The share sheet of the phone, where there is one.
  all("[data-share]").forEach((button) => {
    if (!navigator.share) return;
    button.hidden = false;
    button.addEventListener("click", () =>
      navigator.share({ text: button.dataset.share }).catch(() => {}));
  });

  // The line that others will see takes the name as it is typed.
  const typed = document.getElementById("name");
  all("[data-sample]").forEach((line) => {
    const yours = line.textContent;
    const follow = () => { line.textContent = typed.value.trim() || yours; };
    typed?.addEventListener("input", follow);
    if (typed) follow();
  });

  // Keys for the buttons of a card, while the card or one of its buttons has the focus.
  all("form[data-keys]").forEach((card) => {
    card.focus();
    card.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const pressed = (b) => b.dataset.key === event.key.toLowerCase();
      [...card.querySelectorAll("[data-key]")].find(pressed)?.click();
    });
  });
})();
