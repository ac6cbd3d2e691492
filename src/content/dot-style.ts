import { SIZE } from './free-place.ts';

/** The standings' colours: those of `ui/tokens.css`, which a page's script does not load. [light, dark] */
export const DOT_COLOURS = {
  verified: ['#0b6448', '#74d3ad'],
  unrecognised: ['#57428f', '#c5b8f0'],
  caution: ['#7d4b00', '#ecbd6b'],
  failed: ['#a8201a', '#ffa398'],
  inconclusive: ['#47525f', '#bcc6d2'],
} as const;

const coloured = (at: 0 | 1): string =>
  Object.entries(DOT_COLOURS)
    .map(([standing, colours]) => `.${standing}{--tone:${colours[at]}}`)
    .join('');

/**
 * `!important` in a shadow tree wins over the page's (CSS Scoping §3.3, the inner context first). `all: initial`
 * removes the styles that the page would pass on. The dot is out of the flow, so nothing moves. The first rule is the
 * one that positions the dot.
 */
export const DOT_STYLE = `:host{all:initial!important;direction:ltr!important;unicode-bidi:isolate!important;display:block!important;position:absolute!important;width:${SIZE}px!important;height:${SIZE}px!important;visibility:hidden!important}
button,div{--surface:#fffefb;--ink:#1b1c1e;--soft:#565a60;--line:#8a867d;--focus:#1d4f8f}
${coloured(0)}
@media(prefers-color-scheme:dark){button,div{--surface:#1c1f22;--ink:#ecebe7;--soft:#adb0b5;--line:#7b8087;--focus:#9cc3f5}${coloured(1)}}
button{all:unset;box-sizing:border-box;cursor:pointer;color:var(--tone);background:var(--surface)}
:host>button{display:block;width:${SIZE}px;height:${SIZE}px;padding:1px;border-radius:4px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
svg{display:block;flex:none;width:14px;height:14px}
.solid{fill:currentColor}
.line,.cut{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.cut{stroke:var(--surface)}
#card{position:fixed;inset:auto;margin:0;box-sizing:border-box;width:320px;max-width:calc(100vw - 16px);overflow:auto;padding:12px 14px;border:1px solid var(--line);border-radius:8px;background:var(--surface);color:var(--ink);font:14px/1.45 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Cantarell,Ubuntu,"Noto Sans",Arial,sans-serif;text-align:start;box-shadow:0 4px 18px #0004}
#card:focus{outline:none}
p{margin:0 0 6px;overflow-wrap:anywhere}
.verdict{display:flex;gap:6px;align-items:center;font-weight:600;color:var(--tone)}
.title{font-weight:600}
.sure{margin-top:10px;padding-top:8px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
@media(forced-colors:active){.cut{stroke:Canvas}}
.close{padding:4px 10px;border:1px solid var(--line);border-radius:6px;color:var(--ink);font:inherit}`;
