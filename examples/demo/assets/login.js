// What the portal shows beside the activation follows the activation: help for a first connection is for whoever is not
// connected yet, and what it says of the letter for whoever comes with one.
const profiles = document.querySelector("#profils");
const help = document.querySelector("#aide");
const letter = document.querySelectorAll("#portal-help, #courrier");
const wizard = document.querySelector("educonnect-activation");

wizard.addEventListener("educonnect-step-change", ({ detail }) => {
  profiles.hidden = detail.step !== "signIn";
  for (const part of letter) part.hidden = detail.route === "sms" || detail.route === "franceConnect";
  help.hidden = detail.step === "activated" || detail.step === "services";
});

// FranceConnect's log-out leads back with a parameter that has served its turn.
const address = new URL(location.href);
if (address.searchParams.has("state")) {
  address.searchParams.delete("state");
  history.replaceState(history.state, "", address);
}
