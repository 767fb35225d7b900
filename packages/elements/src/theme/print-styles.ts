import { css } from "./styling.ts";

/** On paper: black on white whatever the theme, and nothing that only a screen can do. */
export const printStyles = css`
  @media print {
    .educonnect {
      --_text: CanvasText;
      --_muted: CanvasText;
      --_accent: CanvasText;
      --_border: CanvasText;
      --_surface: Canvas;
      --_sunken: Canvas;
      --_accent-soft: Canvas;
      --_warning-soft: Canvas;
      color-scheme: light;
      border: 0;
      max-inline-size: none;
      padding: 0;
    }
    .educonnect-panel,
    .educonnect-identifier {
      break-inside: avoid;
      border: 1px solid CanvasText;
    }
    .educonnect-identifier {
      print-color-adjust: exact;
    }
    .educonnect-mark,
    .educonnect-tools,
    .educonnect-actions,
    .educonnect-status,
    .educonnect-progress,
    .educonnect-time-limit,
    .educonnect-notice,
    .educonnect .educonnect-button,
    .educonnect .educonnect-link {
      display: none;
    }
  }
`;
