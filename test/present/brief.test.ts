/** How much of a stranger's text is laid out. */
import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/present/address.ts';
import { brief, cutText, MAX_CHARACTERS } from '../../src/present/brief.ts';

describe('what is laid out', () => {
  it('is cut wherever it stands, and says so', () => {
    const long = 'w'.repeat(1_800_000);
    const cut = brief({ name: long, list: [{ deep: long }], number: 7, nothing: null });
    expect(cut.name).toHaveLength(MAX_CHARACTERS + 1);
    expect(cut.name.endsWith('w…')).toBe(true);
    expect(cut.list[0]?.deep).toBe(cut.name);
    expect(cut).toMatchObject({ number: 7, nothing: null });
  });

  it('is no more than a thousand of a list', () => {
    expect(brief({ tags: Array(5_000).fill('a') }).tags).toHaveLength(1_000);
  });

  it('leaves a picture whole: half of one is none', () => {
    const image = `data:image/png;base64,${'A'.repeat(100_000)}`;
    expect(brief({ image }).image).toBe(image);
  });

  it('never makes another address of a long one', () => {
    expect(safeLink(brief(`https://a.example/${'a'.repeat(30_000)}`))).toBeNull();
    expect(safeLink(`https://a.example/${'a'.repeat(8_000)}`)).not.toBeNull();
    expect(safeLink(`https://${'a.'.repeat(130)}example/`)).toBeNull();
  });

  it('cuts no letter in two', () => {
    expect(cutText('ab😀', 3)).toBe('ab…');
    expect(cutText('ab😀', 4)).toBe('ab😀');
  });
});
