/** What comes of a link in a world that gives one answer to each request. */
import { expect } from 'vitest';
import { utf8 } from '../../src/encoding/text.ts';
import { inspectCandidate } from '../../src/inspect.ts';
import type { Item } from '../../src/item.ts';
import type { Net, NetAnswer } from '../../src/ports.ts';
import { hosting } from '../../src/provider/hosting.ts';
import type { Candidate } from '../../src/recognise/candidate.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { succeed } from '../../src/result.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { fakePorts, NOW } from '../fake/ports.ts';

/** An answer as a server gives it: a text is a page, anything else JSON. */
export const answerOf = (url: string, body: unknown, more: Partial<NetAnswer> = {}): NetAnswer => ({
  url,
  finalUrl: url,
  status: 200,
  contentType: typeof body === 'string' ? 'text/html' : 'application/json',
  charset: 'utf-8',
  maxAgeSeconds: null,
  bytes: utf8(typeof body === 'string' ? body : JSON.stringify(body)),
  at: NOW,
  cached: false,
  ...more,
});

/** A net that gives this answer at every address. */
export const answering = (body: unknown, more: Partial<NetAnswer> = {}): Net => ({
  get: async ({ url }) => succeed(answerOf(url, body, more)),
});

export const candidateOf = (link: string): Candidate => recogniseLink(link) ?? expect.fail('not recognised');

/** The first item of a candidate, or of a link that is one. */
export async function inspected(of: string | Candidate, ports: Partial<VerifyPorts>): Promise<Item> {
  const candidate = typeof of === 'string' ? candidateOf(of) : of;
  const [item] = await inspectCandidate(candidate, fakePorts({ hosting, ...ports }));
  return item ?? expect.fail('no item');
}
