/** The BadgeClass and the issuer profile behind an assertion, each from its own address (docs/decisions.md#hosts-that-strangers-share). */

import { readId } from '../../credential/text.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { answeredBySame, comparableAddress, sameAddress, sameTenant } from '../../net/tenant.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import { askForObject } from './dependency.ts';

/** A part of a badge: its document, and the id by which it is known. */
export interface Part {
  readonly document: JsonObject;
  /** The address that served it. Null where it is inline and has no address of its own. */
  readonly address: string | null;
  readonly finalUrl: string | null;
  /** Set where the document gives itself another id than the reference to it. */
  readonly oddity: Problem | null;
}

/** The address of a part: a reference, or the id of an inline object. Null where it has no web address. */
function addressOfPart(part: Json | undefined): string | null {
  const id = readId(part);
  return id !== null && comparableAddress(id) !== null ? id : null;
}

/** Which part it is. */
export interface PartPlace {
  /** The member that refers to it: an address or an inline object. */
  readonly at: string;
  /**
   * The code for a part that cannot be fetched. It never fails the badge (docs/decisions.md#dependencies-and-lists).
   */
  readonly missing: 'badge-class-unreachable' | 'issuer-unreachable';
}
export const BADGE: PartPlace = { at: '/badge', missing: 'badge-class-unreachable' };
export const ISSUER: PartPlace = { at: '/badge/issuer', missing: 'issuer-unreachable' };

/**
 * Fetches a part. If a part has an address, its inline copy is only a claim. If it has none, it belongs to the document
 * that contains it. The address that served a part is its id, whatever its document says. Another id is `id-mismatch`
 * if another party controls it, and an oddity if the same party does, unless that party's redirect led there.
 */
export async function fetchPart(
  reference: Json | undefined,
  { at, missing }: PartPlace,
  { net, hosting }: Pick<VerifyPorts, 'net' | 'hosting'>,
): Promise<Result<Part>> {
  const address = addressOfPart(reference);
  if (address === null) {
    return isJsonObject(reference)
      ? succeed({ document: reference, address: null, finalUrl: null, oddity: null })
      : fail(missing, { at });
  }
  const fetched = await askForObject(net, address);
  if (!fetched.ok)
    return fail(missing, { at, params: { host: hostnameOf(address) }, cause: fetched.problem });
  const { object, answer } = fetched.value;
  const named = object.id ?? object['@id'];
  const { finalUrl } = answer;
  const isMoved =
    typeof named === 'string' && sameAddress(named, finalUrl) && answeredBySame(address, finalUrl);
  const differs =
    typeof named === 'string' &&
    !isMoved &&
    !sameAddress(named, address) &&
    !hosting.sameRecord(named, address);
  const oddity = differs ? problem('id-mismatch', { at: `${at}/id`, params: { id: named, address } }) : null;
  if (oddity && !sameTenant(String(named), address)) return failWith(oddity);
  return succeed({ document: { ...object, id: address }, address, finalUrl, oddity });
}
