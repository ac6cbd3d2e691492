/**
 * A field's name hides the form's own property of that name (HTML §4.10.3, LegacyOverrideBuiltIns; in Chrome from an
 * extension's scripts, too): above a form with `<input name="parentElement">` a walk upwards goes round for ever.
 */
const WALKED = `parentNode parentElement getRootNode isConnected shadowRoot
  firstChild lastChild nextSibling previousSibling firstElementChild nextElementSibling previousElementSibling
  nodeType nodeName nodeValue localName textContent getAttribute
  closest matches querySelector querySelectorAll`.split(/\s+/);

/** Whether a form below this root hides from its reader what it is walked by. */
export const hasHiddenForm = (root: Document | ShadowRoot): boolean =>
  [...root.querySelectorAll('form')].some((form) => WALKED.some((name) => Object.hasOwn(form, name)));
