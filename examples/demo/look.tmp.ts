import { launchBrowser } from "@educonnect-activation/test-support/browser";
const o = process.argv[2] ?? "";
const browser = await launchBrowser();
const problems: string[] = [];
const context = await browser.newContext({
  baseURL: o,
  viewport: { width: 1280, height: 900 },
  locale: "fr-FR",
  permissions: ["clipboard-write", "clipboard-read"],
});
context.setDefaultTimeout(8000);
context.on("console", (m) => {
  if (m.type() === "error" || m.type() === "warning") problems.push(m.text());
});
context.on("weberror", (e) => problems.push(String(e.error())));
const page = await context.newPage();
try {
  await page.goto("/");
  await page.getByLabel("Représentant légal").check();
  await page.getByLabel("École").check();
  await page.getByLabel("ÉduConnect").check();
  await page.screenshot({ path: "/tmp/dh/shots/portal-full.png" });
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page
    .getByRole("link", { name: "Je n'ai pas de compte" })
    .or(page.getByRole("button", { name: "Je n'ai pas de compte" }))
    .click();
  await page.getByLabel("Nom", { exact: true }).fill("Lemaire");
  await page.getByLabel("Prénom").fill(process.argv[3] ?? "");
  await page.getByLabel(/portable/).fill("06 39 98 16 16");
  const phones = await context.newPage();
  await phones.goto("/demo/phones");
  await page.getByRole("button", { name: "Suivant" }).click();
  await phones.locator("article").first().waitFor();
  await phones.getByRole("button", { name: /Copier/ }).click();
  await phones.waitForTimeout(300);
  await phones.screenshot({ path: "/tmp/dh/shots/phones-copied.png" });
  const code = await phones.evaluate(() => navigator.clipboard.readText());
  console.log("code", code);
  await phones.waitForTimeout(3500);
  for (const w of [320, 768, 1280]) {
    await phones.setViewportSize({ width: w, height: 700 });
    await phones.screenshot({ path: `/tmp/dh/shots/phones-${w}.png`, fullPage: true });
  }
  await page.getByLabel(/Code de sécurité/).fill(code);
  await page.getByRole("button", { name: "Suivant" }).click();
  await page.getByText("Louis").first().waitFor();
  await page.screenshot({ path: "/tmp/dh/shots/children.png" });
  for (const r of await page.getByLabel("Je ne suis pas le représentant légal").all()) await r.check();
  await page.getByRole("button", { name: /Suivant|Confirmer/ }).click();
  await page.getByRole("button", { name: "Confirmer ma réponse" }).click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: "/tmp/dh/shots/refused.png" });
  await page.goto("/demo/reports");
  for (const w of [320, 768, 1280]) {
    await page.setViewportSize({ width: w, height: 700 });
    await page.screenshot({ path: `/tmp/dh/shots/reports-${w}.png`, fullPage: true });
  }
  await page
    .getByRole("button", { name: /Traité/ })
    .first()
    .click();
  await page.getByText("Traités (1)").click();
  await page.screenshot({ path: "/tmp/dh/shots/reports-settled.png" });
  console.log(page.url());
  // FranceConnect
  await context.clearCookies();
  await page.goto("/connexion");
  await page
    .getByRole("button", { name: /S'identifier avec/ })
    .or(page.getByRole("link", { name: /S'identifier avec/ }))
    .click();
  await page.waitForURL(/127\.0\.0\.1/);
  await page.screenshot({ path: "/tmp/dh/shots/fc1.png" });
  await page
    .getByRole("link", { name: /impots/ })
    .or(page.getByRole("button", { name: /impots/ }))
    .click();
  await page.screenshot({ path: "/tmp/dh/shots/fc2.png", fullPage: true });
  await page.getByRole("button", { name: /LECŒUR/ }).click();
  await page
    .getByRole("button", { name: /Continuer|Accepter|Autoriser/ })
    .first()
    .click();
  await page.waitForURL(/connexion/);
  await page.getByText("commence par N").first().waitFor();
  await page.screenshot({ path: "/tmp/dh/shots/fc3.png", fullPage: true });
  const letters = await (await fetch(o + "/demo/letters.json")).json();
  const letter = letters.find((l: any) => l.guardian?.familyName === "Lecœur");
  const [y, m, d] = letter.children[0].birthDate.split("-");
  await page.getByLabel("Je suis le représentant légal").check();
  await page.getByLabel("Jour").fill(d);
  await page.getByLabel("Mois").fill(m);
  await page.getByLabel("Année").fill(y);
  await page.getByRole("button", { name: /Suivant|Confirmer/ }).click();
  const pw = "Coquelicot!42-hibou";
  await page.getByLabel("Mot de passe", { exact: true }).fill(pw);
  await page.getByLabel(/Confirmation/).fill(pw);
  await page.getByRole("button", { name: /Suivant|Confirmer/ }).click();
  await page.getByText(/activé avec succès/).waitFor();
  await page
    .getByRole("button", { name: /mes services/i })
    .or(page.getByRole("link", { name: /mes services/i }))
    .first()
    .click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: "/tmp/dh/shots/services.png" });
  await page.getByRole("button", { name: /Se déconnecter/ }).click();
  await page.waitForTimeout(2500);
  console.log("after logout", page.url());
  await page.screenshot({ path: "/tmp/dh/shots/signedout.png" });
  await page.goto("/methodes");
  await page
    .getByRole("link", { name: "Commencer : Par SMS" })
    .or(page.getByRole("button", { name: "Commencer : Par SMS" }))
    .first()
    .click();
  await page.waitForTimeout(1500);
  console.log(page.url(), await page.getByRole("heading", { level: 2 }).allTextContents());
} catch (e) {
  console.log(String(e));
  await page.screenshot({ path: "/tmp/dh/shots/error.png" });
}
console.log(problems);
await browser.close();
