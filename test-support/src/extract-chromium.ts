// Run as a process of its own: @sparticuz/chromium extracts into os.tmpdir(), which the caller points elsewhere.
import { chmod, copyFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";
import { addedFonts } from "./added-fonts.ts";

const archives = new URL("../bin/", import.meta.resolve("@sparticuz/chromium"));

await Promise.all(
  ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"].map((archive) =>
    inflate(fileURLToPath(new URL(archive, archives))),
  ),
);

await Promise.all(addedFonts.map((file) => copyFile(file, `${tmpdir()}/fonts/fonts/${basename(file)}`)));

// Its own typeface stays the one for whatever it has the glyphs for, whichever family a page names: the added ones have Latin too.
// The package's own configuration names /tmp/fonts; without a font that it finds, Chromium draws no text at all.
await writeFile(
  `${tmpdir()}/fonts/fonts.conf`,
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="strong"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`,
);

// The checkout may belong to another user than the one who runs the tests.
await chmod(tmpdir(), 0o755);
await chmod(`${tmpdir()}/chromium`, 0o755);
