/** What passes between the rows and their contestants, each of which is a process of its own. */
import type { Json } from '../../build/badge.ts';
import type { JwtKey } from '../../build/jwt.ts';
import type { Name } from './works.ts';

/** One piece of work, done once. */
export type Work = () => Promise<unknown>;

/** What a contestant works on. It is made once for all of a row, and is JSON. */
export interface Inputs {
  readonly credentials: readonly (Json | string)[];
  /** The right answer. Who gives another one throws. */
  readonly good: boolean;
  /** How they are secured. */
  readonly suite: 'rdfc' | 'jcs' | 'bbs' | 'jws';
  /** Of a token: the key, so that nobody has to find it. */
  readonly key?: Pick<JwtKey, 'alg' | 'publicJwk'>;
}

/** First who it is, and how long it runs to get warm; then, again and again, how often it works. Answered by what one run took. */
export type Question =
  | { readonly name: Name; readonly inputs: Inputs; readonly warm: number }
  | { readonly repeats: number };

/** Makes its work of the inputs. Only the libraries of the contestant itself are imported for it. */
export type Contestant = (inputs: Inputs) => Promise<Work>;

/** The credentials that are objects, as the peers take them. */
export const documentsIn = ({ credentials }: Inputs): readonly Json[] =>
  credentials.map((each) => (typeof each === 'string' ? JSON.parse(each) : each));

export const expect = (isRight: boolean, who: string): void => {
  if (!isRight) throw new Error(`${who} says otherwise`);
};
