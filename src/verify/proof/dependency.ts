/** Requests the documents of which an OB 1 or OB 2 badge consists. */
import { unwrapBadgePart } from '../../credential/unwrap-singles.ts';
import type { JsonObject } from '../../json.ts';
import { asArray, isJsonObject } from '../../json.ts';
import { problemOfStatus, readJsonAnswer } from '../../net/answer.ts';
import { askByHttps } from '../../net/by-https.ts';
import type { Net, NetAnswer } from '../../ports.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';

const ACCEPT = 'application/ld+json, application/json;q=0.9, */*;q=0.1';

export interface Fetched {
  readonly object: JsonObject;
  readonly answer: NetAnswer;
}

/** Requests a document, by https. An answer of any status is a success here. */
export const getDependency = (net: Net, address: string): Promise<Result<NetAnswer>> =>
  askByHttps(net, { url: address, accept: ACCEPT });

/** Requests a JSON object. Codes: those of net/, of JSON reading, and `answer-not-understood` for other JSON. */
export async function askForObject(net: Net, address: string): Promise<Result<Fetched>> {
  const answer = await getDependency(net, address);
  if (!answer.ok) return answer;
  const refused = problemOfStatus(answer.value);
  return refused ? failWith(refused) : objectIn(answer.value);
}

/** The JSON object in an answer of any status. A list of one value, in it or around it, is that value (JSON-LD 1.1 §4.3.1). */
export function objectIn(answer: NetAnswer): Result<Fetched> {
  const json = readJsonAnswer({ ...answer, status: 200 });
  if (!json.ok) return json;
  const [object, ...others] = asArray(json.value);
  return isJsonObject(object) && others.length === 0
    ? succeed({ object: unwrapBadgePart(object), answer })
    : fail('answer-not-understood');
}
