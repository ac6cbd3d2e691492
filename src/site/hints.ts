// Made from src/provider/registry by `node scripts/site-hints.mjs`; a test holds the two together.

/** Domains where every link counts, on all their hosts: the code of each (host-code.ts), one after the other. */
export const DOMAINS =
  '1cvp1ebs2peu4pqd52pa5kzd6i0x6qqj750j75ga7tij89jw923v947a9l1m9p9ba651bigabk0jc19jdh1mf0ksf2ijf4flgftsh051hkothtezhz64i98kjx9jl1sml6bsl7galakblo1mm5n1ndgaob0jos64osf4p1q2p3ijqn0jqoparutsscgcsw8dsxu8t998uep2uxbsvxo4w5w1w8qawasmx3ijx3o4xd2sxtjgydn1z41m';

/** What a host, or a part of it, begins with where every link counts; and pieces of the links that count on any host. */
export const SOMEWHERE: RegExp =
  /(?:\/\/|\.)(?:award|badge|cert|credential|digital|diploma|verified)|\.(?:json|jws|jwt|png|svg|vc)|\/(?:academy\/ach|accomplishments\/|assertions\/|badges\/assertion\.php|badges\/badge\.php|certificate|details\/certifications|europass\/|ob2\/|ob3\/|obi\/|openbadge|profile\/badges\/|profile\/u\/|verif|wallet)|#acc\.|#gs\.|-certificate|_landing_page|certificate\/|credential=|credential_|customcert\/|data:|dccrequest:|haip:|openid-|org\.dcconsortium:|record_view=|vc=|vp=/i;
