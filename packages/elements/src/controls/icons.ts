import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

// The build drops the slash of `/>`, which leaves a shape open and the next one inside it: each has its closing tag.
const eye = svg`<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z"></path><circle cx="12" cy="12" r="2.75"></circle>`;

const shapes = {
  arrow: svg`<path d="M4 12h15m-6-6 6 6-6 6"></path>`,
  newWindow: svg`<path d="M13 4h7v7m0-7-9 9M9 6H5v13h13v-4"></path>`,
  eye,
  closedEye: svg`${eye}<path d="m4 4 16 16"></path>`,
} satisfies Readonly<Record<string, SVGTemplateResult>>;

/** Renders an icon in the colour of its text; it says nothing, so what it stands for must be said beside it. */
export function icon(name: keyof typeof shapes, size?: number): TemplateResult {
  return drawIcon(name, shapes[name], size);
}

/** Renders a shape in the square from 0 to 24 as an icon. */
export function drawIcon(name: string, shape: SVGTemplateResult, size = 24): TemplateResult {
  return html`<svg
    class="educonnect-icon educonnect-icon-${name}"
    width="${size / 16}rem"
    height="${size / 16}rem"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}
