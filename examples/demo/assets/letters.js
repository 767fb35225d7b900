// Filters the letters as one types; without this script the form asks the server.
const box = document.querySelector("#filtre");
const count = document.querySelector("#nombre");
const none = document.querySelector("#aucun");
const letters = [...document.querySelectorAll(".letter")];

const fold = (text) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

function filter() {
  const words = fold(box.value).split(/\s+/u);
  let shown = 0;
  for (const letter of letters) {
    letter.hidden = !words.every((word) => letter.dataset.search.includes(word));
    if (!letter.hidden) shown += 1;
  }
  count.textContent = shown > 1 ? `${shown} courriers` : `${shown} courrier`;
  none.hidden = shown > 0;
}

// A page that the server filtered holds too few letters to search: there the form goes on asking it.
if (new URLSearchParams(location.search).get("q")) {
  box.addEventListener("search", () => box.form.requestSubmit());
} else {
  box.addEventListener("input", filter);
  box.form.addEventListener("submit", (submission) => {
    submission.preventDefault();
    filter();
  });
  filter();
}
