/**
 * Whether a link on a platform's host looks like an award, by a word or a number in it. A course that is linked beside
 * its certificate is no other credential.
 */
export const isAwarded = (link: string): boolean => AWARD.test(link) || NUMBER.test(link);
const AWARD =
  /badge|cert|credential|diplom|accompli|achiev|award|verif|assertion|confirm|transcript|profile|user|trailblazer|share/i;
const NUMBER = /[/=#-](?:(?=[a-z]*\d)[a-zA-Z\d]{7,}|[A-Z\d]{6,})/;
