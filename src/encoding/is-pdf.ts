/** The header is at the beginning, or within the first 1024 bytes (ISO 32000-1 §7.5.2, Annex H.3.4.1). */
const REACH = 1024;
const HEADER = [0x25, 0x50, 0x44, 0x46, 0x2d] as const;

/** Whether a PDF's header stands where a reader looks for it. */
export function isPdf(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, REACH);
  for (let at = beginning.indexOf(HEADER[0]); at >= 0; at = beginning.indexOf(HEADER[0], at + 1))
    if (HEADER.every((byte, index) => beginning[at + index] === byte)) return true;
  return false;
}
