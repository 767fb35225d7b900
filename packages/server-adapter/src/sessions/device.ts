/** The kind of device that a session was opened on, in words that a person understands. */
export type DeviceKind = "phone" | "tablet" | "computer" | "unknown";

/**
 * Guesses the kind of device from a `User-Agent` header. It is shown to the person and decides nothing.
 *
 * Browsers say `Mobile` on telephones; Android without it is a tablet. An iPad that asks for desktop pages passes for a computer.
 */
export function deviceKind(userAgent: string | null): DeviceKind {
  if (userAgent === null || userAgent === "") return "unknown";
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return "tablet";
  if (/Mobi|iPhone|Android/i.test(userAgent)) return "phone";
  return /Windows|Macintosh|Linux|CrOS|X11/i.test(userAgent) ? "computer" : "unknown";
}

const kinds = { phone: true, tablet: true, computer: true, unknown: true } satisfies Record<DeviceKind, true>;

/** Reads a kind of device as it was stored; one that a later version of the kit wrote is unknown here. */
export function readDeviceKind(text: string): DeviceKind {
  const isKind = (kind: string): kind is DeviceKind => Object.hasOwn(kinds, kind);
  return isKind(text) ? text : "unknown";
}
