/**
 * Whether a link on a platform's host looks like something awarded, by a word or by a number in it: the course that a
 * certificate is for, linked beside it, is no other credential's part of the page.
 */
export const isAwarded = (link: string): boolean => AWARD.test(link) || NUMBER.test(link);
const AWARD =
  /badge|certif|credential|verif|confirm|accompli|achiev|award|diplom|assertion|statement|transcript|profile|user|trailblazer|share/i;
const NUMBER = /[/=#-](?:(?=[a-z]*\d)[a-zA-Z\d]{7,}|[A-Z\d]{6,})/;
