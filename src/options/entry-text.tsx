/** An entry of a list: the name that somebody gave it, and the address that counts. */
export const EntryText = ({ name, id }: { readonly name: string; readonly id: string }) => (
  <span class="entry-text">
    <span dir="auto">{name}</span>
    <bdi class="note" dir="ltr">
      {id}
    </bdi>
  </span>
);
