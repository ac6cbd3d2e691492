import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { hasHiddenForm } from '../../src/content/hidden-form.ts';

/** A document with a form; browsers make each field's name the form's own property, which happy-dom does in part. */
function pageWith(...names: readonly string[]): Document {
  const { document } = new Window();
  document.body.innerHTML = '<main><form><a href="/x">x</a></form></main><form></form>';
  const form = document.querySelector('form');
  if (form) for (const name of names) Object.defineProperty(form, name, { value: form, configurable: true });
  return document as unknown as Document;
}

it.each(['parentElement', 'parentNode', 'previousElementSibling', 'closest', 'textContent'])(
  'a field called %s hides the form’s own',
  (name) => expect(hasHiddenForm(pageWith('age', name))).toBe(true),
);

it('fields of forms as people write them hide nothing that is read', () => {
  expect(hasHiddenForm(pageWith())).toBe(false);
  expect(hasHiddenForm(pageWith('title', 'name', 'id', 'children', 'attributes', 'action'))).toBe(false);
});
