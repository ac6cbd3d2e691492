import { describe, expect, it } from 'vitest';
import { createWriter, type Json, logOf, type Step } from '../../build/webvh-log.ts';
import { resolve } from './told.ts';

const writer = createWriter();
const start = (more: Json = { portable: true }): Step => ({
  by: writer,
  parameters: { updateKeys: [writer.id], ...more },
});
/** An entry at a host, whose document also goes by the names at others. */
const at = (host: string, formerly?: readonly string[], parameters: Json = {}): Step => ({
  by: writer,
  parameters,
  host,
  ...(formerly && { formerly }),
});
async function read(steps: readonly Step[], host?: string): Promise<string> {
  const { did, text } = logOf(steps);
  return (await resolve(did(host), { log: text })).replace(/^found \S+ /, 'found ');
}

describe('a did:webvh that moves', () => {
  const moved = [start(), at('b.example', ['a.example'])];

  it('is found where it went, and its host is that one', async () => {
    expect(await read(moved, 'b.example')).toBe('found at b.example');
    const again = [...moved, at('c.example', ['b.example'])];
    expect(await read(again, 'c.example')).toBe('found at c.example');
    expect(await read([...moved, at('b.example')], 'b.example')).toBe('found at b.example');
  });

  it('is found at a path and a port as well', async () => {
    const host = 'b.example%3A8443:dids:one';
    expect(await read([start(), at(host, ['a.example'])], host)).toBe('found at b.example:8443');
  });

  it('is found at home again', async () => {
    expect(await read([...moved, at('a.example', ['b.example'])], 'a.example')).toBe('found at a.example');
  });

  it.each<[string, Json, string]>([
    ['was not to', { portable: false }, 'state'],
    ['never said that it would', {}, 'state'],
    ['said null to it', { portable: null }, 'state'],
  ])('is refused where it %s', async (_what, said, why) => {
    expect(await read([start(said), at('b.example', ['a.example'])], 'b.example')).toBe(
      `did-log-invalid ${why}`,
    );
  });

  it('may not be made to move later, not even where it may', async () => {
    const late = at('b.example', ['a.example'], { portable: true });
    for (const said of [{ portable: true }, { portable: false }, {}])
      expect(await read([start(said), late], 'b.example')).toBe('did-log-invalid portable');
    expect(await read([start({ portable: false }), at('a.example', [], { portable: true })])).toBe(
      'did-log-invalid portable',
    );
  });

  it.each([false, null])('stays for good once it said so with %j', async (portable) => {
    const stays = at('a.example', [], { portable });
    expect(await read([start(), stays])).toBe('found at a.example');
    expect(await read([start(), stays, at('b.example', ['a.example'])], 'b.example')).toBe(
      'did-log-invalid state',
    );
    expect(await read([start(), stays, at('a.example'), at('b.example', ['a.example'])], 'b.example')).toBe(
      'did-log-invalid state',
    );
    // And an entry that says so does not move.
    expect(await read([start(), at('b.example', ['a.example'], { portable })], 'b.example')).toBe(
      'did-log-invalid state',
    );
  });

  it('has to name the place that it left, in the list of its names', async () => {
    const unnamed = 'did-log-invalid alsoKnownAs';
    expect(await read([start(), at('b.example')], 'b.example')).toBe(unnamed);
    expect(await read([start(), at('b.example', [])], 'b.example')).toBe(unnamed);
    expect(await read([start(), at('b.example', ['c.example'])], 'b.example')).toBe(unnamed);
    expect(await read([start(), at('b.example', ['b.example'])], 'b.example')).toBe(unnamed);
    const skipping = [...moved, at('c.example', ['a.example'])];
    expect(await read(skipping, 'c.example')).toBe(unnamed);
    const { did } = logOf([start()]);
    const asText = { ...at('b.example'), more: { state: { id: did('b.example'), alsoKnownAs: did() } } };
    expect(await read([start(), asText], 'b.example')).toBe(unnamed);
  });

  it('keeps its SCID, whatever place it goes to', async () => {
    const { did } = logOf([start()]);
    const swapped = did('b.example').replace(/Qm..../, 'QmAAAA');
    const entry = { ...at('b.example'), more: { state: { id: swapped, alsoKnownAs: [did()] } } };
    expect(await read([start(), entry], 'b.example')).toBe('did-log-invalid state');
  });

  it('is not looked up by the name that it left, which says nothing any more', async () => {
    expect(await read(moved, 'a.example')).toBe('did-log-unsupported moved');
    expect(await read([...moved, at('c.example', ['b.example'])], 'b.example')).toBe(
      'did-log-unsupported moved',
    );
    expect(await read(moved, 'c.example')).toBe('key-document-mismatch');
  });
});
