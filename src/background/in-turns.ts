/** Each group takes its turn: first the first item of every group, then the second of each, and so on. */
export function inTurns<Item>(items: readonly Item[], groupOf: (item: Item) => string): readonly Item[] {
  const taken = new Map<string, number>();
  const turns = items.map((item) => {
    const group = groupOf(item);
    const turn = taken.get(group) ?? 0;
    taken.set(group, turn + 1);
    return { item, turn };
  });
  return turns.toSorted((one, other) => one.turn - other.turn).map(({ item }) => item);
}
