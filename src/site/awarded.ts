/**
 * Whether a link on a platform's host looks like an award, by a word or a number in it. A course that is linked beside
 * its certificate is no other credential.
 */
export const isAwarded = (link: string): boolean => AWARD.test(link) || NUMBER.test(link);
const AWARD =
  /badge|certif|credential|verif|confirm|accompli|achiev|award|diplom|assertion|statement|transcript|profile|user|trailblazer|share/i;
const NUMBER = /[/=#-](?:(?=[a-z]*\d)[a-zA-Z\d]{7,}|[A-Z\d]{6,})/;
