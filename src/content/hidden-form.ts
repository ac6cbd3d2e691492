/**
 * A field's name hides the form's own property of that name (HTML §4.10.3, LegacyOverrideBuiltIns). In Chrome this also
 * affects an extension's scripts. With `<input name="parentElement">` in a form, a walk upwards would never end.
 */
const WALKED =
  'parentNode parentElement getRootNode isConnected shadowRoot firstChild lastChild nextSibling previousSibling firstElementChild nextElementSibling previousElementSibling nodeType nodeName nodeValue localName textContent getAttribute closest matches querySelector querySelectorAll'.split(
    ' ',
  );

/** Whether a form below this root hides a property that the walk needs. */
export const hasHiddenForm = (root: Document | ShadowRoot): boolean =>
  [...root.querySelectorAll('form')].some((form) => WALKED.some((name) => Object.hasOwn(form, name)));
