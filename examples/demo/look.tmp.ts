import { launchBrowser } from "@educonnect-activation/test-support/browser";
const o = process.argv[2] ?? "";
const browser = await launchBrowser();
const problems: string[] = [];
for (const width of [320, 768, 1280]) {
  const context = await browser.newContext({ baseURL: o, viewport: { width, height: 800 }, locale: "fr-FR" });
  context.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") problems.push(width + " " + m.text()); });
  context.on("weberror", (e) => problems.push(String(e.error())));
  const page = await context.newPage();
  for (const [name, path] of [["start", "/"], ["login", "/connexion"], ["methods", "/methodes"], ["phones0", "/demo/phones"], ["mails", "/demo/mails"], ["reports0", "/demo/reports"]] as const) {
    await page.goto(path, { waitUntil: "networkidle" }).catch(() => page.waitForTimeout(1500));
    await page.waitForTimeout(500);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) problems.push(`${name} ${width}: overflow ${over}`);
    await page.screenshot({ path: `/tmp/dh/shots/${name}-${width}.png`, fullPage: true });
  }
}
console.log(problems);
await browser.close();
