// What the portal shows beside the activation follows the activation: help for a first connection is for whoever is not connected yet.
const profiles = document.querySelector("#profils");
const help = document.querySelector("#aide");
const wizard = document.querySelector("educonnect-activation");

wizard.links = { methods: "/methodes" };
wizard.addEventListener("educonnect-step-change", ({ detail }) => {
  profiles.hidden = detail.step !== "signIn";
  help.hidden = detail.step === "activated" || detail.step === "services";
});
