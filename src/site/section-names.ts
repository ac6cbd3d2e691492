/** How profiles name the sections in which each entry is a credential, by the stems that languages share. */

const NAMES = String.raw`[czs]ert[iy]\p{L}+|li[cz]en(?![cz]iat)\p{L}+|badges|bescheinigungen|nachweise|attestations|(?:digital |micro-?)?credentials|сертиф\p{L}+|証明書|证书|자격증|الشهادات`;

/** One name, or two with a short word or a sign between them. A count may follow. */
const whole = (names: string): RegExp =>
  new RegExp(String.raw`^(?:${names})(?:(?:\s*[&/,]\s*|\s+\p{L}{1,3}\s+)(?:${names}))?[\s(\d)]*$`, 'iu');

export const CERTIFICATES: RegExp = whole(NAMES);
/** Qualifications count only on a person's page. In a job's advertisement they are requirements. */
export const QUALIFICATIONS: RegExp = whole(String.raw`${NAMES}|[qck][uvw]alifi\p{L}+`);
