/** Words of pages, paths and pictures that are about credentials. */
export const CREDENTIAL =
  /badge|certif|zertif|credential|diplom|licen[cs]e|lizenz|accredit|award|nachweis|attest|titul|сертиф|диплом|证书|認定|資格|자격|인증|شهاد/i;
