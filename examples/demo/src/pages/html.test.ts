import { expect, test } from "vitest";
import { html } from "./html.ts";

test("values are escaped between tags and in attributes", () => {
  const name = `<img src=x onerror="alert('1')">&`;
  expect(html`<p title="${name}">${name}</p>`.markup).toBe(
    `<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>`,
  );
});

test("markup is kept, lists are joined, and nothing leaves nothing", () => {
  const items = ["a", "<b>"].map((item) => html`<i>${item}</i>`);
  const absent: string | null = null;
  expect(html`<b>${items}</b>${absent}${false}${0}`.markup).toBe("<b><i>a</i><i>&lt;b&gt;</i></b>0");
});

test("the template's own signs stay with their words; values are left alone", () => {
  expect(html`<p>Un « compte » : ${"« a » : b"} !</p>`.markup).toBe(
    "<p>Un «\u00A0compte\u00A0»\u00A0: « a » : b\u00A0!</p>",
  );
});
