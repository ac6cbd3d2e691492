import type { SecuringKind } from '../credential/model.ts';
import type { Instant } from '../ports.ts';
import { type IssuerFinding, type Outcome, problemsOf, RUNGS, type Rung } from '../verify/report.ts';
import { type DomainView, domainView } from './domain.ts';
import { recognisedLine } from './recognised-by.ts';
import { keyOf, problemSentence, type Voice } from './sentence.ts';

/** How much is established about the issuer, step by step. */
export interface LadderView {
  readonly rungs: readonly RungView[];
  readonly domain: DomainView | null;
  /** "Calls itself …": a name that only the credential gives. */
  readonly callsItself: string | null;
  readonly recognisedBy: readonly string[];
  /** Why to look closely: a look-alike domain, or another name in the registry. */
  readonly warnings: readonly string[];
  readonly id: string | null;
}
interface RungView {
  readonly rung: Rung;
  readonly reached: boolean;
  readonly name: string;
  readonly meaning: string;
  readonly reachedWord: string;
}

const ON_RECORD = keyOf.status('issuer-confirmed');

const WARNINGS = [
  'issuer-look-alike',
  'issuer-domain-confusable',
  'issuer-name-differs',
  'issuer-name-of-another',
  'issuer-self',
  'creator-differs',
];

interface LadderInput {
  readonly issuer: IssuerFinding;
  readonly trust: Outcome;
  readonly at: Instant;
  readonly securing: SecuringKind;
}

/** The ladder of docs/decisions.md#the-issuer-ladder: integrity, bound, domain, recognised. */
export function ladderView({ issuer, trust, at, securing }: LadderInput, voice: Voice): LadderView {
  const { say } = voice;
  const height = RUNGS.indexOf(issuer.rung);
  const listed = issuer.rung === 'recognised';
  return {
    rungs: RUNGS.slice(1).map((rung) => {
      const reached = reaches(rung, issuer);
      return {
        rung,
        reached,
        // Only a signature shows that nothing was changed. A server says no more than what it has on record now.
        name: say(rung === 'integrity' && securing === 'hosted' ? ON_RECORD : keyOf.rung(rung)),
        meaning: say(keyOf.rungMeaning(rung)),
        reachedWord: say(reached ? 'rung_reached' : 'rung_not_reached'),
      };
    }),
    // A domain is a finding only once the key is known to be the issuer's. Before that, it is only the record's word.
    domain: issuer.domain === null || height < RUNGS.indexOf('domain') ? null : domainView(issuer.domain),
    callsItself: listed || issuer.name === null ? null : say('issuer_calls_itself', { name: issuer.name }),
    recognisedBy: issuer.recognisedBy.map((each) => recognisedLine(each, at, voice)),
    warnings: problemsOf(trust)
      .filter(({ code }) => WARNINGS.includes(code))
      .map((each) => problemSentence(each, voice)),
    id: issuer.id,
  };

  /** An issuer with did:key or the like can be recognised but has no domain. It does not reach that rung. */
  function reaches(rung: Rung, { domain }: IssuerFinding): boolean {
    return RUNGS.indexOf(rung) <= height && (rung !== 'domain' || domain !== null);
  }
}
