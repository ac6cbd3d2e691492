/** Hands the reader a file as a page offers a download. This needs no permission. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads it after the click. A minute is more than enough.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
