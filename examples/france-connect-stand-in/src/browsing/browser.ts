/** What a browser shows: an address and its page. */
export interface ShownPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** A browser reduced to cookies and redirects; it leaves no origin but by telling where it was sent. */
export interface Browser {
  /** Asks and follows redirects; a text when one of them leads to another origin: that address. */
  open(url: string, form?: URLSearchParams): Promise<ShownPage | string>;
}

export function createBrowser(): Browser {
  const cookies: { name: string; value: string; path: string }[] = [];

  const keep = (header: string): void => {
    const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf("="));
    const read = (attribute: string): string | undefined =>
      attributes.find((part) => part.toLowerCase().startsWith(`${attribute}=`))?.slice(attribute.length + 1);
    const path = read("path") ?? "/";
    const index = cookies.findIndex((cookie) => cookie.name === name && cookie.path === path);
    if (index !== -1) cookies.splice(index, 1);
    const expires = read("expires");
    if (expires !== undefined && Date.parse(expires) <= Date.now()) return;
    cookies.push({ name, value: pair.slice(name.length + 1), path });
  };
  const cookiesFor = (path: string): string =>
    cookies
      .filter((cookie) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/u, "/")))
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");

  return {
    open: async (first, form) => {
      const { origin } = new URL(first);
      let url = first;
      let body = form;
      for (;;) {
        const response = await fetch(url, {
          redirect: "manual",
          headers: { accept: "text/html", cookie: cookiesFor(new URL(url).pathname) },
          ...(body !== undefined && { method: "POST", body }),
        });
        for (const header of response.headers.getSetCookie()) keep(header);
        const location = response.headers.get("location");
        if (location === null) return { url, status: response.status, text: await response.text() };
        await response.body?.cancel();
        url = new URL(location, url).href;
        body = undefined;
        if (new URL(url).origin !== origin) return url;
      }
    },
  };
}
