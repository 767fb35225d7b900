/** Lets the browser save a text as a file; an address of the page's own memory needs nothing of a Content Security Policy. */
export function saveText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has been handed over by then; Safari reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
