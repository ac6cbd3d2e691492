/**
 * The same answer until its source says that it has changed. One page may ask hundreds of times, and each time the
 * browser would be asked. A reading that fails is not kept.
 */
export function untilChanged<Answer>(
  read: () => Promise<Answer>,
  onChanged: (listener: () => void) => void,
): () => Promise<Answer> {
  let known: Promise<Answer> | null = null;
  const forget = (): void => {
    known = null;
  };
  onChanged(forget);
  return () => {
    if (known !== null) return known;
    const reading = read();
    known = reading;
    reading.catch(forget);
    return reading;
  };
}
