// What the portal shows beside the activation follows the activation: the choice of profile, and the help for a first
// connection, are for whoever is not connected yet.
const profiles = document.querySelector("#profils");
const help = document.querySelector("#aide");
const wizard = document.querySelector("educonnect-activation");

// What was forgotten can't be found again here yet: the page of help says what to do.
wizard.links = {
  "recover-identifier": "/aide#identifiant-oublie",
  "recover-password": "/aide#mot-de-passe-oublie",
  contact: "/aide#contact",
};

wizard.addEventListener("educonnect-step-change", ({ detail }) => {
  profiles.hidden = detail.step !== "signIn";
  help.hidden = detail.step !== "signIn";
});

// FranceConnect's log-out leads back with a parameter that has served its turn.
const address = new URL(location.href);
if (address.searchParams.has("state")) {
  address.searchParams.delete("state");
  history.replaceState(history.state, "", address);
}
