/** Runs tasks one after the other: each begins when those before it have ended, well or badly. */
export function oneByOne(): <Answer>(task: () => Promise<Answer>) => Promise<Answer> {
  let before: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = before.then(task);
    before = turn.catch(() => undefined);
    return turn;
  };
}
