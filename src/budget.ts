/** What may be spent on work that a stranger can make as large as they like: steps, characters, milliseconds. */
export interface Budget {
  /** Takes the cost from what is left. Returns false where too little is left, and from then on. */
  spend(cost: number): boolean;
  /** Whether nothing is left. */
  isSpent(): boolean;
}

export function budgetOf(total: number): Budget {
  let left = total;
  return {
    spend(cost) {
      left -= cost;
      return left >= 0;
    },
    isSpent: () => left <= 0,
  };
}

/** Both budgets must suffice. The cost is taken from the inner one, then from the outer one. */
export const within = (outer: Budget | undefined, inner: Budget): Budget => ({
  spend: (cost) => inner.spend(cost) && (outer?.spend(cost) ?? true),
  isSpent: () => inner.isSpent() || (outer?.isSpent() ?? false),
});
