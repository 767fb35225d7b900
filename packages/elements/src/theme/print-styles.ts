import { css } from "./css.ts";

/** On paper: black on white whatever the theme, and nothing that only a screen can do. */
export const printStyles = css`
  @media print {
    .educonnect {
      --_text: black;
      --_muted: black;
      --_accent: black;
      --_border: black;
      --_surface: white;
      --_sunken: white;
      --_accent-soft: white;
      --_warning-soft: white;
      border: 0;
      max-inline-size: none;
      padding: 0;
    }
    .educonnect-panel,
    .educonnect-identifier {
      break-inside: avoid;
      border: 1px solid black;
    }
    .educonnect-identifier {
      print-color-adjust: exact;
    }
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
