import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ActivationPage } from "./activation-page.tsx";
import { EmailPage } from "./email-page.tsx";

const container = document.querySelector("#app");
if (container !== null) {
  createRoot(container).render(
    <StrictMode>{location.pathname === "/adresse" ? <EmailPage /> : <ActivationPage />}</StrictMode>,
  );
}
