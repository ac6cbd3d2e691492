/** Items of lists and rows of tables, as browsers know them and as scripts tell assistive technology (ARIA 1.2 §5.3). */
export const LIST_ITEM = 'li,[role=listitem]';
export const TABLE_ROW = 'tr,[role=row]';
