/** One line of the input, without what ends it. */
export interface Line {
  /** Counted from 1, with empty lines, as an editor counts. */
  readonly n: number;
  readonly bytes: Uint8Array;
  /** It is longer than any record may be, and only its beginning is here. */
  readonly isTooLong: boolean;
  /** Bytes of the input up to its end. */
  readonly end: number;
  /** False where the input ends without a line feed, so the line may be incomplete. */
  readonly whole: boolean;
}

/** The most of a record: twice the size of the largest document that is read from anywhere. */
export const MAX_BYTES = 16 * 1024 * 1024;
/** Kept of a longer line, so that it can be recognised; of an outcome, more than all that stands before its items. */
const BEGINNING_BYTES = 4096;
const [FEED, RETURN] = [0x0a, 0x0d];

/** The lines that are not empty, as they come. Of a line of any length, no more than the largest record is kept. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const open = openLine();
  let [n, read] = [0, 0];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(FEED); end >= 0; end = chunk.indexOf(FEED, start)) {
      open.add(chunk.subarray(start, end));
      start = end + 1;
      n += 1;
      const line = open.close();
      if (line) yield { n, ...line, end: read + start, whole: true };
    }
    open.add(chunk.subarray(start));
    read += chunk.length;
  }
  const last = open.close();
  if (last) yield { n: n + 1, ...last, end: read, whole: false };
}

/** The line that is being read. */
function openLine() {
  let [pieces, length]: [Uint8Array[], number] = [[], 0];
  return {
    add(piece: Uint8Array): void {
      if (piece.length === 0) return;
      const isCut = length > MAX_BYTES;
      length += piece.length;
      if (!isCut) pieces.push(piece);
      if (!isCut && length > MAX_BYTES) pieces = [joined(pieces).slice(0, BEGINNING_BYTES)];
    },
    /** The line so far; null where it holds only white space. */
    close(): Pick<Line, 'bytes' | 'isTooLong'> | null {
      const [bytes, isTooLong] = [joined(pieces), length > MAX_BYTES];
      [pieces, length] = [[], 0];
      return !isTooLong && bytes.every(isSpace) ? null : { bytes, isTooLong };
    },
  };
}

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === RETURN;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = Buffer.concat(pieces);
  return new Uint8Array(whole.at(-1) === RETURN ? whole.subarray(0, -1) : whole);
}
