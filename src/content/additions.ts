/** What may be, or hold, something that a scan would report. Kept wide: a scan decides, this only spares idle work. */
const WORTH_A_LOOK =
  'a[href], area[href], img, picture, object, embed, iframe, script[type*="json"], li, article, section';
/** More than this at once is no longer worth looking at one by one. */
const MANY = 500;

/** Elements that were added since the last look. Adding costs nothing; looking costs what was added, not the page. */
export interface Additions {
  note(records: readonly MutationRecord[]): void;
  /** Whether anything worth a scan was added; forgets what it looked at. */
  take(): boolean;
}

export function createAdditions(): Additions {
  let added: Element[] = [];
  let many = false;
  return {
    note(records) {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          if (added.length >= MANY) many = true;
          else if (node.nodeType === Node.ELEMENT_NODE) added.push(node as Element);
        }
      }
    },
    take() {
      const worth =
        many ||
        added.some(
          (each) =>
            each.isConnected && (each.matches(WORTH_A_LOOK) || each.querySelector(WORTH_A_LOOK) !== null),
        );
      added = [];
      many = false;
      return worth;
    },
  };
}
