// Shows what came in since the page was opened, every other second, and leaves what is there where it is: so is the focus.
const live = document.querySelector("[data-live]");
const none = document.querySelector("[data-none]");
const copied = document.querySelector("[data-copied]");
const everyMilliseconds = 2000;

document.documentElement.dataset.script = "";

/** Asks for the page as a document: under Trusted Types no text may be made markup of. */
const readPage = () =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.timeout = 5000;
    request.addEventListener("load", () => resolve(request.response));
    for (const failure of ["error", "timeout"]) request.addEventListener(failure, reject);
    request.send();
  });

function showNews(page) {
  const all = [...(page?.querySelector("[data-live]")?.children ?? [])];
  if (all.length === 0) return;
  live.prepend(...all.filter(({ id }) => document.getElementById(id) === null));
  none.hidden = live.childElementCount > 0;
  for (const fresh of page.querySelectorAll("[data-refresh]")) {
    const shown = document.querySelector(`[data-refresh="${CSS.escape(fresh.dataset.refresh)}"]`);
    if (shown === null || shown.textContent === fresh.textContent) continue;
    shown.textContent = fresh.textContent;
    shown.className = fresh.className;
  }
}

const refreshLater = () => setTimeout(refresh, everyMilliseconds);

function refresh() {
  // A page that nobody looks at asks when it is looked at again; a demo that was stopped may be started again.
  if (document.visibilityState !== "visible") return refreshLater();
  return void readPage()
    .then(showNews, () => {})
    .then(refreshLater);
}
refreshLater();

async function copy(button) {
  const code = button.dataset.copy;
  const isCopied = await navigator.clipboard.writeText(code).then(
    () => true,
    () => false,
  );
  copied.textContent = isCopied ? `Code ${code} copié.` : "Le code n'a pas pu être copié.";
  const label = button.firstChild;
  label.textContent = isCopied ? "Copié" : "À copier à la main";
  setTimeout(() => {
    label.textContent = "Copier";
    copied.textContent = "";
  }, 2500);
}

live.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copy]");
  if (button !== null) void copy(button);
});
