/** The same function, which works its answer out once for each thing. */
export function remembered<Thing, Answer extends NonNullable<unknown>>(
  answerFor: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new Map<Thing, Answer>();
  return (thing) => {
    const answer = known.get(thing) ?? answerFor(thing);
    known.set(thing, answer);
    return answer;
  };
}
